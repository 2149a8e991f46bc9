package org.gongkai.check.text.blank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/**
 * X as a placeholder: {@code X次}, {@code XX局}, {@code 20XX年}, {@code X.X%}. Not in words and addresses, nor as a name
 * ({@code X光}, {@code XX-200}, {@code 4XX}).
 */
final class LetterPlaceholders {

    private static final String UNITS = "[" + PlaceholderRule.UNITS + "]";

    /** Beside it X is part of a word, a number or an address. */
    private static final String JOINED = "[A-Za-zＡ-Ｚａ-ｚ0-9０-９_/\\\\.$#@&+=<>^|-]";

    private static final Pattern LETTERS = Pattern.compile("([XＸ])\\.\\1+(?=[%％]|" + UNITS + ")"
            + "|(?<=(?<![0-9])[0-9]{1,3})[XＸ]+(?=[年月日号])"
            + "|(?<=(?<![0-9])[0-9])[XxＸｘ]{2,}(?=" + UNITS + ")"
            + "|(?<=(?<![0-9])[0-9]{2})[XxＸｘ]{2,}(?!" + JOINED + ")"
            + "|(?<!" + JOINED + ")[XxＸｘ]{2,}(?!" + JOINED + ")"
            + "|(?<!" + JOINED + "|[A-Za-z] )[XxＸｘ]{4}(?=-[0-9])"
            + "|(?<=\\p{IsHan})[xｘ](?=[次名人个项期份户])"
            + "|(?<!" + JOINED + "|[A-Za-z] )[XＸ](?=[*_]*(?:[%％]|" + UNITS + "))"
            + "|(?<=\\p{IsHan} )[XＸ] " + UNITS
            + "|(?:(?<=[\\p{IsHan}，。、；：（）《》“”〔〕][*_]{0,2})[XＸ]|(?<!" + JOINED + ")[XＸ](?=[*_]*[\\p{IsHan}，。、；：）》”〕]))"
            + "(?![光射线轴形型染档波片坐越值与大小的为]|" + JOINED + ")");

    private LetterPlaceholders() {}

    /** Returns the end of the placeholder that begins at an index, or 0. */
    static int end(String text, int i) {
        Matcher letters = LETTERS.matcher(text).region(i, text.length()).useTransparentBounds(true);
        return letters.lookingAt() ? letters.end() : 0;
    }

    static int runEnd(String text, int i) {
        return Characters.end(text, i, c -> c == text.charAt(i));
    }

    /** Underscores and asterisks as placeholders: {@code ____年__月}, {@code **年}; asterisks also mark bold text. */
    static final class LinePlaceholders {

        private LinePlaceholders() {}

        /** Returns the end of a placeholder of underscores or asterisks that begins here, or 0. */
        static int blankEnd(String text, int i, String units) {
            char mark = text.charAt(i);
            int end = runEnd(text, i);
            if (end - i < 2 || (i > 0 && text.charAt(i - 1) == mark) || isAlone(text)) {
                return 0;
            }
            boolean fullWidth = mark == '＿' || mark == '＊';
            if (fullWidth || (mark == '_' && end - i > 3)) {
                return end;
            }
            char after = Characters.at(text, end);
            boolean beforeUnit = units.indexOf(after) >= 0;
            boolean afterDigit = Characters.isDigit(Characters.at(text, i - 1)) && after == '年';
            // A single bold 年 is implausible: 20**年**月 is a date with placeholders.
            boolean unitAlone = beforeUnit
                    && text.startsWith("" + mark + mark, end + 1)
                    && "：:".indexOf(Characters.at(text, end + 3)) < 0;
            boolean closesUnit = i >= 3
                    && units.indexOf(text.charAt(i - 1)) >= 0
                    && text.charAt(i - 2) == mark
                    && text.charAt(i - 3) == mark
                    && beforeUnit;
            return afterDigit || unitAlone || closesUnit || (beforeUnit && isUnpaired(text, mark)) ? end : 0;
        }

        /** A line of such characters only is a thematic break or a block delimiter. */
        private static boolean isAlone(String text) {
            return Characters.end(text, 0, c -> "_*＿＊- ".indexOf(c) >= 0) == text.length();
        }

        private static boolean isUnpaired(String text, char mark) {
            int runs = 0;
            for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i)) {
                int start = i;
                i = runEnd(text, i);
                runs += i - start > 1 ? 1 : 0;
            }
            return runs % 2 == 1;
        }
    }
}
