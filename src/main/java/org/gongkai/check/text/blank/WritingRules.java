package org.gongkai.check.text.blank;

import org.gongkai.check.text.CharacterClasses;

/** Rules to write on, and stars in their place: {@code ____年__月}, {@code **年}; the same marks also make words bold. */
final class WritingRules {

    private WritingRules() {}

    /** End of a blank of underscores or stars that begins here, or 0. */
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
        char after = CharacterClasses.at(text, end);
        boolean beforeUnit = units.indexOf(after) >= 0;
        boolean afterDigit = CharacterClasses.isDigit(CharacterClasses.at(text, i - 1)) && after == '年';
        // Nobody makes a single 年 bold: 20**年**月 is a date with blanks.
        boolean unitAlone =
                beforeUnit && CharacterClasses.at(text, end + 1) == mark && CharacterClasses.at(text, end + 2) == mark;
        boolean closesUnit = i >= 3
                && units.indexOf(text.charAt(i - 1)) >= 0
                && text.charAt(i - 2) == mark
                && text.charAt(i - 3) == mark
                && beforeUnit;
        return afterDigit || unitAlone || closesUnit || (beforeUnit && isUnpaired(text, mark)) ? end : 0;
    }

    /** A line of nothing but marks is a rule of the page, or the border of a block. */
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
        for (int i = 0; i < Math.min(text.length(), CharacterClasses.SENTENCE * 10); i++) {
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
