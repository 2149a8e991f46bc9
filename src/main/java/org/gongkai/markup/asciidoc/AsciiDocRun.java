package org.gongkai.markup.asciidoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;

/** State of one conversion of AsciiDoc: its file, its includes and the problems so far. */
final class AsciiDocRun {
    private final String folder;
    private final IncludedTexts texts;
    private final Markup markup;
    private final String file;
    private final AsciiDocSources sources;
    /** A set, because text that is shown twice, such as a heading in a table of contents, is reported once. */
    private final Set<Problem> problems = new LinkedHashSet<>();

    private final Set<String> included = new TreeSet<>();
    private int includes;
    private boolean hasFormula;

    /**
     * @param folder the content folder, ending in {@code /}; a body outside it is treated as if it were inside
     * @param texts the files that may be included
     */
    AsciiDocRun(String folder, IncludedTexts texts, Markup markup) {
        this.folder = folder;
        this.texts = texts;
        this.markup = markup;
        this.file = markup.path().startsWith(folder) ? markup.path() : folder + markup.path();
        this.sources = new AsciiDocSources(file, markup.text());
    }

    Markup markup() {
        return markup;
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    IncludedTexts texts() {
        return texts;
    }

    boolean isBelowContent(String path) {
        return path.startsWith(folder);
    }

    /** Name, for messages, of the folder from which files may be included. */
    String scope() {
        return folder.isEmpty() ? "项目文件夹" : "内容目录";
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Records that the text depends on a file. */
    void includes(String path) {
        included.add(path);
    }

    /** Records included lines; returns the line number from which Asciidoctor counts them. */
    int reads(String path, IncludedLines lines) {
        return sources.add(path, lines);
    }

    Set<String> included() {
        return included;
    }

    int countInclude() {
        return ++includes;
    }

    /** Returns the position of a line as Asciidoctor counts it. */
    AsciiDocSources.Place place(int counted) {
        return sources.place(counted);
    }

    /** The folder of the body, ending in {@code /}. */
    String ownFolder() {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    void error(String code, AsciiDocSources.Place at, String message, String hint) {
        problems.add(Problem.error(code, path(at), line(at), at.column(), message, hint));
    }

    void warning(String code, AsciiDocSources.Place at, String message, String hint) {
        problems.add(Problem.warning(code, path(at), line(at), at.column(), message, hint));
    }

    /** Records a message of Asciidoctor. */
    void log(LogRecord entry) {
        Severity severity = entry.getSeverity();
        if (severity == Severity.DEBUG || severity == Severity.INFO || entry.getMessage() == null) {
            return;
        }
        AsciiDocMessages.Translation translation = AsciiDocMessages.translate(entry.getMessage());
        boolean isFormula = translation.code().equals(AsciiDocMessages.FORMULA);
        boolean isOwnHeader = markup.firstLine() == 1 && entry.getMessage().startsWith(AsciiDocMessages.HEADER);
        if (isFormula && hasFormula || isOwnHeader) {
            return;
        }
        hasFormula |= isFormula;
        Cursor cursor = entry.getCursor();
        boolean isKnown = cursor != null && translation.typed().isEmpty();
        AsciiDocSources.Place at = isKnown ? sources.place(cursor.getLineNumber()) : sources.find(translation.typed());
        if (translation.code().startsWith("E")) {
            error(translation.code(), at, translation.message(), translation.hint());
        } else {
            warning(translation.code(), at, translation.message(), translation.hint());
        }
    }

    private boolean isBody(AsciiDocSources.Place at) {
        return at.file().equals(file);
    }

    private int line(AsciiDocSources.Place at) {
        return isBody(at) ? markup.firstLine() + at.line() - 1 : at.line();
    }

    private String path(AsciiDocSources.Place at) {
        boolean isTyped = isBody(at) || markup.path().startsWith(folder);
        return isBody(at) ? markup.path() : isTyped ? at.file() : at.file().substring(folder.length());
    }

    /**
     * The body and the included parts of files in one conversion, and positions in them. Asciidoctor numbers the lines
     * of a part consecutively although some were omitted, so that each part has a separate range of numbers.
     */
    static final class AsciiDocSources {
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
         * Returns the next position of a text; after the last one, that position again, and the beginning of the body
         * if it does not occur.
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
}
