package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gongkai.build.edition.RequestedEditions;
import org.gongkai.cli.ExecutionFailureHandler;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.SourceBundleImport;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.bundle.Bundle;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.NewSite;
import org.gongkai.publish.release.Outcome;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.CheckingKey;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.site.identity.PublishedEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import bundle}: publishes the release that an archive holds. */
@Command(
        name = "bundle",
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = "核对离线包，完好的才发布成新版本，文件与那边的一字节不差；不需要联网。")
public final class ImportBundleCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    public ImportBundleCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Parameters(paramLabel = "文件", description = "export bundle 写出的离线包")
    private Path file;

    @Mixin
    private StoreOption to;

    @Option(names = "--public-key", paramLabel = "文件", description = "用这把公钥核对签名（Ed25519，PEM 格式）；没有签名的不收")
    private Path publicKey;

    @Option(names = "--git", paramLabel = "仓库", description = "把包里的源文件收进这个裸仓库；没有就新建，只许前进")
    private Path git;

    @Option(names = "--allow-lost", description = "允许丢掉上一版有的网址；丢掉了哪些，写进发布记录")
    private boolean allowLost;

    @Option(names = "--force", description = "比现在的旧，或来自另一处发布，也收")
    private boolean force;

    @Option(names = "--no-gzip", description = "不放压缩副本（.gz）；平时网页和样式等旁边都放一份，网页服务器就不必边送边压")
    private boolean noGzip;

    @Mixin
    private WriterOptions writer;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path place = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(place)) {
            throw new WrongUsage("没有这个文件：" + place);
        }
        LedgerWriter pen = writer.ledgerWriter(clock);
        Optional<CheckingKey> key = publicKey == null ? Optional.empty() : Optional.of(CheckingKey.read(publicKey));
        try (Bundle bundle = Bundle.open(place)) {
            List<Finding> findings = bundle.check(key);
            if (!findings.isEmpty()) {
                findings.forEach(finding -> terminal.err().println(finding.text()));
                terminal.err().println("离线包有 " + findings.size() + " 处不对，没有导入，站点没有改动。");
                return 1;
            }
            if (git != null && !bundle.hasSources()) {
                throw new WrongUsage("这个离线包里没有源文件，请去掉 --git，或在那边用 export bundle -s 再写一次");
            }
            if (git != null && !SourceBundleImport.canTake(git.toAbsolutePath())) {
                throw new WrongUsage("--git 要写一个裸仓库，或还没有的文件夹：" + git.toAbsolutePath());
            }
            return publish(bundle, pen);
        }
    }

    private int publish(Bundle bundle, LedgerWriter pen) throws IOException {
        Imported release = bundle.release();
        try (Publication publication = Publication.begin(to.folder(), writer.lockTimeoutSeconds(), clock, new Disk())) {
            Store store = new Store(to.folder());
            refuseOlder(store, release);
            Path built = publication.work().resolve("site");
            bundle.unpackSite(built);
            Optional<SourceBundleImport> sources = Optional.empty();
            try {
                if (git != null) {
                    Path packed = publication.work().resolve("sources.bundle");
                    bundle.unpackSources(packed);
                    sources = Optional.of(SourceBundleImport.of(packed, git.toAbsolutePath()));
                    refuseOtherHistory(sources.get());
                }
                Outcome outcome = publication
                        .publish(
                                List.of(site(bundle, release, built)),
                                RequestedEditions.NONE,
                                new Publication.Choices(allowLost, !noGzip),
                                pen.at(clock.withZone(release.at().getOffset())))
                        .get(0);
                ImportReport report = new ImportReport(terminal, outcome, allowLost);
                if (!report.refused() && sources.isPresent()) {
                    try {
                        sources.get().finish();
                    } catch (IOException e) {
                        report.print(bundle, Optional.empty());
                        terminal.err()
                                .println("网站已经更新，但是源文件没有收进仓库（" + ExecutionFailureHandler.sentence(e)
                                        + "）；排除原因以后请再导入一次。");
                        return 3;
                    }
                }
                return report.print(bundle, Optional.ofNullable(git));
            } finally {
                if (sources.isPresent()) {
                    sources.get().close();
                }
            }
        }
    }

    private static NewSite site(Bundle bundle, Imported release, Path built) throws IOException {
        List<PublishedEntry> entries = bundle.entries(built);
        Set<String> others = new TreeSet<>(bundle.lasting());
        entries.forEach(entry -> others.remove(entry.address()));
        return new NewSite(
                "",
                "",
                built,
                bundle.counts().entries(),
                bundle.counts().pages(),
                entries,
                others,
                Optional.of(release));
    }

    private void refuseOlder(Store store, Imported release) throws IOException {
        Optional<Release> current =
                Files.exists(store.records()) ? store.ledger().current() : Optional.empty();
        if (force || current.isEmpty()) {
            return;
        }
        Optional<Imported> stands = current.get().published().origin().imported();
        if (stands.isPresent() && !stands.get().store().equals(release.store())) {
            throw new PublicationRefused("这个离线包来自另一处发布，和这里的站点不是同一个（例如另一个受众的）；确实要用它换掉，加上 --force");
        }
        OffsetDateTime since =
                stands.map(Imported::at).orElse(current.get().made().at());
        if (release.at().isBefore(since)) {
            throw new PublicationRefused("离线包里的版本 " + release.release() + " 比现在的 "
                    + stands.map(Imported::release).orElse(current.get().id()) + " 旧；如果有意退回去，加上 --force");
        }
    }

    private void refuseOtherHistory(SourceBundleImport sources) {
        if (!sources.isForward()) {
            throw new PublicationRefused(
                    "仓库 " + git.toAbsolutePath() + " 的分支 " + sources.branch() + " 有离线包里没有的提交，不能覆盖；请换一个仓库，或去掉 --git");
        }
    }
}
