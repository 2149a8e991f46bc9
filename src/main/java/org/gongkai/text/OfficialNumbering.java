package org.gongkai.text;

/**
 * Numbering of parts in official Chinese documents: {@code 一、} {@code （一）} {@code 1.} {@code （1）} {@code 一是}
 * 第一条 附件.
 */
public final class OfficialNumbering {
    /** A number at the beginning of a paragraph, as a regular expression. */
    public static final String NUMBER =
            "(?:\\d{1,3}[.．、]|[" + ChineseNumeral.TO_TEN + "百]+、|[（(][" + ChineseNumeral.TO_TEN + "百0-9]+[）)])";

    /** Maximum length of a heading; longer lines are paragraphs that begin with a number. */
    private static final int LONGEST_HEADING = 40;

    private OfficialNumbering() {}

    /** Returns the level of a heading without {@code #}: 2 for {@code 一、}, 3 for {@code （一）}, 0 for none. */
    public static int headingLevel(String text, int from, int to) {
        int level = 2;
        int start = numerals(text, from, to);
        if (start > from && start < to && text.charAt(start) == '、') {
            start++;
        } else {
            level = 3;
            start = bracketed(text, from, to);
            boolean isNumeral = start > 0 && numerals(text, from + 1, to) > from + 1;
            if (!isNumeral) {
                return 0;
            }
        }
        int length = to - start;
        if (length < 1 || length > LONGEST_HEADING || text.charAt(to - 1) == '，' || text.charAt(to - 1) == ',') {
            return 0;
        }
        // A heading contains no sentence, unlike 「一、时间：3月5日」.
        return text.substring(start, to).chars().anyMatch(c -> "。；：;:|".indexOf(c) >= 0) ? 0 : level;
    }

    /** Whether a line begins with a number that starts a paragraph. */
    public static boolean opens(String text, int from, int to) {
        if (from >= to) {
            return false;
        }
        char first = text.charAt(from);
        if (first == '附') {
            return text.startsWith("附件", from) && (from + 2 == to || afterAnnex(text.charAt(from + 2)));
        }
        if (first == '第') {
            int end = numerals(text, from + 1, to);
            return end > from + 1 && end < to && "条章节".indexOf(text.charAt(end)) >= 0;
        }
        if (first >= '①' && first <= '⑳' || bracketed(text, from, to) >= 0) {
            return true;
        }
        if (Characters.isDigit(first)) {
            return isTypedNumber(text, from, to);
        }
        int end = numerals(text, from, to);
        return end > from && end < to && (text.charAt(end) == '、' || (text.charAt(end) == '是' && end < from + 3));
    }

    /** {@code 1.加强} or {@code 1．加强} or {@code 1、加强}: text, not a list item, in Markdown. */
    public static boolean isTypedNumber(String text, int from, int to) {
        int end = digits(text, from, to);
        return end > from
                && end - from <= 3
                && end + 1 < to
                && ".．、".indexOf(text.charAt(end)) >= 0
                && (Characters.isCjk(text.charAt(end + 1)) || Characters.isShared(text.charAt(end + 1)));
    }

    public static int digits(String text, int from, int to) {
        return Math.min(to, Characters.end(text, from, Characters::isDigit));
    }

    private static int numerals(String text, int from, int to) {
        return Math.min(to, Characters.end(text, from, Characters::isNumeral));
    }

    /** Returns the end of {@code （一）} or {@code (1)} at an offset, or -1. */
    private static int bracketed(String text, int from, int to) {
        if (from + 2 >= to || (text.charAt(from) != '（' && text.charAt(from) != '(')) {
            return -1;
        }
        int end = numerals(text, from + 1, to);
        if (end == from + 1) {
            end = digits(text, from + 1, to);
        }
        boolean closed = end > from + 1 && end < to && (text.charAt(end) == '）' || text.charAt(end) == ')');
        return closed ? end + 1 : -1;
    }

    private static boolean afterAnnex(char c) {
        return Characters.isDigit(c) || ("：: 　" + ChineseNumeral.TO_TEN).indexOf(c) >= 0;
    }
}
