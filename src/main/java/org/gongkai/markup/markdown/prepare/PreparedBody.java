package org.gongkai.markup.markdown.prepare;

import java.util.BitSet;
import org.gongkai.markup.BodyPositions;

/**
 * A body as it is parsed, and the mapping of its lines to the file.
 *
 * @param text what the parser reads
 * @param lineOf for each of its lines the line of the original text, from 0; empty when they are the same
 * @param escaped lines of {@code text} into which a backslash was inserted, before a full stop or the first character
 */
public record PreparedBody(String text, int[] lineOf, BitSet escaped) {
    private static final int[] SAME = {};
    private static final BitSet NONE = new BitSet(0);

    /** Returns an unchanged body. */
    public static PreparedBody asTyped(String text) {
        return new PreparedBody(text, SAME, NONE);
    }

    /** Positions in the file of offsets in {@link #text()}; the body begins on {@code firstLine}, from 1. */
    public BodyPositions positions(int firstLine) {
        return new BodyPositions(text, firstLine, lineOf, escaped);
    }

    /** Returns the same body with a backslash inserted at an offset that only container marks precede in its line. */
    public PreparedBody escaped(int offset) {
        BitSet lines = (BitSet) escaped.clone();
        lines.set((int) text.substring(0, offset).chars().filter(c -> c == '\n').count());
        return new PreparedBody(text.substring(0, offset) + "\\" + text.substring(offset), lineOf, lines);
    }
}
