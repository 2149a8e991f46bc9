package org.gongkai.check.text.number;

import org.gongkai.check.text.LineStart;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;

/**
 * The number at the start of a line.
 *
 * @param style its style
 * @param number its value
 * @param start the index of its start
 * @param end the index of the text after it and after blanks
 */
record NumberedLine(Style style, int number, int start, int end) {

    private static final char FIRST_CIRCLE = '①';
    private static final char LAST_CIRCLE = '⑳';

    /** Numbering styles, each with its own sequence. */
    enum Style {
        /** {@code 第一章} */
        CHAPTER,
        /** {@code 第一条} */
        ARTICLE,
        /** {@code 一、} */
        FIRST,
        /** {@code （一）} */
        SECOND,
        /** {@code 1.} */
        DOT,
        /** {@code 1、} */
        COMMA,
        /** {@code （1）} */
        BRACKET,
        /** {@code ①} */
        CIRCLE;

        /** Formats a number in this style. */
        String write(int number) {
            return switch (this) {
                case CHAPTER -> "第" + ChineseNumeral.format(number) + "章";
                case ARTICLE -> "第" + ChineseNumeral.format(number) + "条";
                case FIRST -> ChineseNumeral.format(number) + "、";
                case SECOND -> "（" + ChineseNumeral.format(number) + "）";
                case DOT -> number + ".";
                case COMMA -> number + "、";
                case BRACKET -> "（" + number + "）";
                case CIRCLE -> String.valueOf((char) (FIRST_CIRCLE + number - 1));
            };
        }
    }

    /** Returns true if there are blanks between the number and the text. */
    boolean isSpaced(String text) {
        return end > 0 && Characters.isSpace(text.charAt(end - 1));
    }

    /** Returns the number of a line; null if there is none. */
    static NumberedLine of(String text) {
        int start = LineStart.words(text);
        char first = Characters.at(text, start);
        if (first == '（' || first == '(') {
            return bracketed(text, start);
        }
        if (Characters.isDigit(first)) {
            return arabic(text, start);
        }
        if (first >= FIRST_CIRCLE && first <= LAST_CIRCLE) {
            return new NumberedLine(
                    Style.CIRCLE, first - FIRST_CIRCLE + 1, start, LineStart.skipBlanks(text, start + 1));
        }
        if (first == '第') {
            return ordinal(text, start);
        }
        if (!Characters.isNumeral(first)) {
            return null;
        }
        int end = Characters.end(text, start, Characters::isNumeral);
        // 一、二季度 means two quarters.
        boolean isNumber = Characters.at(text, end) == '、' && !Characters.isNumeral(Characters.at(text, end + 1));
        return isNumber ? of(Style.FIRST, text, start, start, end, end + 1) : null;
    }

    /** Parses {@code 第三条} followed by a blank; 第三条规定 is a reference. */
    private static NumberedLine ordinal(String text, int start) {
        int end = Characters.end(text, start + 1, Characters::isNumber);
        char unit = Characters.at(text, end);
        char after = Characters.at(text, end + 1);
        if (end == start + 1 || (unit != '章' && unit != '条') || !(Characters.isSpace(after) || after == '*')) {
            return null;
        }
        return of(unit == '章' ? Style.CHAPTER : Style.ARTICLE, text, start, start + 1, end, end + 1);
    }

    private static NumberedLine bracketed(String text, int start) {
        int end = Characters.end(text, start + 1, Characters::isNumber);
        char close = Characters.at(text, end);
        if (end == start + 1 || end > start + 4 || (close != '）' && close != ')')) {
            return null;
        }
        Style style = Characters.isDigit(text.charAt(start + 1)) ? Style.BRACKET : Style.SECOND;
        return of(style, text, start, start + 1, end, end + 1);
    }

    private static NumberedLine arabic(String text, int start) {
        int end = Characters.end(text, start, Characters::isDigit);
        char mark = Characters.at(text, end);
        boolean dotted = mark == '.' || mark == '．';
        char after = Characters.at(text, end + 1);
        if (end > start + 3 || end + 1 >= text.length() || !(dotted || mark == '、') || Characters.isLatin(after)) {
            return null;
        }
        // Nested items belong to lists that Markdown numbers itself.
        boolean isNested = Characters.isSpace(after)
                && (start > 1 && text.charAt(0) == ' ' || start > 0 && text.charAt(0) == '\t');
        return isNested ? null : of(dotted ? Style.DOT : Style.COMMA, text, start, start, end, end + 1);
    }

    private static NumberedLine of(Style style, String text, int start, int from, int to, int end) {
        int number = ChineseNumeral.parse(text.substring(from, to));
        return number < 1 ? null : new NumberedLine(style, number, start, LineStart.skipBlanks(text, end));
    }
}
