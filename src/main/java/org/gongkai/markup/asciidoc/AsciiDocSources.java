package org.gongkai.markup.asciidoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.markup.BodyPositions;

/**
 * The body and the parts of files that went into one conversion, and the places in them. Asciidoctor counts lines of a
 * part one by one although some were left out, so that each part is given numbers of its own to be counted from.
 */
final class AsciiDocSources {
    /** No file has as many lines. */
    private static final int APART = 10_000_000;
    /** Asciidoctor counts back over lines that it put before a part. */
    private static final int BEFORE = 10;

    private final List<Part> parts = new ArrayList<>();
    /** Where each text was found last. */
    private final Map<String, Found> found = new HashMap<>();

    /** A part with the number of its lines but blank ones at its end. */
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
     * A place.
     *
     * @param file path of the file as Asciidoctor knows it
     * @param line line in it, from 1; of the body, not of the file that holds it
     * @param column column, from 1, in characters
     */
    record Place(String file, int line, int column) {}

    /** The sources of a body. */
    AsciiDocSources(String file, String text) {
        parts.add(new Part(file, text, new int[0]));
    }

    /** Adds lines of a file and returns the number from which Asciidoctor is to count them. */
    int add(String file, IncludedLines lines) {
        parts.add(new Part(file, lines.text(), lines.numbers()));
        return (parts.size() - 1) * APART + 1;
    }

    /** The place of a line as Asciidoctor counts it. */
    Place place(int counted) {
        int index = Math.min(parts.size() - 1, Math.max(0, (counted + BEFORE) / APART));
        Part part = parts.get(index);
        return new Place(part.file(), numbered(part, Math.max(1, counted - index * APART)), 1);
    }

    /**
     * The next place at which something stands; once there are no more, the last one, and the beginning of the body if it
     * stands nowhere.
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

    /** Asciidoctor tells of some things only when it is past the end. */
    private static int numbered(Part part, int line) {
        int[] numbers = part.numbers();
        return numbers.length == 0 ? Math.min(line, part.lines()) : numbers[Math.min(numbers.length, line) - 1];
    }
}
