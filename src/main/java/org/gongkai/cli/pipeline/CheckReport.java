package org.gongkai.cli.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.check.Comparison;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.text.AnsiStyle;
import org.gongkai.cli.text.FramedProblem;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.SourceLineReader;
import org.gongkai.cli.text.Terminal;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.problem.Problem;

/** Prints the result of a check as text: each problem with its line, then a summary by rule. */
final class CheckReport {

    private final Terminal terminal;
    private final AnsiStyle style;
    private final FramedProblem framed;
    private final ProblemOptions options;

    CheckReport(Terminal terminal, SourceLineReader lines, ProblemOptions options) {
        this.terminal = terminal;
        this.options = options;
        this.style = terminal.style();
        this.framed = new FramedProblem(style, lines);
    }

    /** Prints the report to the standard stream and a final sentence to the error stream. */
    void print(BuildResult result, Comparison problems) {
        List<String> report = new ArrayList<>();
        ShownProblems fresh = options.shown(problems.fresh(), ShownProblems.DEFAULT_LIMIT);
        list(report, fresh);
        if (!problems.known().isEmpty()) {
            heading(report, "已有的问题（不影响本次提交）：");
            list(
                    report,
                    options.shown(
                            problems.known(),
                            ShownProblems.DEFAULT_LIMIT - fresh.shown().size()));
        }
        if (!problems.fresh().isEmpty()) {
            report.add("");
            report.add(style.strong(ProblemSummary.HEADING));
            report.addAll(new ProblemSummary(style).lines(problems.fresh()));
        }
        if (!result.exemptions().isEmpty()) {
            heading(report, "用上的例外：");
            result.exemptions()
                    .forEach(exemption ->
                            report.add("  " + exemption.path() + " " + exemption.code() + " " + exemption.reason()));
        }
        report.forEach(terminal.out()::println);
        terminal.out().flush();
        terminal.err().println(sentence(result, problems));
    }

    private void list(List<String> report, ShownProblems problems) {
        problems.shown().forEach(problem -> report.addAll(framed.lines(problem)));
        problems.omittedNote().ifPresent(report::add);
    }

    private void heading(List<String> report, String heading) {
        if (!report.isEmpty()) {
            report.add("");
        }
        report.add(style.strong(heading));
    }

    private static String sentence(BuildResult result, Comparison problems) {
        long errors = problems.fresh().stream().filter(Problem::isError).count();
        long warnings = problems.fresh().size() - errors;
        String found = errors > 0
                ? "发现 " + errors + " 个错误" + (warnings > 0 ? "、" + warnings + " 个警告" : "")
                : warnings > 0 ? "有 " + warnings + " 个警告，没有错误" : "没有发现问题";
        String known =
                problems.known().isEmpty() ? "" : "；另有 " + problems.known().size() + " 个已有的问题";
        return "检查完成：" + found + known + "。";
    }
}
