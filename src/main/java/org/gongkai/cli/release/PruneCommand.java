package org.gongkai.cli.release;

import java.io.IOException;
import java.util.List;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.LockedStores;
import org.gongkai.publish.release.Pruning;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prune}: deletes old releases. */
@Command(name = "prune", description = "删去旧的发布批次，留下最新的几个；当前发布批次和年度存档从不删。发布记录都留着。")
public final class PruneCommand extends ReportingCommand {

    @Mixin
    private StoreOption to;

    @Option(
            names = "--keep",
            required = true,
            paramLabel = "数",
            converter = OptionConverters.Keep.class,
            description = "留下最新的几个发布批次")
    private int keep;

    @Mixin
    private WriterOptions writer;

    @Override
    protected int run() throws IOException {
        for (Store store : to.stores()) {
            try (LockedStores locked = LockedStores.begin(
                    store, writer.lockTimeoutSeconds(), clock, writer.ledgerWriter(clock), new Disk())) {
                List<String> gone = new Pruning(keep)
                        .of(locked.all().get(0)).stream().map(Release::id).toList();
                done("folder", store.folder(), "releases", gone);
                String where = store.folder().equals(to.folder()) ? "" : store.folder() + "：";
                terminal.print(where
                        + (gone.isEmpty()
                                ? "没有要删的发布批次。"
                                : "删去了 " + gone.size() + " 个发布批次：" + String.join("、", gone) + "。"));
            }
        }
        return ended(0);
    }
}
