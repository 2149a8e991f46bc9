package org.gongkai.cli.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Comparison;
import org.gongkai.cli.option.CommandContext;
import org.gongkai.cli.option.DayConverter;
import org.gongkai.cli.option.JobsConverter;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.ReportFormat;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.cli.text.SourceLineReader;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: reports the problems that {@code build} would report, and writes nothing. */
@Command(name = "check", description = "只检查，不生成站点：逐条显示问题所在的那一行，最后按规则汇总。")
public final class CheckCommand extends ProgramCommand {

    public CheckCommand(CommandContext context) {
        super(context);
    }

    @Mixin
    private SiteOption source;

    @Option(names = "--rev", paramLabel = "提交", description = "检查 git 仓库里的这个提交，不看文件夹里的改动；裸仓库也可以")
    private String revision;

    @Option(names = "--base", paramLabel = "提交", description = "只有这个提交以后新出的问题才算数，如 origin/main；以前就有的列在后面，JSON 里不列")
    private String base;

    @Option(names = "--as-of", paramLabel = "年-月-日", converter = DayConverter.class, description = "按这一天的日期检查（默认：今天）")
    private LocalDate asOf;

    @Option(names = "--drafts", description = "连同草稿和未到发布日期的条目，与 build --drafts 所报的相同")
    private boolean drafts;

    @Option(names = "--no-cache", description = "全部重新检查，不用上次留下的结果")
    private boolean noCache;

    @Option(names = "--jobs", paramLabel = "数", converter = JobsConverter.class, description = "同时做几件事（默认：处理器的核数）")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "结果写成文字还是 JSON")
    private ReportFormat format;

    @Mixin
    private ProblemOptions listed;

    @Mixin
    private ListedSites sites;

    @Override
    public Integer call() throws IOException {
        long start = clock.millis();
        Path root = source.root(revision);
        List<Problem> before =
                base == null ? List.of() : check(root, Optional.of(base)).problems();
        BuildResult result = check(root, Optional.ofNullable(revision));
        Comparison problems = Comparison.of(result.problems(), before);
        if (format == ReportFormat.json) {
            terminal.out().println(new JsonReport(result.summary(), clock.millis() - start).of(problems.fresh()));
        } else {
            try (SiteSource lines = SiteSource.open(source.request(root).revision(Optional.ofNullable(revision)))) {
                new CheckReport(terminal, new SourceLineReader(lines), listed).print(result, problems);
            }
        }
        return problems.fresh().stream().anyMatch(Problem::isError) ? 1 : 0;
    }

    private BuildResult check(Path root, Optional<String> commit) throws IOException {
        try (ProgressLine progress = new ProgressLine(terminal, clock)) {
            return new Build(ProgramVersion.text(), clock, progress, context.shared())
                    .run(source.request(root)
                            .revision(commit)
                            .asOf(Optional.ofNullable(asOf))
                            .drafts(drafts)
                            .reuse(noCache ? BuildRequest.Reuse.NONE : BuildRequest.Reuse.ALL)
                            .jobs(jobs));
        }
    }
}
