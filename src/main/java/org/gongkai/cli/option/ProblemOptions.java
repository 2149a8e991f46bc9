package org.gongkai.cli.option;

import java.util.List;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that determines how many problems are listed. */
@Command
public final class ProblemOptions {

    @Option(names = "--all", description = "列出全部问题（默认：一个文件里同一种最多 5 个，一共最多 100 个，错误优先；写成 JSON 时总是全部）")
    private boolean all;

    /**
     * Selects the problems to list.
     *
     * @param limit how many, unless all are wanted
     */
    public ShownProblems shown(List<Problem> problems, int limit) {
        return all ? ShownProblems.all(problems) : ShownProblems.of(problems, limit);
    }

    /**
     * Prints the errors among the problems of a site, for a command that needs one without errors.
     *
     * @param consequence what was not done because of them
     * @return whether there are any
     */
    public boolean printErrors(List<Problem> problems, Terminal terminal, String consequence) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            shown(errors, ShownProblems.DEFAULT_LIMIT).print(terminal, "加上 --all 就全部列出。", consequence);
        }
        return !errors.isEmpty();
    }
}
