package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of commands that write the ledger. */
@Command
public final class WriterOptions {

    @Option(names = "--by", paramLabel = "姓名", description = "谁做的，写进发布记录（默认：登录这台机器的用户名）")
    private String by;

    @Option(names = "--key", paramLabel = "文件", description = "给发布记录签名的私钥（Ed25519 或 SM2，PEM 格式）")
    private Path key;

    @Option(names = "--change-key", description = "以前的发布记录有签名，这次换一把私钥，或者（不写 --key）不再签名；平时不换")
    private boolean changeKey;

    @Option(
            names = "--wait",
            paramLabel = "秒",
            defaultValue = "0",
            converter = OptionConverters.Seconds.class,
            description = "有别的命令正在写时，最多等多少秒（默认：不等）")
    private int wait;

    public int lockTimeoutSeconds() {
        return wait;
    }

    public LedgerWriter ledgerWriter(Clock clock) throws IOException {
        return ledgerWriter(clock, Optional.empty());
    }

    /** @param usual the private key that signs if no other is named */
    public LedgerWriter ledgerWriter(Clock clock, Optional<Path> usual) throws IOException {
        Optional<Path> signing = Optional.ofNullable(key).or(() -> usual);
        return new LedgerWriter(
                by == null ? System.getProperty("user.name", "?") : by,
                clock,
                signing.isPresent() ? Optional.of(SigningKey.read(signing.get())) : Optional.empty(),
                changeKey);
    }
}
