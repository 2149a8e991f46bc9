package org.gongkai.publish.release.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.publish.release.ledger.Event.EditionSealed;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Resealed;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.site.Intervention;
import org.gongkai.site.identity.PublishedEntry;

/** The records of a store and the state that follows from them. Immutable. */
public final class Ledger {

    private final List<LedgerRecord> records;
    private final Map<String, Release> releases = new LinkedHashMap<>();
    private final Map<String, Sealed> editions = new LinkedHashMap<>();
    private final Map<String, ActiveTakedown> takedowns = new TreeMap<>();
    private Optional<String> current = Optional.empty();
    private Optional<LedgerRecord> switchRecord = Optional.empty();

    /**
     * A release.
     *
     * @param published the event that published it
     * @param made the record of that event
     * @param sealed its present seal
     * @param pruned whether it was deleted
     */
    public record Release(Published published, LedgerRecord record, Sealed sealed, boolean pruned) {

        public String id() {
            return published.release();
        }
    }

    /**
     * The seal of a release or an edition.
     *
     * @param manifest the SHA-256 of its manifest
     * @param by the record that contains it
     */
    public record Sealed(String manifestHash, LedgerRecord record) {}

    /**
     * A page that is taken down.
     *
     * @param taken the event
     * @param entry the record of the event
     */
    public record ActiveTakedown(TakenDown event, LedgerRecord record) {

        /** Whether an entry is the one that was taken down, whatever its present address. */
        public boolean covers(PublishedEntry other) {
            return other.addresses().contains(event.address())
                    || other.isAny(event.notices(), event.marks())
                    || other.isAny(event.addresses(), List.of());
        }

        /** The date of the takedown in the zone of the store. */
        public LocalDate day() {
            return record.at().toLocalDate();
        }
    }

    public Ledger(List<LedgerRecord> entries) {
        this.records = List.copyOf(entries);
        entries.forEach(this::apply);
    }

    private void apply(LedgerRecord entry) {
        Event event = entry.event();
        event.resealed().forEach(resealed -> reseal(resealed, entry));
        if (event instanceof Published published) {
            Sealed seal = new Sealed(published.manifest(), entry);
            releases.put(published.release(), new Release(published, entry, seal, false));
            current = Optional.of(published.release());
            switchRecord = Optional.of(entry);
        } else if (event instanceof RolledBack back) {
            current = Optional.of(back.release());
            switchRecord = Optional.of(entry);
        } else if (event instanceof Pruned pruned) {
            pruned.releases()
                    .forEach(id -> releases.computeIfPresent(
                            id, (i, r) -> new Release(r.published(), r.record(), r.sealed(), true)));
        } else if (event instanceof EditionSealed edition) {
            editions.put(edition.edition(), new Sealed(edition.manifest(), entry));
        } else if (event instanceof TakenDown taken) {
            takedowns.put(taken.address(), new ActiveTakedown(taken, entry));
        } else if (event instanceof Restored restored) {
            takedowns.remove(restored.address());
        }
    }

    private void reseal(Resealed resealed, LedgerRecord entry) {
        Sealed seal = new Sealed(resealed.after(), entry);
        String name = resealed.folder().substring(resealed.folder().indexOf('/') + 1);
        if (resealed.folder().startsWith(Store.nameOfEdition(""))) {
            editions.put(name, seal);
        } else {
            releases.computeIfPresent(name, (id, r) -> new Release(r.published(), r.record(), seal, r.pruned()));
        }
    }

    /** All that was done, oldest first. */
    public List<LedgerRecord> records() {
        return records;
    }

    public Optional<LedgerRecord> last() {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
    }

    /** All releases that ever were, oldest first. */
    public List<Release> releases() {
        return List.copyOf(releases.values());
    }

    /** The releases that were not pruned, oldest first. */
    public List<Release> retained() {
        return releases.values().stream().filter(release -> !release.pruned()).toList();
    }

    /** A release that was not pruned; empty if there is none of this name. */
    public Optional<Release> retained(String id) {
        return Optional.ofNullable(releases.get(id)).filter(release -> !release.pruned());
    }

    public boolean hasPublished(String id) {
        return releases.containsKey(id);
    }

    /** The release that readers see. */
    public Optional<Release> current() {
        return current.flatMap(this::retained);
    }

    /** The release that readers saw at a time, even if it was pruned since. */
    public Optional<Release> currentAt(OffsetDateTime time) {
        Ledger then = new Ledger(
                records.stream().filter(record -> !record.at().isAfter(time)).toList());
        return then.current.map(releases::get);
    }

    /**
     * The target of a rollback: the release before the current one or, if that was pruned, the one before that.
     * Releases that had been rolled back by then are skipped, even if no other is left.
     */
    public Optional<Release> beforeCurrent() {
        Optional<Release> before = current().flatMap(this::base);
        while (before.isPresent() && before.get().pruned()) {
            before = base(before.get());
        }
        return before;
    }

    /** The release that was current when another one was published. */
    private Optional<Release> base(Release release) {
        return release.published()
                .base()
                .map(releases::get)
                .filter(base -> base.record().number() < release.record().number());
    }

    /** The editions by name, in the order in which they were made. */
    public Map<String, Sealed> editions() {
        return new LinkedHashMap<>(editions);
    }

    /** The takedown of the entry that has, or had, an address. */
    public Optional<ActiveTakedown> takedownAt(String address) {
        return Optional.ofNullable(takedowns.get(address)).or(() -> takedowns.values().stream()
                .filter(one -> one.event().notices().contains(address)
                        || one.event().addresses().contains(address))
                .findFirst());
    }

    /** What was done to the site by commands, oldest first. */
    public List<Intervention> interventions() {
        List<Intervention> done = new ArrayList<>();
        Set<String> down = new HashSet<>();
        for (LedgerRecord record : records) {
            LocalDate day = record.at().toLocalDate();
            if (record.event() instanceof RolledBack back) {
                done.add(new Intervention(day, Intervention.Kind.ROLLED_BACK, back.reason()));
            } else if (record.event() instanceof TakenDown taken
                    && !taken.resealed().isEmpty()
                    && down.add(taken.address())) {
                done.add(new Intervention(day, Intervention.Kind.TAKEN_DOWN, taken.reason()));
            } else if (record.event() instanceof Restored restored && down.remove(restored.address())) {
                done.add(new Intervention(day, Intervention.Kind.RESTORED, restored.reason()));
            }
        }
        return done;
    }

    /** The record that made the current release the current one. */
    public Optional<LedgerRecord> switchRecord() {
        return switchRecord;
    }

    /** The pages that are taken down, by their address. */
    public Map<String, ActiveTakedown> takedowns() {
        return new TreeMap<>(takedowns);
    }

    /** A user named a release or a key that does not exist; the message in Chinese says which, and suggests others. */
    public static final class UnknownRelease extends RuntimeException {
        public UnknownRelease(String message) {
            super(message);
        }
    }
}
