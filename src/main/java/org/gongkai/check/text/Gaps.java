package org.gongkai.check.text;

/** Tells blanks that slipped into running text from those that part names, numbers and labels. */
final class Gaps {

    /** Words no longer than this between blanks are names in a list. */
    private static final int NAME = 4;

    private Gaps() {}

    /** Whether the blanks from one place to another stand in Chinese text and part nothing. */
    static boolean isStray(String text, int from, int to) {
        if (from == 0 || to == text.length()) {
            return false;
        }
        char before = text.charAt(from - 1);
        char after = text.charAt(to);
        if (!Chars.beginsHan(after)) {
            return false;
        }
        if ("，。；、：？！".indexOf(before) >= 0) {
            return true;
        }
        if ((before == ',' || before == ';') && from > 1 && Chars.isHan(text.charAt(from - 2))) {
            // Told as half-width punctuation.
            return false;
        }
        return Chars.isHan(before)
                && Chars.isHan(after)
                && isRunning(text)
                && !isArticle(text, from)
                && left(text, from) + right(text, to) > NAME
                && !partsLabel(text, to);
    }

    private static boolean isRunning(String text) {
        return text.indexOf('。') >= 0 || text.indexOf('，') >= 0 || text.indexOf('；') >= 0;
    }

    /** {@code 第三条 党员……}. */
    private static boolean isArticle(String text, int from) {
        char unit = text.charAt(from - 1);
        int number = text.lastIndexOf('第', from);
        return "条章节款项部编篇".indexOf(unit) >= 0 && number >= 0 && from - number < 8;
    }

    /** {@code 地点：活动室 时间：三点}. */
    private static boolean partsLabel(String text, int to) {
        int colon = to + right(text, to);
        return colon < text.length() && (text.charAt(colon) == '：' || text.charAt(colon) == ':') && colon - to <= 6;
    }

    private static int left(String text, int from) {
        int at = from;
        while (at > 0 && Chars.isHan(text.charAt(at - 1))) {
            at--;
        }
        return from - at;
    }

    private static int right(String text, int to) {
        int at = to;
        while (at < text.length() && Chars.isHan(text.charAt(at))) {
            at++;
        }
        return at - to;
    }
}
