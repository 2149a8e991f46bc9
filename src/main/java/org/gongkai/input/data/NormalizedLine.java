package org.gongkai.input.data;

import java.util.Arrays;
import java.util.BitSet;
import org.gongkai.text.Characters;

/** A line in which characters are removed, replaced and inserted, with a mapping to the original columns. */
final class NormalizedLine {

    private final String original;
    private final StringBuilder text;
    /** For each character of the text, its index in the original line; null while they are equal. */
    private int[] origins;
    /** The characters after which a space is inserted. */
    private final BitSet blanks = new BitSet();
    /** For each column of the normalized line, in code points, the original column; computed on demand. */
    private int[] columns;

    /** Creates a line without zero-width characters, and with spaces instead of no-break spaces. */
    NormalizedLine(String original) {
        this.original = original;
        this.text = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (!NormalizedText.hasNoWidth(c)) {
                if (origins != null) {
                    origins[text.length()] = i;
                }
                text.append(c == '\u00A0' ? ' ' : c);
            } else if (origins == null) {
                origins = new int[original.length()];
                Arrays.setAll(origins, index -> index);
            }
        }
    }

    int length() {
        return text.length();
    }

    char at(int i) {
        return text.charAt(i);
    }

    boolean startsWith(String mark) {
        return text.length() >= mark.length()
                && text.substring(0, mark.length()).equals(mark);
    }

    boolean isBlankAt(int i) {
        return Characters.isIndent(text.charAt(i));
    }

    /** Returns the first index of a character from an index on, or the length. */
    int indexOf(char c, int from) {
        int at = text.indexOf(String.valueOf(c), from);
        return at < 0 ? length() : at;
    }

    /** Returns the first index of a non-blank character from an index on. */
    int skipBlanks(int from) {
        int at = from;
        while (at < length() && isBlankAt(at)) {
            at++;
        }
        return at;
    }

    /** Replaces full-width blanks by spaces and returns the first index of a non-blank character. */
    int plainBlanks(int from) {
        int end = skipBlanks(from);
        for (int i = from; i < end; i++) {
            if (at(i) == '　') {
                text.setCharAt(i, ' ');
            }
        }
        return end;
    }

    /** Replaces a character by another one. */
    void replace(int at, char c) {
        text.setCharAt(at, c);
    }

    /** Replaces a character by a colon with a space after it and returns the first index of a non-blank character. */
    int colon(int at) {
        text.setCharAt(at, ':');
        if (at + 1 < length() && !isBlankAt(at + 1)) {
            blanks.set(at);
        }
        return plainBlanks(at + 1);
    }

    /** The normalized line. */
    String folded() {
        if (blanks.isEmpty()) {
            return text.toString();
        }
        StringBuilder folded = new StringBuilder(length() + blanks.cardinality());
        for (int i = 0; i < length(); i++) {
            folded.append(at(i));
            if (blanks.get(i)) {
                folded.append(' ');
            }
        }
        return folded.toString();
    }

    boolean isMoved() {
        return origins != null || !blanks.isEmpty();
    }

    /** The original column, from 0 and in code points, of a column of the normalized line. */
    int typedColumn(int column) {
        if (columns == null) {
            columns = columns();
        }
        return columns[Math.min(column, columns.length - 1)];
    }

    private int[] columns() {
        int[] all = new int[length() + blanks.cardinality() + 1];
        int column = 0;
        int seen = 0;
        int before = 0;
        for (int i = 0; i < length(); i++) {
            if (i == 0 || !Character.isSurrogatePair(at(i - 1), at(i))) {
                int origin = origins == null ? i : origins[i];
                before += original.codePointCount(seen, origin);
                seen = origin;
                all[column++] = before;
            }
            if (blanks.get(i)) {
                all[column++] = before + 1;
            }
        }
        all[column++] = original.codePointCount(0, original.length());
        return Arrays.copyOf(all, column);
    }
}
