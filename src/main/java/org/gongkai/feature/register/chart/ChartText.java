package org.gongkai.feature.register.chart;

import java.util.Collection;

/** Texts in charts: which characters they may contain, how wide they are, and where they are cut. */
final class ChartText {

    /** The size of texts, in units. */
    static final int SIZE = 14;

    /** The size of numbers at axes and bars. */
    static final int SMALL = 12;

    private static final double HAN = 1;
    private static final double LATIN = 0.55;
    private static final int FIRST_WIDE = 0x1100;

    private ChartText() {}

    /**
     * Returns a text without what XML 1.0 forbids, and without characters that change the direction of the text around
     * them. Line breaks become spaces.
     */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if (isAllowed(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString().strip();
    }

    private static boolean isAllowed(int c) {
        boolean forbidden = Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c & 0xfffe) == 0xfffe
                || c >= 0xfdd0 && c <= 0xfdef;
        boolean directing = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        return !forbidden && !directing;
    }

    /** Returns the estimated width in units. */
    static double width(String text, int size) {
        return text.codePoints().mapToDouble(ChartText::ems).sum() * size;
    }

    /** Returns the width of the widest. */
    static double widest(Collection<String> texts, int size) {
        return texts.stream().mapToDouble(text -> width(text, size)).max().orElse(0);
    }

    private static double ems(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= FIRST_WIDE || c >= 0x2010 && c <= 0x2026;
        return wide ? HAN : LATIN;
    }

    /** Returns the text, or as much of its beginning as fits with … after it. */
    static String cut(String text, int size, double units) {
        if (width(text, size) <= units) {
            return text;
        }
        double room = units / size - HAN;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            room -= ems(c);
            if (room < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
