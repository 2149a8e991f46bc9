package org.gongkai.check.text;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** Converts the findings of rules in one entry to problems. */
public final class RuleReport {

    private final String path;
    private final Consumer<Problem> problems;
    private TextLine lastLine;
    private int lastIndex;
    private int lastColumn;

    RuleReport(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Reports an error at an index of a line. */
    public void error(String code, TextLine line, int index, String message, String hint) {
        problems.accept(Problem.error(code, path, line.number(), column(line, index), message, hint));
    }

    /** Reports a warning at an index of a line. */
    public void warning(String code, TextLine line, int index, String message, String hint) {
        problems.accept(Problem.warning(code, path, line.number(), column(line, index), message, hint));
    }

    /** The column in code points, computed incrementally because a long line may have thousands of problems. */
    private int column(TextLine line, int index) {
        int to = Math.min(index, line.text().length());
        boolean goesOn = line == lastLine && to >= lastIndex;
        int from = goesOn ? lastIndex : 0;
        lastColumn = (goesOn ? lastColumn : line.column()) + line.text().codePointCount(from, to);
        lastIndex = to;
        lastLine = line;
        return lastColumn;
    }
}
