package org.gongkai.input.data;

import java.util.Arrays;
import java.util.BitSet;

/** A line in which characters are left out and replaced and blanks put in, and which knows where each of them stood. */
final class NormalizedLine {

    private final String typed;
    private final StringBuilder text;
    /** For each character of the text, its index in what was typed; null as long as they are the same. */
    private int[] origins;
    /** The characters behind which a blank is put in. */
    private final BitSet blanks = new BitSet();
    /** For each column of the folded line, in code points, the column at which it was typed; made when first asked for. */
    private int[] columns;

    /** A line without the characters that have no width, and with plain blanks for those that do not break. */
    NormalizedLine(String typed) {
        this.typed = typed;
        this.text = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!NormalizedText.hasNoWidth(c)) {
                if (origins != null) {
                    origins[text.length()] = i;
                }
                text.append(c == '\u00A0' ? ' ' : c);
            } else if (origins == null) {
                origins = new int[typed.length()];
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
        return NormalizedText.isBlank(text.charAt(i));
    }

    /** The first index from one on that holds a character, or the length. */
    int indexOf(char c, int from) {
        int at = text.indexOf(String.valueOf(c), from);
        return at < 0 ? length() : at;
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

    /** Makes the character at an index a colon with a blank behind it and returns the first index that holds no blank. */
    int colon(int at) {
        text.setCharAt(at, ':');
        if (at + 1 < length() && !isBlankAt(at + 1)) {
            blanks.set(at);
        }
        return plainBlanks(at + 1);
    }

    /** The line as a parser reads it. */
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

    /** The column, from 0, in code points, at which a column of the folded line was typed. */
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
                before += typed.codePointCount(seen, origin);
                seen = origin;
                all[column++] = before;
            }
            if (blanks.get(i)) {
                all[column++] = before + 1;
            }
        }
        all[column++] = typed.codePointCount(0, typed.length());
        return Arrays.copyOf(all, column);
    }
}
