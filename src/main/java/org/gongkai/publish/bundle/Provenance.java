package org.gongkai.publish.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;

/**
 * The records of a store about one of its releases. Later records are omitted, so that a release always has the same
 * provenance.
 *
 * @param first the first record of the store, which identifies it
 * @param made the record that published the release
 * @param sealed the record of its present seal; a later one if a page was taken down since
 */
record Provenance(LedgerRecord first, LedgerRecord record, LedgerRecord sealed) {

    static Provenance of(Ledger ledger, Release release) {
        return new Provenance(
                ledger.records().get(0), release.record(), release.sealed().record());
    }

    /** The lines of the records, each once. */
    String text() {
        Map<Integer, String> lines = new LinkedHashMap<>();
        List.of(first, record, sealed).forEach(entry -> lines.put(entry.number(), entry.text()));
        return String.join("\n", lines.values()) + "\n";
    }

    /** Reads lines; empty if this program did not write them. */
    static Optional<Provenance> read(String text) {
        List<LedgerRecord> entries = new ArrayList<>();
        for (String line : text.lines().limit(4).toList()) {
            Optional<LedgerRecord> entry = LedgerRecord.readUnchained(line);
            if (entry.isEmpty()
                    || !entries.isEmpty()
                            && entry.get().number()
                                    <= entries.get(entries.size() - 1).number()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        LedgerRecord first = entries.get(0);
        LedgerRecord sealed = entries.get(entries.size() - 1);
        Optional<LedgerRecord> made =
                entries.stream().filter(e -> e.event() instanceof Published).reduce((a, b) -> b);
        return made.map(entry -> new Provenance(first, entry, sealed))
                .filter(read -> read.first().number() == 1)
                .filter(read -> read.manifestHash().isPresent())
                .filter(read -> read.text().equals(text));
    }

    Published published() {
        return (Published) record.event();
    }

    /** The SHA-256 of the manifest of the release. */
    Optional<String> manifestHash() {
        if (sealed.event() instanceof TakenDown taken) {
            return taken.resealed().stream()
                    .filter(resealed ->
                            resealed.folder().equals("releases/" + published().id()))
                    .map(Resealed::after)
                    .findFirst();
        }
        return sealed.equals(record) ? Optional.of(published().manifestHash()) : Optional.empty();
    }

    Imported imported() {
        return new Imported(published().id(), record.at(), first.hash(), record.hash());
    }
}
