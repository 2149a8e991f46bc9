package org.gongkai.publish.release.assemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;

/** Determines, before a release is made, which addresses it would lose. */
public final class PublishedAddresses {

    private PublishedAddresses() {}

    /**
     * The lasting addresses that the next release would lose, sorted, without those of pages that were taken down.
     *
     * @param folder the folder that is published into
     * @param audience folder of the audience; empty if the site has one
     * @param next all addresses of the next release
     * @throws PublicationRefused if the records were tampered with
     */
    public static List<String> lost(Path folder, String audience, Collection<String> next) throws IOException {
        Store store = new Store(audience.isEmpty() ? folder : folder.resolve(audience));
        if (!Files.exists(store.records())) {
            return List.of();
        }
        Ledger ledger = store.ledger();
        Optional<Release> current = ledger.current();
        if (current.isEmpty()) {
            return List.of();
        }
        Set<String> present = new TreeSet<>(next);
        ledger.takedowns().values().forEach(down -> present.addAll(down.event().notices()));
        return LostAddresses.of(AddressList.of(store, current.get().id()).addresses(), present);
    }
}
