package org.gongkai.markup;

/** Tells the place in the file of an offset in a prepared body. */
public final class BodyPositions {
    private final PreparedBody prepared;
    private final int firstLine;
    private int line;
    private int lineStart;
    /** End of that line; -1 before it was looked for. */
    private int lineEnd = -1;
    /** Offset up to which the characters of that line were counted last, and how many there were. */
    private int counted;

    private int columns;

    public BodyPositions(PreparedBody prepared, int firstLine) {
        this.prepared = prepared;
        this.firstLine = firstLine;
    }

    /** Line of the file, from 1. */
    public int line(int offset) {
        seek(offset);
        int[] lineOf = prepared.lineOf();
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
        columns += offset >= counted
                ? prepared.text().codePointCount(counted, offset)
                : -prepared.text().codePointCount(offset, counted);
        counted = offset;
        return columns + (prepared.escaped().get(line) ? 0 : 1);
    }

    /** Links are met in order, so that going on from the last one reads the text once. */
    private void seek(int offset) {
        if (offset < lineStart) {
            line = 0;
            lineStart = 0;
            lineEnd = -1;
        }
        String text = prepared.text();
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
