package org.gongkai.cli.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.ProblemDifference;
import org.gongkai.cli.option.JobsOption;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.StateOptions;
import org.gongkai.cli.text.ProblemSummary;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.cli.text.ShownProblems;
import org.gongkai.cli.text.Terminal;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: reports the problems that {@code build} would report, and writes nothing. */
@Command(name = "check", description = "只检查，不生成站点：逐条说明问题在哪一行，最后按规则汇总。")
public final class CheckCommand extends ReportingCommand {

    @Mixin
    private StateOptions state;

    @Option(names = "--base", paramLabel = "提交", description = "只有这个提交以后新出的问题才算数，如 origin/main；以前就有的列在后面，JSON 里不列")
    private String base;

    @Option(names = "--drafts", description = "连同草稿和未到发布日期的条目，与 build --drafts 所报的相同")
    private boolean drafts;

    @Option(names = "--no-cache", description = "全部重新检查，不用上次留下的结果")
    private boolean noCache;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private ProblemOptions listed;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        long start = clock.millis();
        BuildRequest request = state.request();
        List<Problem> before = base == null
                ? List.of()
                : check(request.revision(Optional.of(base)), Optional.empty()).problems();
        BuildResult result = check(request, Optional.ofNullable(base));
        ProblemDifference problems = ProblemDifference.of(result.problems(), before);
        if (isJson()) {
            result(new JsonReport(result.summary(), problems.fresh(), clock.millis() - start));
        } else {
            new CheckReport(terminal, listed).print(result, problems);
        }
        return problems.fresh().stream().anyMatch(Problem::isError) ? 1 : 0;
    }

    private BuildResult check(BuildRequest asked, Optional<String> since) throws IOException {
        BuildRequest request = asked.drafts(drafts)
                .reuse(noCache ? BuildRequest.Reuse.NONE : BuildRequest.Reuse.ALL)
                .jobs(jobs.count());
        try (ProgressLine progress = new ProgressLine(terminal, clock);
                SiteSource site = SiteSource.open(request).since(since)) {
            return new Build(ProgramRevision.ofProgram().number(), clock, progress, context.shared())
                    .run(request, site);
        }
    }

    /** Prints the result of a check as text: each problem with its place, then a summary by rule. */
    private record CheckReport(Terminal terminal, ProblemOptions options) {

        /** Prints the report to the standard stream and a final sentence to the error stream. */
        void print(BuildResult result, ProblemDifference problems) {
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
                report.add(terminal.style().strong(ProblemSummary.HEADING));
                report.addAll(new ProblemSummary(terminal.style()).lines(problems.fresh()));
            }
            if (!result.exemptions().isEmpty()) {
                heading(report, "用上的例外：");
                result.exemptions()
                        .forEach(exemption -> report.add(
                                "  " + exemption.path() + " " + exemption.code() + " " + exemption.reason()));
            }
            report.forEach(terminal::print);
            terminal.out().flush();
            terminal.note(sentence(result, problems));
        }

        private void list(List<String> report, ShownProblems problems) {
            problems.shown().forEach(problem -> report.add(terminal.style().problem(problem)));
            problems.omittedNote().ifPresent(report::add);
        }

        private void heading(List<String> report, String heading) {
            if (!report.isEmpty()) {
                report.add("");
            }
            report.add(terminal.style().strong(heading));
        }

        private static String sentence(BuildResult result, ProblemDifference problems) {
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
}
