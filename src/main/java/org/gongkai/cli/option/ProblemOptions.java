package org.gongkai.cli.option;

import java.util.List;
import org.gongkai.cli.text.ShownProblems;
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
}
