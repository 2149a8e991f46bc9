package org.gongkai.check.text.blank;

import org.gongkai.check.text.CharacterClasses;

/** Tells blanks that slipped into running text from those that part names, numbers and labels. */
final class Gaps {

    /** Words no longer than this between blanks are names in a list. */
    private static final int NAME = 4;

    private static final int SHORT_NAME = 3;

    private Gaps() {}

    /**
     * Whether the blanks from one place to another stand in Chinese text and part nothing.
     *
     * @param running whether the line holds sentences
     */
    static boolean isStray(String text, int from, int to, boolean running) {
        if (from == 0 || to == text.length()) {
            return false;
        }
        char before = text.charAt(from - 1);
        char after = text.charAt(to);
        if (!CharacterClasses.beginsHan(after)) {
            return false;
        }
        if ("，。；、：？！".indexOf(before) >= 0) {
            return true;
        }
        if ((before == ',' || before == ';') && from > 1 && CharacterClasses.isHan(text.charAt(from - 2))) {
            // Told as half-width punctuation.
            return false;
        }
        int left = left(text, from);
        int right = right(text, to);
        return left > 0
                && CharacterClasses.isHan(after)
                && running
                && !isArticle(text, from)
                && left + right > NAME
                && !partsLabel(text, to)
                && !partsNames(text, from, to, left, right)
                && !partsSlogans(text, from, to, left, right);
    }

    /** {@code 甲乙丙 丁戊己 庚辛壬}: words as short as names, with nothing else up to a mark or the end of the line. */
    private static boolean partsNames(String text, int from, int to, int left, int right) {
        if (left > SHORT_NAME || left < 2 || right > SHORT_NAME || right < 2) {
            return false;
        }
        boolean begins = from == left
                || CharacterClasses.isSpace(text.charAt(from - left - 1))
                || isBorder(text.charAt(from - left - 1));
        int end = to + right;
        boolean ends = end == text.length() || CharacterClasses.isSpace(text.charAt(end)) || isBorder(text.charAt(end));
        return begins && ends;
    }

    /** {@code “不忘初心 牢记使命”}: two clauses that nothing but a pair of quotation or title marks holds. */
    private static boolean partsSlogans(String text, int from, int to, int left, int right) {
        return left >= NAME
                && right >= NAME
                && isWithin(text, from - left, -1, "“《")
                && isWithin(text, to + right - 1, 1, "”》");
    }

    /** Whether nothing but words and blanks stands between a place and one of the marks, in a direction. */
    private static boolean isWithin(String text, int from, int step, String marks) {
        int at = from;
        while (at >= 0 && at < text.length() && (CharacterClasses.isHan(text.charAt(at)) || text.charAt(at) == ' ')) {
            at += step;
        }
        return at >= 0 && at < text.length() && marks.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isBorder(char c) {
        return "，。；：:、（）".indexOf(c) >= 0;
    }

    /** Whether a line holds sentences. */
    static boolean isRunning(String text) {
        return text.indexOf('。') >= 0 || text.indexOf('，') >= 0 || text.indexOf('；') >= 0;
    }

    /** {@code 第三条 党员……}. */
    private static boolean isArticle(String text, int from) {
        char unit = text.charAt(from - 1);
        return "条章节款项部编篇".indexOf(unit) >= 0
                && text.substring(Math.max(0, from - 8), from).indexOf('第') >= 0;
    }

    /** {@code 地点：活动室 时间：三点}. */
    private static boolean partsLabel(String text, int to) {
        int colon = to + right(text, to);
        return colon < text.length() && (text.charAt(colon) == '：' || text.charAt(colon) == ':') && colon - to <= 6;
    }

    private static int left(String text, int from) {
        int at = from;
        while (at > 0 && CharacterClasses.isHan(text.charAt(at - 1)) && !isPicture(text, at)) {
            at--;
        }
        return from - at;
    }

    /** Whether a character that ends here is a sign beyond the Han characters, as pictures of faces are. */
    private static boolean isPicture(String text, int end) {
        return Character.isSurrogate(text.charAt(end - 1)) && !Character.isIdeographic(text.codePointBefore(end));
    }

    private static int right(String text, int to) {
        int at = to;
        while (at < text.length() && CharacterClasses.isHan(text.charAt(at))) {
            at++;
        }
        return at - to;
    }
}
