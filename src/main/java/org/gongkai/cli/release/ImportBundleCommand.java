package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.publish.bundle.Bundle;
import org.gongkai.publish.bundle.BundleImport;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import bundle}: publishes the release of an archive. */
@Command(name = "bundle", parameterListHeading = "%n", description = "核对离线包，完好的才发布成新的发布批次，文件与那边的一字节不差；不需要联网。")
public final class ImportBundleCommand extends ReportingCommand {

    @Parameters(paramLabel = "文件", description = "export bundle 写出的离线包")
    private Path file;

    @Mixin
    private StoreOption to;

    @Option(names = "--public-key", paramLabel = "文件", description = "用这把公钥核对签名（Ed25519 或 SM2，PEM 格式）；没有签名的不收")
    private Path publicKey;

    @Option(names = "--allow-lost", description = "允许上一个发布批次的网址失效；哪些失效，写进发布记录")
    private boolean allowLost;

    @Option(names = "--force", description = "比现在的旧，或来自另一处发布，也收")
    private boolean force;

    @Option(names = "--with-withdrawn", paramLabel = "网址", description = "收比现在旧的时，允许重新公开这一条；有几条就写几次")
    private Set<String> withWithdrawn = Set.of();

    @Mixin
    private WriterOptions writer;

    @Override
    protected int run() throws IOException {
        Path archive = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(archive)) {
            throw new WrongUsage("没有这个文件：" + archive);
        }
        BundleImport publisher = new BundleImport(
                to.folder(),
                allowLost,
                force,
                withWithdrawn,
                writer.ledgerWriter(clock),
                writer.lockTimeoutSeconds(),
                clock);
        Optional<VerificationKey> key =
                publicKey == null ? Optional.empty() : Optional.of(VerificationKey.read(publicKey));
        try (Bundle bundle = Bundle.open(archive, key)) {
            List<Finding> findings = bundle.findings();
            if (!findings.isEmpty()) {
                findings.forEach(finding -> terminal.note(finding.text()));
                terminal.note("离线包有 " + findings.size() + " 处不对，没有导入，站点没有改动。");
                return ended(1);
            }
            Outcome outcome = publisher.run(bundle);
            done(PublishReport.fields(outcome));
            return ended(print(bundle, outcome));
        }
    }

    private int print(Bundle bundle, Outcome outcome) {
        outcome.notes().forEach(note -> terminal.note("提示：" + note + "。"));
        if (outcome.isRefused(allowLost)) {
            printRefusal(outcome);
            return 1;
        }
        terminal.print("离线包里的发布批次 " + bundle.release().release() + "："
                + (outcome.published().isPresent() ? "已发布" : "没有变化，没有新的发布批次"));
        outcome.published().ifPresent(published -> terminal.print(LedgerRecordText.of(published)));
        terminal.print("当前：" + outcome.current().resolve("index.html"));
        if (!outcome.lost().isEmpty() && outcome.published().isPresent()) {
            terminal.print("失效的网址：" + String.join("、", outcome.lost()));
        }
        String manifestHash = bundle.manifest().hash();
        if (outcome.published()
                .filter(published -> !published.manifest().equals(manifestHash))
                .isPresent()) {
            terminal.note("提示：这里另有撤下说明或年度存档的文件，清单与包里的不完全相同。");
        }
        bundle.manifest().nextChange().ifPresent(day -> terminal.print("下次变化：" + day + "（到这一天要有新的离线包）"));
        return 0;
    }

    private void printRefusal(Outcome outcome) {
        outcome.returned()
                .forEach(page -> terminal.note(page.text() + "；请在那边也撤下，要重新公开，先在这里运行 takedown " + page.taken()
                        + " --undo（连同 --to 和 --reason）"));
        outcome.lost().forEach(address -> terminal.note("网址 " + address + " 没有了；请在那边补上 旧址，确实不再需要，加上 --allow-lost"));
        terminal.note("没有导入，站点没有改动。");
    }
}
