package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.takedown.NamedEntries;
import org.gongkai.site.identity.PublishedEntry;

/**
 * A built site to be published.
 *
 * @param audience its audience
 * @param folder the folder of its store below that which is published into; empty if the site has one audience
 * @param built the folder with its files and manifest; files are moved away from there
 * @param shared addresses of those files that were linked to files of the release before
 * @param known the entries with their addresses and marks
 * @param addresses its addresses; those of entries may be left to {@code known}
 * @param imported the release of another store from which it was imported, if any
 */
public record NewSite(
        String audience,
        String folder,
        Path built,
        Set<String> shared,
        BuiltSite.Size size,
        List<PublishedEntry> known,
        BuiltSite.Addresses addresses,
        Optional<Imported> imported) {

    /**
     * All lasting addresses.
     *
     * @param also further addresses, which lead nowhere now
     */
    public AddressList lasting(Collection<String> also) {
        Set<String> others = new TreeSet<>(addresses.others());
        others.addAll(also);
        return AddressList.of(known, others);
    }

    /**
     * How much the release of this site holds, and how it differs from its base.
     *
     * @param before the manifest of the base, if there is one
     * @param now the manifest of the release
     */
    public Counts counts(Optional<Manifest> before, Manifest now) {
        Map<String, OutputFile> old = before.map(Manifest::byPath).orElse(new TreeMap<>());
        int added = 0;
        int changed = 0;
        long bytes = 0;
        for (OutputFile file : now.files()) {
            OutputFile previous = old.remove(file.path());
            added += previous == null ? 1 : 0;
            changed += previous == null || previous.equals(file) ? 0 : 1;
            bytes += file.size();
        }
        return new Counts(size.entries(), size.pages(), now.files().size(), bytes, added, changed, old.size());
    }

    /**
     * All entries, with addresses that only redirects reveal. Redirects are read only at addresses that were taken
     * down; an imported bundle has no other record of the previous addresses of its entries.
     */
    public List<PublishedEntry> entries(Collection<Ledger.ActiveTakedown> down) throws IOException {
        Set<String> taken = new HashSet<>();
        for (Ledger.ActiveTakedown one : down) {
            taken.addAll(one.event().addresses());
            taken.addAll(one.event().notices());
        }
        taken.retainAll(addresses.others());
        Map<String, Set<String>> leadingTo = new HashMap<>();
        for (String address : taken) {
            FinishedPage.redirect(built, address).ifPresent(target -> leadingTo
                    .computeIfAbsent(target, t -> new HashSet<>())
                    .add(address));
        }
        return Stream.concat(
                        known.stream().map(entry -> entry.alsoAt(leadingTo.getOrDefault(entry.address(), Set.of()))),
                        NamedEntries.returned(built, down).stream())
                .toList();
    }
}
