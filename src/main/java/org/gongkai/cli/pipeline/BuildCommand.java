package org.gongkai.cli.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.JobsOption;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.StateOptions;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.pipeline.BuildResult.BuildSummary;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build}: checks the content and builds the site. */
@Command(name = "build", description = "检查内容并生成站点。有错误时逐条说明，站点保持原样。")
public final class BuildCommand extends ReportingCommand {

    @Mixin
    private StateOptions state;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件夹",
            description = "写到哪里（默认：根文件夹下的 target/site）")
    private Path output;

    @Option(names = "--audience", paramLabel = "名称", description = "只生成这个公开对象的站点（默认：全部）")
    private String audience;

    @Option(names = "--only-special", description = "只生成公开范围是“特定对象”的条目，供送达本人；必须用 -o 写到一个空的文件夹，不要放到任何网站上")
    private boolean onlySpecial;

    @Option(names = "--drafts", description = "连同草稿和未到发布日期的条目，供预览；不要对外发布")
    private boolean drafts;

    @Option(names = "--no-cache", description = "全部重新生成，不用上次留下的结果")
    private boolean noCache;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private ProblemOptions problems;

    @Option(names = "--timings", description = "列出每一步用的时间")
    private boolean timings;

    @Override
    protected int run() throws IOException {
        long start = clock.millis();
        BuildRequest asked = state.request();
        Path root = asked.source();
        if (output == null && !Files.isDirectory(root.resolve("content"))) {
            throw new WrongUsage("请用 -o 说明写到哪里：这里没有 content 文件夹：" + root);
        }
        Path target = output == null
                ? root.resolve("target/site")
                : output.toAbsolutePath().normalize();
        BuildRequest request = asked.into(target)
                .audience(onlySpecial ? Optional.of(SiteConfig.SPECIAL) : Optional.ofNullable(audience))
                .drafts(drafts)
                .reuse(noCache ? BuildRequest.Reuse.NONE : BuildRequest.Reuse.SUMMARY)
                .previous(new UnpublishedSite())
                .jobs(jobs.count());
        OutputCheck.refuse(request, target);
        OutputCheck.refuseStore(target);
        OutputCheck.special(onlySpecial, audience, output);
        BuildSummary summary;
        try (ProgressLine progress = new ProgressLine(terminal, clock);
                SiteSource site = SiteSource.open(request)) {
            summary = new Build(ProgramRevision.ofProgram().number(), clock, progress, context.shared())
                    .run(request, site)
                    .summary();
        }
        long millis = clock.millis() - start;
        if (isJson()) {
            summary.notes().forEach(note -> terminal.note("注意：" + note + "。"));
            result(new JsonReport(summary, summary.problems(), millis));
        } else {
            new BuildReport(summary, problems, millis).print(terminal, timings);
        }
        return summary.succeeded() ? 0 : 1;
    }

    /** A site that is built into a folder and has no releases; the stores of other sites are kept from it. */
    private static final class UnpublishedSite implements PreviousPublication {

        @Override
        public Editions editions(String folder) {
            return Editions.NONE;
        }

        @Override
        public boolean isStore(Path folder) throws IOException {
            return !Store.at(folder).isEmpty();
        }
    }
}
