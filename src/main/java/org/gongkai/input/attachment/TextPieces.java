package org.gongkai.input.attachment;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Collects the texts of one file within its limits. */
final class TextPieces {

    private static final int HEAP_OF_PIECE = 100;

    /** How many bytes the rules need for each character of the longest text. */
    private static final int HEAP_OF_RULES = 16;

    private final ReadingLimits limits;
    private final long deadline;
    private final List<TextPiece> all = new ArrayList<>();
    private long characters;
    private long heap;
    private int longest;

    /** @param heap what the file may take, in bytes */
    TextPieces(ReadingLimits limits, long heap) {
        this.limits = limits;
        this.heap = heap;
        this.deadline = System.nanoTime() + limits.nanoseconds();
    }

    ReadingLimits limits() {
        return limits;
    }

    List<TextPiece> all() {
        return all;
    }

    /** Adds a text unless it is blank. */
    void add(Nature nature, String where, int line, int column, int cell, String text) {
        if (text.isBlank()) {
            return;
        }
        characters += text.length();
        if (characters > limits.characters()) {
            throw new LimitExceeded(false);
        }
        take(HEAP_OF_PIECE + 2L * text.length());
        // Rules make copies of one text at a time.
        take((long) HEAP_OF_RULES * Math.max(0, text.length() - longest));
        longest = Math.max(longest, text.length());
        all.add(new TextPiece(nature, where, line, column, cell, text));
    }

    /**
     * Counts memory that the file takes; called before it is taken.
     *
     * @throws LimitExceeded if it is more than the file may take
     */
    void take(long bytes) {
        heap -= bytes;
        if (heap < 0) {
            throw new LimitExceeded(true);
        }
    }

    /** What the file may still take, in bytes. */
    long heap() {
        return heap;
    }

    /** Counts memory that the file has released. */
    void release(long bytes) {
        heap += bytes;
    }

    /** Checks the time limit; called regularly by work whose duration depends on the file. */
    void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new LimitExceeded(false);
        }
    }
}
