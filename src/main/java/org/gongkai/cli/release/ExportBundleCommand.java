package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.cli.option.OutputCheck;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.publish.bundle.BundleExport;
import org.gongkai.publish.bundle.BundleExport.Result;
import org.gongkai.publish.release.ledger.SigningKey;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export bundle}: writes a release as one archive, to be carried into an isolated network. */
@Command(name = "bundle", description = "把一个发布批次写成一个离线包（ZIP），可以刻盘带进不联网的网络；同一个发布批次每次写出的字节都一样。涉密的内容不属于这里。")
public final class ExportBundleCommand extends ReportingCommand {

    @Mixin
    private StoreOption to;

    @Option(names = "--release", paramLabel = "发布批次", description = "哪一个发布批次（默认：当前发布批次）")
    private String release;

    @Option(names = "--since", paramLabel = "发布批次", description = "变更说明与哪一个发布批次相比（默认：它的上一个发布批次）")
    private String since;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "文件",
            description = "写成哪个文件，如 gongkai.zip")
    private Path output;

    @Option(names = "--key", paramLabel = "文件", description = "给包的清单签名的私钥（Ed25519 或 SM2，PEM 格式）")
    private Path key;

    @Override
    protected int run() throws IOException {
        Store store = to.store();
        Path target = OutputCheck.file(output);
        Optional<SigningKey> signing = key == null ? Optional.empty() : Optional.of(SigningKey.read(key));
        BundleExport export = new BundleExport(store, Optional.ofNullable(release));
        Result written = export.write(target, Optional.ofNullable(since), signing);
        report(export, target, written);
        done(
                "file", target,
                "release", export.release(),
                "since", written.since(),
                "bytes", written.bytes(),
                "sha256", written.sha256());
        return ended(0);
    }

    private void report(BundleExport export, Path target, Result written) {
        terminal.print("离线包 " + target + "：发布批次 " + export.release() + "，"
                + written.since().map(id -> "与发布批次 " + id + " 相比").orElse("没有可比的发布批次") + "；"
                + written.changes().counts());
        terminal.print("大小 " + written.bytes() + " 字节，SHA-256 " + written.sha256());
        if (export.isSigned() && key == null) {
            terminal.note("提示：发布记录有签名，包的清单没有；那边用 --public-key 核对时会说没有签名，请加上 --key 再写一次。");
        }
    }
}
