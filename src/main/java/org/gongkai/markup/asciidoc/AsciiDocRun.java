package org.gongkai.markup.asciidoc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
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
}
