package org.gongkai.check.text.blank;

import org.gongkai.text.Characters;

/** Underscores and asterisks as placeholders: {@code ____年__月}, {@code **年}; asterisks also mark bold text. */
final class LinePlaceholders {

    private LinePlaceholders() {}

    /** Returns the end of a placeholder of underscores or asterisks that begins here, or 0. */
    static int blankEnd(String text, int i, String units) {
        char mark = text.charAt(i);
        int end = i;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
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
        boolean unitAlone = beforeUnit && Characters.at(text, end + 1) == mark && Characters.at(text, end + 2) == mark;
        boolean closesUnit = i >= 3
                && units.indexOf(text.charAt(i - 1)) >= 0
                && text.charAt(i - 2) == mark
                && text.charAt(i - 3) == mark
                && beforeUnit;
        return afterDigit || unitAlone || closesUnit || (beforeUnit && isUnpaired(text, mark)) ? end : 0;
    }

    /** A line of such characters only is a thematic break or a block delimiter. */
    private static boolean isAlone(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("_*＿＊- ".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnpaired(String text, char mark) {
        int runs = 0;
        for (int i = 0; i < Math.min(text.length(), Characters.SENTENCE * 10); i++) {
            if (text.charAt(i) == mark) {
                int start = i;
                while (i < text.length() && text.charAt(i) == mark) {
                    i++;
                }
                runs += i - start > 1 ? 1 : 0;
            }
        }
        return runs % 2 == 1;
    }
}
