package org.gongkai.cli.text;

import java.util.List;
import org.gongkai.problem.Problem;

/** Reports the errors of a source to a command that needs one without errors. */
public record SourceErrors(Terminal terminal) {

    /**
     * Prints errors.
     *
     * @param errors all of them
     * @param shown those to be listed
     * @param omitted how to see the others
     * @param consequence what was not done because of them
     */
    public void print(List<Problem> errors, ShownProblems shown, String omitted, String consequence) {
        shown.shown().forEach(problem -> terminal.note(terminal.style().problem(problem)));
        if (shown.omitted() > 0) {
            terminal.note("……还有 " + shown.omitted() + " 个没有列出；" + omitted);
        }
        terminal.note("发现 " + errors.size() + " 个错误，" + consequence);
    }
}
