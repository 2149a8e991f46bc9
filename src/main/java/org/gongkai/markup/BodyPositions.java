package org.gongkai.markup;

import java.util.BitSet;

/** Lines and columns in a file of offsets in a text that was made of a part of it. */
public final class BodyPositions {
    private final String text;
    private final int firstLine;
    private final int[] lineOf;
    private final BitSet escaped;
    private int line;
    private int lineStart;
    /** End of that line; -1 before it was looked for. */
    private int lineEnd = -1;
    /** Offset up to which the characters of that line were counted last, and how many there were. */
    private int counted;

    private int columns;

    /** Positions of a text that begins on a line of the file, from 1, and stands there unchanged. */
    public BodyPositions(String text, int firstLine) {
        this(text, firstLine, new int[0], new BitSet(0));
    }

    /**
     * Positions of a text that was changed after it was read.
     *
     * @param text the changed text
     * @param firstLine line of the file, from 1, on which the original text begins
     * @param lineOf for each line of the text its line in the original, from 0; empty when they are the same
     * @param escaped lines into which one character was inserted before everything that is looked up there
     */
    public BodyPositions(String text, int firstLine, int[] lineOf, BitSet escaped) {
        this.text = text;
        this.firstLine = firstLine;
        this.lineOf = lineOf;
        this.escaped = escaped;
    }

    /** Line of the file, from 1. */
    public int line(int offset) {
        seek(offset);
        return firstLine + (lineOf.length == 0 ? line : lineOf[line]);
    }

    /** Column, from 1, in characters. */
    public int column(int offset) {
        seek(offset);
        if (counted < lineStart || lineEnd >= 0 && counted > lineEnd) {
            counted = lineStart;
            columns = 0;
        }
        // An image within a link comes before the link; going back a little is quicker than counting anew.
        columns += offset >= counted ? text.codePointCount(counted, offset) : -text.codePointCount(offset, counted);
        counted = offset;
        return columns + (escaped.get(line) ? 0 : 1);
    }

    /** Links are met in order, so that going on from the last one reads the text once. */
    private void seek(int offset) {
        if (offset < lineStart) {
            line = 0;
            lineStart = 0;
            lineEnd = -1;
        }
        while (lineEnd < offset) {
            if (lineEnd >= 0) {
                line++;
                lineStart = lineEnd + 1;
            }
            int end = text.indexOf('\n', lineStart);
            lineEnd = end < 0 ? Integer.MAX_VALUE : end;
        }
    }
}
