package org.gongkai.cli.release;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.input.source.Namesake;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.JointRollback;
import org.gongkai.publish.release.LockedStores;
import org.gongkai.publish.release.RollbackNotes;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: switches {@code current} back to an earlier release. */
@Command(
        name = "rollback",
        parameterListHeading = "%n",
        description = "换回以前的发布批次；换之前先核对，不完好的不换，会重新公开后来撤回或缩小了公开范围的条目的也不换。几个公开对象一起换回当时的发布批次；只换一个的，--to 写它的文件夹。")
public final class RollbackCommand extends ReportingCommand {

    @Mixin
    private StoreOption to;

    @Parameters(arity = "0..1", paramLabel = "发布批次", description = "换回哪一个发布批次（默认：当前发布批次的上一个）")
    private String release;

    @Option(names = "--reason", paramLabel = "原因", defaultValue = "", description = "为什么，写进发布记录，下一次发布也写在更新记录里")
    private String reason;

    @Option(names = "--with-withdrawn", paramLabel = "网址", description = "允许重新公开这一条；有几条就写几次")
    private Set<String> withWithdrawn = Set.of();

    @Mixin
    private WriterOptions writer;

    @Override
    protected int run() throws IOException {
        boolean several = to.areSeveral();
        List<Store> stores = several ? Store.inUse(to.folder()) : List.of(to.store());
        try (LockedStores locked = LockedStores.begin(
                to.folder(), stores, writer.lockTimeoutSeconds(), clock, writer.ledgerWriter(clock), new Disk())) {
            Map<Store, Optional<Release>> done = new JointRollback(locked)
                    .run(Optional.ofNullable(release), withWithdrawn, Namesake.without(reason));
            for (Map.Entry<Store, Optional<Release>> one : done.entrySet()) {
                Store store = one.getKey();
                terminal.print((several ? store.folder().getFileName() + "：" : "")
                        + one.getValue()
                                .map(r -> "已换回发布批次 " + r.id() + "。")
                                .orElse(several ? "已经是那时的发布批次，没有改动。" : "已经是当前发布批次，没有改动。"));
                if (!several) {
                    terminal.print("当前：" + store.current().resolve("index.html"));
                }
                Set<String> revised = one.getValue().isPresent()
                        ? RollbackNotes.revisedSince(
                                store, store.recorded(), one.getValue().get())
                        : Set.of();
                if (!revised.isEmpty()) {
                    terminal.note("注意：读者又看到 " + String.join("、", revised) + "，请尽快改好，重新发布。");
                }
                // None is named if it was current before.
                Optional<String> id = one.getValue().map(Release::id);
                done("folder", store.folder(), "release", id, "current", store.current(), "revised", revised);
            }
        }
        return ended(0);
    }
}
