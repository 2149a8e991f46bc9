package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the stores of two audiences; what readers see is the folder of their audience and a text. */
abstract class AudiencesFixture {

    static final List<String> AUDIENCES = List.of("dang", "qun");
    static final LedgerWriter PEN = new LedgerWriter("李明", Sites.CLOCK, Optional.empty());

    @TempDir
    Path folder;

    Path published;

    @BeforeEach
    final void place() {
        published = folder.resolve("published");
    }

    @AfterEach
    final void mayBeDeleted() throws IOException {
        Sites.QUICK.delete(published);
    }

    final Store store(String audience) {
        return new Store(published.resolve(audience));
    }

    /** Publishes a site for both. */
    final List<Outcome> publish(String text, Disk disk) throws IOException {
        return publish(text, disk, RequestedEditions.NONE, PEN, AUDIENCES);
    }

    final List<Outcome> publish(
            String text, Disk disk, RequestedEditions editions, LedgerWriter pen, List<String> audiences)
            throws IOException {
        try (Publication publication = Publication.begin(published, 0, Sites.CLOCK, disk)) {
            List<NewSite> sites = new ArrayList<>();
            for (String audience : audiences) {
                Path built = publication.work().resolve(audience);
                Sites.write(built, Map.of("index.html", audience + text));
                BuiltSite.Size size = new BuiltSite.Size(0, 1);
                BuiltSite.Addresses others = BuiltSite.Addresses.of(Set.of());
                sites.add(new NewSite(audience, audience, built, Set.of(), size, List.of(), others, Optional.empty()));
            }
            return publication.publish(sites, editions, false, pen);
        }
    }

    /** What begins a command for both. */
    final LockedStores locked(LedgerWriter pen, Disk disk) throws IOException {
        return LockedStores.begin(published, Store.inUse(published), 0, Sites.CLOCK, pen, disk);
    }

    /** What begins a command for one. */
    final LockedStores locked(String audience, LedgerWriter pen) throws IOException {
        return LockedStores.begin(store(audience).folder(), List.of(store(audience)), 0, Sites.CLOCK, pen, Sites.QUICK);
    }
}
