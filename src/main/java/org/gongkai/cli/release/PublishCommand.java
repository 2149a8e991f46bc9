package org.gongkai.cli.release;

import java.io.IOException;
import java.util.Optional;
import org.gongkai.cli.option.JobsOption;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.StateOptions;
import org.gongkai.cli.text.ProgressLine;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.publish.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish}: builds the site as a new release and switches {@code current} to it. */
@Command(name = "publish", description = "检查内容，生成一个新的发布批次，核对以后启用。有错误时逐条说明，读者看到的站点保持原样。")
public final class PublishCommand extends ReportingCommand {

    @Mixin
    private StateOptions state;

    @Mixin
    private StoreOption store;

    @Option(names = "--audience", paramLabel = "名称", description = "只发布这个公开对象的站点（默认：全部）")
    private String audience;

    @Option(names = "--allow-lost", description = "允许上一个发布批次的网址失效；哪些失效，写进发布记录")
    private boolean allowLost;

    @Option(names = "--no-cache", description = "全部重新生成，不用上次留下的结果")
    private boolean noCache;

    @Mixin
    private WriterOptions writer;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private ProblemOptions problems;

    @Mixin
    private ListedSites sites;

    @Override
    protected int run() throws IOException {
        long start = clock.millis();
        BuildRequest request = state.request();
        OutputCheck.refuse(request, store.folder());
        OutputCheck.refuseSpecial(audience);
        try (ProgressLine progress = new ProgressLine(terminal, clock)) {
            Publisher.Result result = new Publisher(
                            ProgramRevision.ofProgram().number(), clock, progress, context.shared())
                    .publish(new Publisher.Request(
                            request.audience(Optional.ofNullable(audience))
                                    .reuse(noCache ? BuildRequest.Reuse.NONE : BuildRequest.Reuse.ALL)
                                    .jobs(jobs.count()),
                            store.folder(),
                            allowLost,
                            writer.ledgerWriter(clock),
                            writer.lockTimeoutSeconds(),
                            Publisher.PreparedSite.NONE));
            progress.close();
            long millis = clock.millis() - start;
            new PublishReport(terminal, problems, sites.isOne()).print(result, isJson(), millis);
            result(PublishReport.fields(result, millis));
            return result.isPublished() ? 0 : 1;
        }
    }
}
