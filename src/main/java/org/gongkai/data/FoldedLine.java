package org.gongkai.data;

/** A line in which characters are put in, left out and replaced, and which knows where each of them stood. */
final class FoldedLine {

    private final String typed;
    private final StringBuilder text;
    /** For each character of the text, its index in what was typed; null as long as they are the same. */
    private int[] origins;

    /** A line without the characters that have no width, and with plain blanks for those that do not break. */
    FoldedLine(String typed) {
        this.typed = typed;
        this.text = new StringBuilder(typed.length() + 4);
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!Typed.hasNoWidth(c)) {
                if (origins != null) {
                    origins[text.length()] = i;
                }
                text.append(c == '\u00A0' ? ' ' : c);
            } else if (origins == null) {
                origins = same(typed.length());
            }
        }
    }

    int length() {
        return text.length();
    }

    char at(int i) {
        return text.charAt(i);
    }

    String text() {
        return text.toString();
    }

    boolean isBlankAt(int i) {
        return Typed.isBlank(text.charAt(i));
    }

    /** The first index from one on that holds no blank. */
    int skipBlanks(int from) {
        int at = from;
        while (at < length() && isBlankAt(at)) {
            at++;
        }
        return at;
    }

    /** Makes full-width blanks plain ones and returns the first index that holds no blank. */
    int plainBlanks(int from) {
        int end = skipBlanks(from);
        for (int i = from; i < end; i++) {
            if (at(i) == '　') {
                text.setCharAt(i, ' ');
            }
        }
        return end;
    }

    /** Makes the character at an index a colon with a blank behind it and returns the index behind both. */
    int colon(int at) {
        text.setCharAt(at, ':');
        if (at + 1 == length() || isBlankAt(at + 1)) {
            return plainBlanks(at + 1);
        }
        if (origins == null) {
            origins = same(typed.length());
        }
        int[] longer = new int[Math.max(origins.length, text.length()) + 8];
        System.arraycopy(origins, 0, longer, 0, at + 1);
        longer[at + 1] = origins[at + 1];
        System.arraycopy(origins, at + 1, longer, at + 2, text.length() - at - 1);
        origins = longer;
        text.insert(at + 1, ' ');
        return at + 2;
    }

    boolean isMoved() {
        return origins != null;
    }

    /** The column, from 0, in code points, at which a column of the text was typed. */
    int typedColumn(int column) {
        if (column >= text.codePointCount(0, length())) {
            return typed.codePointCount(0, typed.length());
        }
        return typed.codePointCount(0, origins[text.offsetByCodePoints(0, column)]);
    }

    private static int[] same(int length) {
        int[] same = new int[length];
        for (int i = 0; i < length; i++) {
            same[i] = i;
        }
        return same;
    }
}
