package org.gongkai.inspect;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.inspect.Piece.Nature;

/** Collects the pieces of one file within its limits. */
final class Pieces {

    private final Limits limits;
    private final long deadline;
    private final List<Piece> all = new ArrayList<>();
    private long characters;

    Pieces(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.nanoseconds();
    }

    Limits limits() {
        return limits;
    }

    List<Piece> all() {
        return all;
    }

    /** Adds a text unless it is blank. */
    void add(Nature nature, String where, int line, int column, int cell, String text) {
        if (text.isBlank()) {
            return;
        }
        characters += text.length();
        if (characters > limits.characters()) {
            throw new TooMuch();
        }
        all.add(new Piece(nature, where, line, column, cell, text));
    }

    /** To be called every now and then in work whose length a file decides. */
    void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new TooMuch();
        }
    }
}
