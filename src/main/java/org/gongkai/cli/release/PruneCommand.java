package org.gongkai.cli.release;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.cli.option.CommonOptions;
import org.gongkai.cli.text.Terminal;
import org.gongkai.publish.release.Maintenance;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prune}: deletes old releases. */
@Command(name = "prune", description = "删去旧的发布批次，留下最新的几个；当前发布批次和年度存档从不删。发布记录都留着。")
public final class PruneCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Clock clock;

    public PruneCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Mixin
    private StoreOption to;

    @Option(
            names = "--keep",
            required = true,
            paramLabel = "数",
            converter = KeepConverter.class,
            description = "留下最新的几个发布批次")
    private int keep;

    @Mixin
    private WriterOptions writer;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws IOException {
        for (Store store : to.stores()) {
            try (Maintenance maintenance = Maintenance.begin(
                    store, writer.lockTimeoutSeconds(), clock, writer.ledgerWriter(clock), new Disk())) {
                List<String> gone =
                        maintenance.prune(keep).stream().map(Release::id).toList();
                String where = store.folder().equals(to.folder()) ? "" : store.folder() + "：";
                terminal.out()
                        .println(where
                                + (gone.isEmpty()
                                        ? "没有要删的发布批次。"
                                        : "删去了 " + gone.size() + " 个发布批次：" + String.join("、", gone) + "。"));
            }
        }
        return 0;
    }
}
