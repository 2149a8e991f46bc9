package org.gongkai.check.text.blank;

import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/**
 * X as a placeholder: {@code X次}, {@code XX局}, {@code 20XX年}, {@code X.X%}. Not in words, options and names in programs
 * ({@code -XX:}, {@code A_XX}), models ({@code XX-200}), classes of codes ({@code 4XX}) and variables ({@code
 * 变量为X，X越大}).
 */
final class LetterPlaceholders {

    /** Characters after which X is a name. */
    private static final String NAMED_X = "光射线轴形型染档波片坐越值与大小";

    /** Characters that connect X with program text. */
    private static final String JOINTS = "-_/\\.:$#@&+=<>^*(){}[]|'\"";

    /** A mention of variables, or a single letter other than X. */
    private static final Pattern VARIABLE = Pattern.compile(
            "变量|参数|函数|方程|坐标|公式|未知数|系数|数组|节点|记为|集合" + "|(?<![a-zA-Z0-9ａ-ｚＡ-Ｚ０-９])[A-WYZ](?![a-zA-Z0-9ａ-ｚＡ-Ｚ０-９])");

    private LetterPlaceholders() {}

    /**
     * Returns the end of the placeholder that begins at an index, or 0.
     *
     * @param least the minimum number of letters of a placeholder without a unit
     */
    static int end(String text, int i, int least) {
        int end = runEnd(text, i);
        int start = Characters.start(text, i, Characters::isDigit);
        char before = Characters.at(text, start - 1);
        char after = Characters.at(text, end);
        if (after == '.' && start == i && Characters.at(text, end + 1) == text.charAt(i)) {
            return decimal(text, end + 1);
        }
        if (Characters.isLatin(before) || Characters.isLatin(after) || isJoined(text, start, end)) {
            return 0;
        }
        int count = end - i;
        // XX-200 is a model; XXXX-05-01 is no date yet.
        if (start == i && count < 4 && after == '-' && Characters.isDigit(Characters.at(text, end + 1))) {
            return 0;
        }
        if (start < i) {
            // 20XX年 is a placeholder, 10X means ten times, 4XX a class of codes, and an identity number may end in X.
            boolean opensYear = i - start <= 3 && "年月日号".indexOf(after) >= 0;
            boolean opensNumber = count > 1 && i - start == 1 && PlaceholderRule.UNITS.indexOf(after) >= 0;
            return opensYear || opensNumber || count > 1 && i - start == 2 ? end : 0;
        }
        if (count > 1) {
            return count > least - 1 ? end : 0;
        }
        if (least > 1) {
            return Characters.isHan(before) && "次名人个项期份户".indexOf(after) >= 0 ? end : 0;
        }
        return single(text, i);
    }

    static int runEnd(String text, int i) {
        return Characters.end(text, i, c -> c == text.charAt(i));
    }

    private static int single(String text, int i) {
        int end = i + 1;
        char before = Characters.at(text, i - 1);
        char after = Characters.at(text, end);
        boolean namesModel = before == ' ' && Characters.isLatin(Characters.at(text, i - 2));
        if (NAMED_X.indexOf(after) >= 0 || namesModel) {
            return 0;
        }
        if (before == ' ' && after == ' ' && Characters.isHan(Characters.at(text, i - 2))) {
            return PlaceholderRule.UNITS.indexOf(Characters.at(text, end + 1)) >= 0 ? end + 1 : 0;
        }
        char left = skipEmphasis(text, i - 1, -1);
        char right = skipEmphasis(text, end, 1);
        if (right == '%' || right == '％' || PlaceholderRule.UNITS.indexOf(right) >= 0 && right != ' ') {
            return end;
        }
        boolean touchesHan = Characters.isHan(left)
                || Characters.isHan(right)
                || Characters.isHanMark(left)
                || Characters.isHanMark(right);
        boolean isSpokenOf = right == '的' && "是为".indexOf(left) >= 0;
        return touchesHan && !isSpokenOf && !VARIABLE.matcher(text).find() ? end : 0;
    }

    /** Returns true if program characters are adjacent on a side without Chinese. */
    private static boolean isJoined(String text, int start, int end) {
        char before = Characters.at(text, start - 1);
        char after = Characters.at(text, end);
        boolean left = start > 0 && before != '*' && before != '_' && JOINTS.indexOf(before) >= 0;
        boolean right = after != '*' && after != '_' && JOINTS.indexOf(after) >= 0;
        return left && !Characters.isHan(Characters.at(text, start - 2)) && !Characters.isHan(after)
                || right && !Characters.isHan(Characters.at(text, end + 1)) && !Characters.isHan(before)
                || "_/".indexOf(before) >= 0 && Characters.isLatin(Characters.at(text, start - 2))
                || "_/".indexOf(after) >= 0 && Characters.isLatin(Characters.at(text, end + 1));
    }

    /** Returns the end of {@code X.X%} or {@code X.X万元} after the point, or 0. */
    private static int decimal(String text, int i) {
        int end = runEnd(text, i);
        char after = Characters.at(text, end);
        return after == '%' || after == '％' || PlaceholderRule.UNITS.indexOf(after) >= 0 ? end : 0;
    }

    private static char skipEmphasis(String text, int i, int step) {
        int at = i;
        while (Characters.at(text, at) == '*' || Characters.at(text, at) == '_') {
            at += step;
        }
        return Characters.at(text, at);
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
