package org.gongkai.cli.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code releases}: lists the releases or all records of the ledger. */
@Command(name = "releases", description = "列出各发布批次，新的在前，当前的前面有 *。")
public final class ReleasesCommand extends ReportingCommand {

    @Mixin
    private StoreOption to;

    @Option(names = "--log", description = "列出全部记录：发布、回退、清理、撤下")
    private boolean log;

    @Override
    protected int run() throws IOException {
        List<Store> stores = to.stores();
        List<Store> inUse = Store.inUse(to.folder());
        List<Object> found = new ArrayList<>();
        for (Store store : stores) {
            Ledger ledger = store.ledger();
            // Readers may still open a site that is no longer continued, but nothing of it is current.
            boolean used = inUse.contains(store);
            Optional<String> current = ledger.current().filter(release -> used).map(Release::id);
            List<Release> releases = new ArrayList<>(ledger.releases());
            Collections.reverse(releases);
            if (stores.size() > 1 || !store.folder().equals(to.folder())) {
                terminal.print(store.folder() + (used ? "：" : "（以前的站点，不再更新）："));
            }
            for (LedgerRecord entry : log ? ledger.records() : List.<LedgerRecord>of()) {
                found.add(fields(store, entry));
                terminal.print(LedgerRecordText.of(entry));
            }
            for (Release release : log ? List.<Release>of() : releases) {
                found.add(fields(store, current, release));
                terminal.print(line(current, release));
            }
        }
        result(found);
        return 0;
    }

    private static String line(Optional<String> current, Release release) {
        return (current.equals(Optional.of(release.id())) ? "* " : "  ")
                + LedgerRecordText.of(release.record())
                + (release.pruned() ? "（已清理）" : "");
    }

    /** A record as the ledger has it, which is JSON. */
    private static Map<String, Object> fields(Store store, LedgerRecord entry) {
        Map<String, Object> fields = Json.fields("folder", store.folder());
        Json.object(entry.text()).orElseThrow().fields().forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }

    private static Map<String, Object> fields(Store store, Optional<String> current, Release release) {
        Published published = release.published();
        Map<String, Object> fields = Json.fields(
                "folder", store.folder(),
                "release", release.id(),
                "current", current.equals(Optional.of(release.id())),
                "pruned", release.pruned(),
                "at", release.record().at(),
                "by", release.record().by(),
                "commit", published.origin().commit(),
                "asOf", published.origin().asOf(),
                "nextChange", published.origin().nextChange());
        fields.putAll(JsonObject.fields(published.counts()));
        fields.put("manifest", release.sealed().manifestHash());
        fields.put("lost", published.lost());
        return fields;
    }
}
