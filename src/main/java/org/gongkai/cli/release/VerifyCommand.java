package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cli.option.ListedSites;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.io.Json;
import org.gongkai.output.Manifest;
import org.gongkai.publish.bundle.Bundle;
import org.gongkai.publish.release.StoreCheck;
import org.gongkai.publish.release.Verification;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: compares published files with their manifest and the sealed digest of the manifest. */
@Command(
        name = "verify",
        parameterListHeading = "%n",
        description = "逐个文件核对：少了的、多了的、改过的都列出来。退出码：0 都对；1 有不对的，或者读者看到的还不是记录里的当前发布批次（文件可能都完好）。")
public final class VerifyCommand extends ReportingCommand {

    @Parameters(
            paramLabel = "文件夹或文件",
            description = "发布到的文件夹（核对当前发布批次）、一个发布批次（文件夹/releases/发布批次）、build 生成的站点，或一个离线包（export bundle 写出的文件）")
    private Path folder;

    @Option(names = "--all", description = "核对全部发布批次和年度存档，不只是当前发布批次")
    private boolean all;

    @Option(names = "--public-key", paramLabel = "文件", description = "用这把公钥核对签名（Ed25519 或 SM2，PEM 格式）")
    private Path key;

    @Mixin
    private ListedSites sites;

    /** What was verified and what was found of it, for a program. */
    private final List<Object> verified = new ArrayList<>();

    @Override
    protected int run() throws IOException {
        int findings = verify(folder.toAbsolutePath().normalize());
        result(Json.fields("ok", findings == 0, "verified", verified));
        if (findings > 0) {
            terminal.note("核对完成：有 " + findings + " 处不对。");
        }
        return findings > 0 ? 1 : 0;
    }

    /** Verifies what is at a path; returns the number of findings, as the methods below do. */
    private int verify(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return verifyBundle(path);
        }
        if (!Files.isDirectory(path)) {
            throw new WrongUsage("没有这个文件夹或文件：" + path);
        }
        List<Store> stores = Store.at(path);
        int findings = 0;
        for (Store store : stores) {
            findings += verifyStore(store);
        }
        if (!stores.isEmpty()) {
            return findings;
        }
        // One release, which may be unknown to the ledger of its store.
        Path releases = path.toRealPath().getParent();
        if (releases != null && releases.endsWith(Path.of("releases")) && releases.getParent() != null) {
            Store store = new Store(releases.getParent());
            if (Store.at(store.folder()).contains(store)) {
                return verifyRelease(store, path.toRealPath().getFileName().toString());
            }
        }
        if (Files.isRegularFile(path.resolve(Manifest.NAME))) {
            return report("站点", new Verification().site(path), "与它自己的清单相符（没有封存，清单本身无从核对）");
        }
        throw new WrongUsage("这里没有发布过的站点，也没有 " + Manifest.NAME + "：" + path);
    }

    private int verifyBundle(Path file) throws IOException {
        try (Bundle bundle = Bundle.open(file, key())) {
            List<Finding> findings = bundle.findings();
            int count = report("离线包 " + file, findings, "完好");
            if (findings.isEmpty()) {
                terminal.print(LedgerRecordText.of(bundle.record()));
                terminal.print("发布记录 " + bundle.record().hash()
                        + key().map(it -> "，签名正确（" + it.algorithm() + "）")
                                .orElse("（没有核对" + kind(bundle.record()) + "签名）"));
            }
            return count;
        }
    }

    private int verifyStore(Store store) throws IOException {
        StoreCheck check = new StoreCheck(store, key());
        List<LedgerRecord> records = check.ledger().records();
        LedgerRecord last = records.get(records.size() - 1);
        String unverified = last.signature().isEmpty() ? "" : "；有" + kind(last) + "签名，没有核对（核对用 --public-key）";
        terminal.print("发布记录：" + store.records() + "，" + records.size() + " 条，前后相符；末条 " + last.hash()
                + key().map(it -> "；签名用 " + it.algorithm() + " 公钥核对").orElse(unverified));
        int findings = reportPendingSwitch(check);
        if (all) {
            for (Map.Entry<String, List<Finding>> part : check.all().entrySet()) {
                findings += report(part.getKey(), part.getValue(), "完好");
            }
        } else {
            findings += report("当前发布批次 " + check.served().map(Release::id).orElse("（无）"), check.current(), "完好");
        }
        return findings;
    }

    private static String kind(LedgerRecord signed) {
        return signed.signature().map(kind -> " " + kind + " ").orElse("");
    }

    private int reportPendingSwitch(StoreCheck check) throws IOException {
        if (!check.waitsForSwitch()) {
            return 0;
        }
        String named = check.ledger().current().map(Release::id).orElse("（无）");
        String now = check.served()
                .map(release -> "current 指向发布批次 " + release.id() + "，不是记录里的当前发布批次 " + named)
                .orElse("还没有 current，记录里的当前发布批次是 " + named);
        return one(now, "上一条命令记下以后没有换过去就断了，或者有人改动过；下一条发布、换回、撤下或清理的命令会先换到 " + named + "，不必修");
    }

    private int verifyRelease(Store store, String id) throws IOException {
        StoreCheck check = new StoreCheck(store, key());
        if (check.ledger().retained(id).isEmpty()) {
            return one("发布批次 " + id, "发布记录里没有它");
        }
        return report("发布批次 " + id, check.release(id), "完好");
    }

    private Optional<VerificationKey> key() throws IOException {
        return key == null ? Optional.empty() : Optional.of(VerificationKey.read(key));
    }

    private int report(String subject, List<Finding> findings, String success) {
        record(subject, findings.stream().map(Finding::text).toList());
        terminal.print(subject + "：" + (findings.isEmpty() ? success : findings.size() + " 处不对"));
        findings.forEach(finding -> terminal.print("  " + finding.text()));
        return findings.size();
    }

    private int one(String subject, String finding) {
        record(subject, List.of(finding));
        terminal.print(subject + "：" + finding);
        return 1;
    }

    private void record(String subject, List<String> findings) {
        verified.add(Json.fields("subject", subject, "findings", findings));
    }
}
