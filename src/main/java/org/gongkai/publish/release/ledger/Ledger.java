package org.gongkai.publish.release.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.publish.release.ledger.Event.EditionSealed;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.site.identity.PublishedEntry;

/** The records of a store and the state that follows from them. Immutable. */
public final class Ledger {

    private final List<LedgerRecord> entries;
    private final Map<String, Release> releases = new LinkedHashMap<>();
    private final Map<String, Sealed> editions = new LinkedHashMap<>();
    private final Map<String, Down> down = new TreeMap<>();
    private Optional<String> current = Optional.empty();
    private Optional<LedgerRecord> madeCurrent = Optional.empty();

    /**
     * A release.
     *
     * @param published the event that published it
     * @param made the record of that event
     * @param sealed its present seal
     * @param pruned whether it was deleted
     */
    public record Release(Published published, LedgerRecord made, Sealed sealed, boolean pruned) {

        public String id() {
            return published.id();
        }
    }

    /**
     * The seal of a release or an edition.
     *
     * @param manifest the SHA-256 of its manifest
     * @param by the record that contains it
     */
    public record Sealed(String manifest, LedgerRecord by) {}

    /**
     * A page that is taken down.
     *
     * @param taken the event
     * @param entry the record of the event
     */
    public record Down(TakenDown taken, LedgerRecord entry) {

        /** Whether an entry is the one that was taken down, whatever its present address. */
        public boolean covers(PublishedEntry other) {
            return other.addresses().contains(taken.address())
                    || other.isAny(taken.notices(), taken.marks())
                    || other.isAny(taken.addresses(), List.of());
        }

        /** The date of the takedown in the zone of the store. */
        public LocalDate day() {
            return entry.at().toLocalDate();
        }
    }

    public Ledger(List<LedgerRecord> entries) {
        this.entries = List.copyOf(entries);
        entries.forEach(this::apply);
    }

    private void apply(LedgerRecord entry) {
        Event event = entry.event();
        if (event instanceof Published published) {
            Sealed seal = new Sealed(published.seal(), entry);
            releases.put(published.id(), new Release(published, entry, seal, false));
            current = Optional.of(published.id());
            madeCurrent = Optional.of(entry);
        } else if (event instanceof RolledBack back) {
            current = Optional.of(back.id());
            madeCurrent = Optional.of(entry);
        } else if (event instanceof Pruned pruned) {
            pruned.ids()
                    .forEach(id -> releases.computeIfPresent(
                            id, (i, r) -> new Release(r.published(), r.made(), r.sealed(), true)));
        } else if (event instanceof EditionSealed edition) {
            editions.put(edition.name(), new Sealed(edition.seal(), entry));
        } else if (event instanceof TakenDown taken) {
            taken.resealed().forEach(resealed -> reseal(resealed, entry));
            down.put(taken.address(), new Down(taken, entry));
        } else if (event instanceof Restored restored) {
            down.remove(restored.address());
        }
    }

    private void reseal(Resealed resealed, LedgerRecord entry) {
        Sealed seal = new Sealed(resealed.after(), entry);
        String name = resealed.folder().substring(resealed.folder().indexOf('/') + 1);
        if (resealed.folder().startsWith("editions/")) {
            editions.put(name, seal);
        } else {
            releases.computeIfPresent(name, (id, r) -> new Release(r.published(), r.made(), seal, r.pruned()));
        }
    }

    /** All that was done, oldest first. */
    public List<LedgerRecord> entries() {
        return entries;
    }

    public Optional<LedgerRecord> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** All releases that ever were, oldest first. */
    public List<Release> releases() {
        return List.copyOf(releases.values());
    }

    /** The releases that were not pruned, oldest first. */
    public List<Release> kept() {
        return releases.values().stream().filter(release -> !release.pruned()).toList();
    }

    /** A release that was not pruned; empty if there is none of this name. */
    public Optional<Release> kept(String id) {
        return Optional.ofNullable(releases.get(id)).filter(release -> !release.pruned());
    }

    public boolean hasSeen(String id) {
        return releases.containsKey(id);
    }

    /** The release that readers see. */
    public Optional<Release> current() {
        return current.flatMap(this::kept);
    }

    /** The target of a rollback: the base of the current release or, if that was pruned, the newest older release. */
    public Optional<Release> beforeCurrent() {
        Optional<Release> now = current();
        Optional<Release> base = now.flatMap(r -> r.published().base()).flatMap(this::kept);
        if (base.isPresent() || now.isEmpty()) {
            return base;
        }
        List<Release> older = new ArrayList<>(kept());
        older.removeIf(r -> r.made().number() >= now.get().made().number());
        return older.isEmpty() ? Optional.empty() : Optional.of(older.get(older.size() - 1));
    }

    /** The editions by name, in the order in which they were made. */
    public Map<String, Sealed> editions() {
        return new LinkedHashMap<>(editions);
    }

    /** The takedown of the entry that has, or had, an address. */
    public Optional<Down> downAt(String address) {
        return Optional.ofNullable(down.get(address)).or(() -> down.values().stream()
                .filter(one -> one.taken().notices().contains(address)
                        || one.taken().addresses().contains(address))
                .findFirst());
    }

    /** The record that made the current release the current one. */
    public Optional<LedgerRecord> madeCurrent() {
        return madeCurrent;
    }

    /** The pages that are taken down, by their address. */
    public Map<String, Down> down() {
        return new TreeMap<>(down);
    }
}
