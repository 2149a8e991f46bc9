package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.Build;
import org.gongkai.BuildRequest;
import org.gongkai.BuildResult;
import org.gongkai.BuiltSite;
import org.gongkai.EditionBuilds;
import org.gongkai.SiteSource;
import org.gongkai.release.Disk;
import org.gongkai.release.Editions;
import org.gongkai.release.NewSite;
import org.gongkai.release.Outcome;
import org.gongkai.release.Pen;
import org.gongkai.release.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish}: builds the site into a new release and leads readers to it. */
@Command(
        name = "publish",
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        descriptionHeading = "%n",
        description = "检查内容，生成一个新版本，核对以后换上去。有错误时逐条说明，读者看到的站点保持原样。")
final class PublishCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    PublishCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Mixin
    private SiteOption source;

    @Mixin
    private StoreOption store;

    @Option(names = "--rev", paramLabel = "版本", description = "发布 git 仓库里的这个版本，不看文件夹里的改动；裸仓库也可以")
    private String revision;

    @Option(names = "--as-of", paramLabel = "年-月-日", converter = DayConverter.class, description = "按这一天的日期生成（默认：今天）")
    private LocalDate asOf;

    @Option(names = "--audience", paramLabel = "名称", description = "只发布这个受众的站点（默认：全部）")
    private String audience;

    @Option(names = "--allow-lost", description = "允许丢掉上一版有的网址；丢掉了哪些，写进发布记录")
    private boolean allowLost;

    @Mixin
    private WriterOptions writer;

    @Option(names = "--jobs", paramLabel = "数", converter = JobsConverter.class, description = "同时做几件事（默认：处理器的核数）")
    private Integer jobs;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "结果写成文字还是 JSON")
    private Format format;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        long start = clock.millis();
        Path root = source.root(revision);
        OutputPlace.refuse(root, store.folder());
        SpecialOutput.refuse(audience);
        Pen pen = writer.pen(clock);
        int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        try (Publication publication = Publication.begin(store.folder(), writer.seconds(), clock, new Disk());
                ProgressLine progress = new ProgressLine(terminal, clock)) {
            EditionBuilds editions = new EditionBuilds(ProgramVersion.text(), progress, threads);
            for (String folder : publication.audiences()) {
                editions.add(folder, publication.editions(folder));
            }
            try (SiteSource site = SiteSource.open(root, Optional.ofNullable(revision))) {
                editions.build(root, site.editions(), publication.work().resolve("editions"));
            }
            BuildResult result = new Build(ProgramVersion.text(), clock, progress)
                    .run(new BuildRequest(
                            root,
                            Optional.ofNullable(revision),
                            Optional.of(publication.work().resolve("site")),
                            Optional.ofNullable(asOf),
                            Optional.ofNullable(audience),
                            false,
                            true,
                            folder -> new org.gongkai.site.Editions(Optional.empty(), editions.of(folder)),
                            threads));
            List<Outcome> outcomes = result.succeeded() ? publish(publication, result, editions, pen) : List.of();
            progress.close();
            editions.notes().forEach(note -> terminal.err().println("警告：" + note + "。"));
            return new PublishReport(terminal, allowLost).print(result, outcomes, format, clock.millis() - start);
        }
    }

    private List<Outcome> publish(Publication publication, BuildResult result, EditionBuilds editions, Pen pen)
            throws IOException {
        Clock local = clock.withZone(result.sites().get(0).zone());
        return publication.publish(
                result.sites().stream().map(PublishCommand::site).toList(),
                new Editions(
                        editions.made(
                                result.sites().stream().map(BuiltSite::audience).toList()),
                        editions::move),
                allowLost,
                new Pen(pen.by(), local, pen.key()));
    }

    private static NewSite site(BuiltSite built) {
        return new NewSite(
                built.audience(),
                built.folder(),
                built.output().orElseThrow(),
                built.entries(),
                built.pages(),
                built.entryAddresses(),
                built.otherAddresses());
    }
}
