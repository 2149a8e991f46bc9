package org.gongkai.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.gongkai.problem.Problem;

/** One conversion of AsciiDoc: which file it is of and what was found wrong so far. */
final class AsciiDocRun {
    private final String folder;
    private final Markup markup;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> included = new TreeSet<>();
    private int includes;

    /**
     * @param folder the content folder, ending in {@code /}; a body that does not stand below it is taken as if it did
     */
    AsciiDocRun(String folder, Markup markup) {
        this.folder = folder;
        this.markup = markup;
        this.file = markup.path().startsWith(folder) ? markup.path() : folder + markup.path();
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    boolean isBelowContent(String path) {
        return path.startsWith(folder);
    }

    /** What a writer calls the folder from which files may be included. */
    String scope() {
        return folder.isEmpty() ? "项目文件夹" : "内容目录";
    }

    List<Problem> problems() {
        return problems;
    }

    /** Takes note that the text depends on a file. */
    void includes(String path) {
        included.add(path);
    }

    Set<String> included() {
        return included;
    }

    int countInclude() {
        return ++includes;
    }

    /** The file that Asciidoctor is reading: an included one, or the body itself. */
    String fileOf(String read) {
        return read != null && !read.isEmpty() && included.contains(read) ? read : file;
    }

    void error(String code, String of, int line, String message, String hint) {
        problems.add(Problem.error(code, pathOf(of), lineOf(of, line), 1, message, hint));
    }

    void warning(String code, String of, int line, String message, String hint) {
        problems.add(Problem.warning(code, pathOf(of), lineOf(of, line), 1, message, hint));
    }

    private String pathOf(String of) {
        return of.equals(file) ? markup.path() : shown(of);
    }

    private int lineOf(String of, int line) {
        int at = Math.max(1, line);
        return of.equals(file) ? markup.firstLine() + at - 1 : at;
    }

    /** A message of Asciidoctor. */
    void log(LogRecord entry) {
        Severity severity = entry.getSeverity();
        if (severity == Severity.DEBUG || severity == Severity.INFO || entry.getMessage() == null) {
            return;
        }
        Cursor cursor = entry.getCursor();
        String of = fileOf(cursor == null ? null : cursor.getFile());
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

    private String shown(String of) {
        return markup.path().startsWith(folder) ? of : of.substring(folder.length());
    }
}
