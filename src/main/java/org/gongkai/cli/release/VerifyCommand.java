package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.output.Manifest;
import org.gongkai.publish.bundle.Bundle;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.CheckingKey;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.publish.release.verify.StoreCheck;
import org.gongkai.publish.release.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: holds what is published against its manifest and its seal. */
@Command(
        name = "verify",
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        description = "逐个文件核对：少了的、多了的、改过的都列出来。")
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;
    private int wrong;

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Parameters(
            paramLabel = "文件夹或文件",
            description = "发布到的文件夹（核对当前版本）、一个版本（文件夹/releases/版本）、build 生成的站点，或一个离线包（export bundle 写出的文件）")
    private Path folder;

    @Option(names = "--all", description = "核对全部版本和 editions，不只是当前版本")
    private boolean all;

    @Option(names = "--public-key", paramLabel = "文件", description = "用这把公钥核对签名（Ed25519，PEM 格式）")
    private Path key;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (Files.isRegularFile(place)) {
            bundle(place);
            return sum();
        }
        if (!Files.isDirectory(place)) {
            throw new WrongUsage("没有这个文件夹或文件：" + place);
        }
        List<Store> stores = Store.at(place);
        Optional<Store> above = releaseOf(place.toRealPath());
        if (!stores.isEmpty()) {
            for (Store store : stores) {
                store(store);
            }
        } else if (above.isPresent()) {
            release(above.get(), place.toRealPath().getFileName().toString());
        } else if (Files.isRegularFile(place.resolve(Manifest.NAME))) {
            tell("站点", new Verification().site(place), "与它自己的清单相符（没有封存，清单本身无从核对）");
        } else {
            throw new WrongUsage("这里没有发布过的站点，也没有 " + Manifest.NAME + "：" + place);
        }
        return sum();
    }

    private int sum() {
        if (wrong > 0) {
            terminal.err().println("核对完成：有 " + wrong + " 处不对。");
        }
        return wrong > 0 ? 1 : 0;
    }

    private void bundle(Path file) throws IOException {
        try (Bundle bundle = Bundle.open(file)) {
            List<Finding> findings = bundle.check(key());
            tell("离线包 " + file, findings, "完好");
            if (findings.isEmpty()) {
                terminal.out().println(LedgerRecordText.of(bundle.made()));
                terminal.out().println("发布记录 " + bundle.made().hash() + (key == null ? "（没有核对签名）" : "，签名正确"));
            }
        }
    }

    private static Optional<Store> releaseOf(Path place) throws IOException {
        Path parent = place.getParent();
        return parent == null || parent.getParent() == null || !parent.endsWith("releases")
                ? Optional.empty()
                : Store.at(parent.getParent()).stream()
                        .filter(store -> store.folder().equals(parent.getParent()))
                        .findFirst();
    }

    private void store(Store store) throws IOException {
        StoreCheck check = check(store);
        terminal.out()
                .println("发布记录：" + store.records() + "，"
                        + check.ledger().entries().size() + " 条，前后相符；末条 " + lastHash(check.ledger()));
        tellSwitch(check);
        if (all) {
            for (Map.Entry<String, List<Finding>> part : check.everything().entrySet()) {
                tell(part.getKey(), part.getValue(), "完好");
            }
        } else {
            tell("当前版本 " + check.served().map(Release::id).orElse("（无）"), check.current(), "完好");
        }
    }

    private void tellSwitch(StoreCheck check) throws IOException {
        if (check.waitsForSwitch()) {
            String named = check.ledger().current().map(Release::id).orElse("（无）");
            terminal.out()
                    .println("current 指向版本 " + check.served().map(Release::id).orElse("（无）") + "，不是记录里的当前版本 " + named
                            + "：上一次发布或回退没有做完，或者有人改动过；下一条发布或回退的命令会换过去");
            wrong++;
        }
    }

    private void release(Store store, String id) throws IOException {
        StoreCheck check = check(store);
        if (check.ledger().kept(id).isEmpty()) {
            terminal.out().println("版本 " + id + "：发布记录里没有它");
            wrong++;
            return;
        }
        tell("版本 " + id, check.release(id), "完好");
    }

    private StoreCheck check(Store store) throws IOException {
        return new StoreCheck(store, key());
    }

    private Optional<CheckingKey> key() throws IOException {
        return key == null ? Optional.empty() : Optional.of(CheckingKey.read(key));
    }

    private static String lastHash(Ledger ledger) {
        return ledger.entries().get(ledger.entries().size() - 1).hash();
    }

    private void tell(String what, List<Finding> findings, String fine) {
        terminal.out().println(what + "：" + (findings.isEmpty() ? fine : findings.size() + " 处不对"));
        findings.forEach(finding -> terminal.out().println("  " + finding.text()));
        wrong += findings.size();
    }
}
