package org.gongkai.markup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.gongkai.problem.Problem;

/** One conversion of AsciiDoc: which file it is of and what was found wrong so far. */
final class AsciiDocRun {
    private final Path root;
    private final Markup markup;
    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private int includes;

    AsciiDocRun(Path root, Markup markup) {
        this.root = root;
        this.markup = markup;
        // Paths are given from the site's root; the content folder is their first name.
        String name = root.getFileName() + "/";
        String below = markup.path().startsWith(name) ? markup.path().substring(name.length()) : markup.path();
        this.file = root.resolve(below).normalize();
    }

    List<Problem> problems() {
        return problems;
    }

    int countInclude() {
        return ++includes;
    }

    /** The file that Asciidoctor is reading: an included one, or the body itself. */
    Path fileOf(String read) {
        try {
            Path path = read == null || read.isEmpty() ? file : Path.of(read);
            return path.startsWith(root) ? path : file;
        } catch (InvalidPathException e) {
            return file;
        }
    }

    void error(String code, Path of, int line, String message, String hint) {
        boolean isBody = of.equals(file);
        int at = Math.max(1, line);
        problems.add(Problem.error(
                code, isBody ? markup.path() : shown(of), isBody ? markup.firstLine() + at - 1 : at, 1, message, hint));
    }

    /** Tells of something in a file that the body includes. */
    void tell(Problem problem) {
        problems.add(problem);
    }

    /** A message of Asciidoctor. */
    void log(LogRecord entry) {
        Severity severity = entry.getSeverity();
        if (severity == Severity.DEBUG || severity == Severity.INFO || entry.getMessage() == null) {
            return;
        }
        Cursor cursor = entry.getCursor();
        Path of = fileOf(cursor == null ? null : cursor.getFile());
        boolean isBody = of.equals(file);
        int line = cursor == null ? 1 : Math.max(1, cursor.getLineNumber());
        String[] chinese = AsciiDocMessages.chinese(entry.getMessage());
        problems.add(Problem.warning(
                "W163",
                isBody ? markup.path() : shown(of),
                isBody ? markup.firstLine() + line - 1 : line,
                1,
                chinese[0],
                chinese[1]));
    }

    String shown(Path of) {
        String below = root.relativize(of).toString().replace('\\', '/');
        return markup.path().startsWith(root.getFileName() + "/") ? root.getFileName() + "/" + below : below;
    }
}
