package org.gongkai.markup;

import java.util.BitSet;

/**
 * A body as it is parsed, and the way back to the file.
 *
 * @param text what the parser reads
 * @param lineOf for each of its lines the line of the typed text, from 0; empty when they are the same
 * @param escaped lines of {@code text} before whose full stop a backslash was put
 */
record Prepared(String text, int[] lineOf, BitSet escaped) {
    private static final int[] SAME = {};
    private static final BitSet NONE = new BitSet(0);

    /** A body parsed as it was typed. */
    static Prepared asTyped(String text) {
        return new Prepared(text, SAME, NONE);
    }
}
