package org.gongkai.check.text;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** Takes what the rules find in one entry. */
final class Report {

    private final String path;
    private final Consumer<Problem> problems;

    Report(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Tells of an error at a place of a line. */
    void error(String code, Line line, int index, String message, String hint) {
        problems.accept(Problem.error(code, path, line.number(), line.columnOf(index), message, hint));
    }

    /** Tells of a warning at a place of a line. */
    void warning(String code, Line line, int index, String message, String hint) {
        problems.accept(Problem.warning(code, path, line.number(), line.columnOf(index), message, hint));
    }
}
