package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.option.OptionConverters;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.LockedStores;
import org.gongkai.publish.release.LockedStores.LockedStore;
import org.gongkai.publish.release.ledger.Ledger.Release;
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
        // None is pruned if another process holds one of them.
        try (LockedStores locked = LockedStores.begin(
                to.folder(), to.stores(), writer.lockTimeoutSeconds(), clock, writer.ledgerWriter(clock), new Disk())) {
            for (LockedStore store : locked.all()) {
                List<String> gone = store.prune(keep).stream().map(Release::id).toList();
                Path folder = store.store().folder();
                done("folder", folder, "releases", gone);
                String where = folder.equals(to.folder()) ? "" : folder + "：";
                terminal.print(where
                        + (gone.isEmpty()
                                ? "没有要删的发布批次。"
                                : "删去了 " + gone.size() + " 个发布批次：" + String.join("、", gone) + "。"));
            }
        }
        return ended(0);
    }
}
