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
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;

/** The addresses that readers can open now, for whoever wants to know before a release is made whether it would lose any. */
public final class PublishedAddresses {

    private PublishedAddresses() {}

    /**
     * The addresses that a next release would lose, sorted; pages that were taken down are not lost.
     *
     * @param folder where all is published
     * @param audience folder of the audience; empty if the site has one
     * @param next the addresses of the next release that lead somewhere
     * @throws PublicationRefused if the store is not as it was left
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
        Set<String> kept = new TreeSet<>(next);
        ledger.down().values().forEach(down -> kept.addAll(down.taken().notices()));
        return LostAddresses.of(AddressList.of(store, current.get().id()).addresses(), kept);
    }
}
