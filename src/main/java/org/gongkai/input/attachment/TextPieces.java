package org.gongkai.input.attachment;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Collects the texts of one file within its limits. */
final class TextPieces {

    private final ReadingLimits limits;
    private final long deadline;
    private final List<TextPiece> all = new ArrayList<>();
    private long characters;

    TextPieces(ReadingLimits limits) {
        this.limits = limits;
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
            throw new LimitExceeded();
        }
        all.add(new TextPiece(nature, where, line, column, cell, text));
    }

    /** Checks the time limit; called regularly by work whose duration depends on the file. */
    void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new LimitExceeded();
        }
    }
}
