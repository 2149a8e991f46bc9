package org.gongkai.markup;

/** Tells the place in the file of an offset in a prepared body. */
final class Positions {
    private final Prepared prepared;
    private final int firstLine;
    private int line;
    private int lineStart;

    Positions(Prepared prepared, int firstLine) {
        this.prepared = prepared;
        this.firstLine = firstLine;
    }

    /** Line of the file, from 1. */
    int line(int offset) {
        seek(offset);
        int[] lineOf = prepared.lineOf();
        return firstLine + (lineOf.length == 0 ? line : lineOf[line]);
    }

    /** Column, from 1, in characters. */
    int column(int offset) {
        seek(offset);
        int column = prepared.text().codePointCount(lineStart, offset) + 1;
        return prepared.escaped().get(line) ? column - 1 : column;
    }

    /** Links are met in order, so that going on from the last one reads the text once. */
    private void seek(int offset) {
        if (offset < lineStart) {
            line = 0;
            lineStart = 0;
        }
        String text = prepared.text();
        for (int end = text.indexOf('\n', lineStart); end >= 0 && end < offset; end = text.indexOf('\n', lineStart)) {
            line++;
            lineStart = end + 1;
        }
    }
}
