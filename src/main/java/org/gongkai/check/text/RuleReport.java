package org.gongkai.check.text;

import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/** Converts the findings of rules in one entry to problems. */
public final class RuleReport {

    private final String path;
    private final Consumer<Problem> problems;

    RuleReport(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Reports an error or a warning, as its code begins, at an index of a line. */
    public void add(String code, TextLine line, int index, String message, String hint) {
        int column = line.column()
                + line.text().codePointCount(0, Math.min(index, line.text().length()));
        problems.accept(
                code.startsWith("E")
                        ? Problem.error(code, path, line.number(), column, message, hint)
                        : Problem.warning(code, path, line.number(), column, message, hint));
    }
}
