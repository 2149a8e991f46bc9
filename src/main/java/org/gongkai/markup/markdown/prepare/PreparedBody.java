package org.gongkai.markup.markdown.prepare;

import java.util.BitSet;
import org.gongkai.markup.BodyPositions;

/**
 * A body as it is parsed, and the way back to the file.
 *
 * @param text what the parser reads
 * @param lineOf for each of its lines the line of the typed text, from 0; empty when they are the same
 * @param escaped lines of {@code text} into which a backslash was put, before a full stop or all of the text
 */
public record PreparedBody(String text, int[] lineOf, BitSet escaped) {
    private static final int[] SAME = {};
    private static final BitSet NONE = new BitSet(0);

    /** A body parsed as it was typed. */
    public static PreparedBody asTyped(String text) {
        return new PreparedBody(text, SAME, NONE);
    }

    /** Positions in the file of offsets in {@link #text()}; the body begins on {@code firstLine}, from 1. */
    public BodyPositions positions(int firstLine) {
        return new BodyPositions(text, firstLine, lineOf, escaped);
    }

    /** The same with a backslash at an offset before which nothing but marks stands in the line. */
    public PreparedBody escaped(int offset) {
        BitSet lines = (BitSet) escaped.clone();
        lines.set((int) text.substring(0, offset).chars().filter(c -> c == '\n').count());
        return new PreparedBody(text.substring(0, offset) + "\\" + text.substring(offset), lineOf, lines);
    }
}
