package org.gongkai.markup.asciidoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.markup.BodyPositions;

/**
 * The body and the included parts of files in one conversion, and positions in them. Asciidoctor numbers the lines of a
 * part consecutively although some were omitted, so that each part has a separate range of numbers.
 */
final class AsciiDocSources {
    /** Distance between the ranges; no file has as many lines. */
    private static final int APART = 10_000_000;
    /** Asciidoctor counts backwards over lines that it inserted before a part. */
    private static final int BEFORE = 10;

    private final List<Part> parts = new ArrayList<>();
    /** Position at which each text was last found. */
    private final Map<String, Found> found = new HashMap<>();

    /** A part and the number of its lines without trailing blank ones. */
    private record Part(String file, String text, int[] numbers, int lines, BodyPositions positions) {
        Part(String file, String text, int[] numbers) {
            this(
                    file,
                    text,
                    numbers,
                    1
                            + (int) text.stripTrailing()
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count(),
                    new BodyPositions(text, 1));
        }
    }

    private record Found(int part, int offset, Place place) {}

    /**
     * A position.
     *
     * @param file path of the file for Asciidoctor
     * @param line line in it, from 1; of the body, not of the file that contains it
     * @param column column, from 1, in characters
     */
    record Place(String file, int line, int column) {}

    /** The sources of a body. */
    AsciiDocSources(String file, String text) {
        parts.add(new Part(file, text, new int[0]));
    }

    /** Adds lines of a file and returns the line number from which Asciidoctor counts them. */
    int add(String file, IncludedLines lines) {
        parts.add(new Part(file, lines.text(), lines.numbers()));
        return (parts.size() - 1) * APART + 1;
    }

    /** Returns the position of a line as Asciidoctor counts it. */
    Place place(int counted) {
        int index = Math.min(parts.size() - 1, Math.max(0, (counted + BEFORE) / APART));
        Part part = parts.get(index);
        return new Place(part.file(), numbered(part, Math.max(1, counted - index * APART)), 1);
    }

    /**
     * Returns the next position of a text; after the last one, that position again, and the beginning of the body if it
     * does not occur.
     */
    Place find(String typed) {
        Found last = found.getOrDefault(
                typed, new Found(0, -1, new Place(parts.get(0).file(), 1, 1)));
        if (typed.isEmpty()) {
            return last.place();
        }
        int from = last.offset() + 1;
        for (int i = last.part(); i < parts.size(); i++) {
            int at = parts.get(i).text().indexOf(typed, from);
            if (at >= 0) {
                Place place = at(parts.get(i), at);
                found.put(typed, new Found(i, at, place));
                return place;
            }
            from = 0;
        }
        found.put(typed, new Found(parts.size(), -1, last.place()));
        return last.place();
    }

    private static Place at(Part part, int offset) {
        int line = part.positions().line(offset);
        return new Place(part.file(), numbered(part, line), part.positions().column(offset));
    }

    /** Asciidoctor reports some problems at the line after the last. */
    private static int numbered(Part part, int line) {
        int[] numbers = part.numbers();
        return numbers.length == 0 ? Math.min(line, part.lines()) : numbers[Math.min(numbers.length, line) - 1];
    }
}
