package org.gongkai.publish.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.LockedStores.LockedStore;
import org.gongkai.publish.release.Publication.PartialPublication;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.EntrySearch;
import org.gongkai.publish.release.takedown.NamedEntries;
import org.gongkai.publish.release.takedown.RedactedCopies;
import org.gongkai.publish.release.takedown.TakenDownContent;

/**
 * Takes an entry down at several audiences, or allows it to be published again, at all of them or at none. All copies
 * are made before anything is recorded.
 *
 * @param stores the stores from which the entry is removed
 * @param address a present or previous address of its page; of an entry of another site that a portal names, that of
 *     its link
 * @param reason why
 * @param only whether other audiences keep the entry on purpose
 */
public record Takedown(LockedStores stores, String address, String reason, boolean only) {

    /**
     * The result of a takedown.
     *
     * @param found whether any store has, or had, the page
     * @param isElsewhere whether it is that of another site, which a portal names
     * @param recorded what was recorded in each store that did not know it yet
     * @param nearest the published address that is most like a page that was not found, if there is one
     * @param mentions files that still hold the title or the address of the page
     * @param copies files of other entries with the content of its files
     */
    public record Result(
            boolean found,
            boolean isElsewhere,
            Map<Store, TakenDown> recorded,
            Optional<String> nearest,
            SortedSet<String> mentions,
            SortedSet<String> copies) {}

    /**
     * A takedown from all stores that were locked.
     *
     * @param typed the address, or the end of one that a portal names
     * @throws PublicationRefused if several end like this
     */
    public static Takedown of(LockedStores stores, String typed, String reason) throws IOException {
        List<Store> all = stores.all().stream().map(LockedStore::store).toList();
        boolean isOneOfSeveral = !new Store(stores.folder()).besides().isEmpty();
        return new Takedown(stores, NamedEntries.whole(typed, all), reason, isOneOfSeveral);
    }

    private Optional<TakenDown> known(LockedStore store) {
        return store.ledger().takedownAt(address).map(ActiveTakedown::event);
    }

    /**
     * Takes the entry down.
     *
     * @throws PublicationRefused if the address belongs to another entry, or a release deviates from its seal; nothing
     *     is changed then
     * @throws PartialPublication if the takedown was recorded and is not complete; the next command completes it
     * @throws IOException if it was not recorded; nothing is changed then
     */
    public Result run() throws IOException {
        List<RedactedCopies> takedowns = collect();
        Map<LockedStore, TakenDown> events = new LinkedHashMap<>();
        for (int i = 0; i < takedowns.size(); i++) {
            events.put(stores.all().get(i), takedowns.get(i).prepare(only));
        }
        boolean found = stores.all().stream().anyMatch(store -> known(store).isPresent())
                || events.values().stream().anyMatch(event -> !event.resealed().isEmpty());
        events.entrySet().removeIf(event -> !found || !isNews(event.getKey(), event.getValue()));
        stores.apply(events);
        Map<Store, TakenDown> recorded = new LinkedHashMap<>();
        events.forEach((store, event) -> recorded.put(store.store(), event));
        SortedSet<String> mentions = new TreeSet<>();
        SortedSet<String> copies = new TreeSet<>();
        takedowns.forEach(takedown -> takedown.addRemains(mentions, copies));
        Optional<String> nearest = takedowns.stream()
                .flatMap(takedown -> takedown.nearest().stream())
                .findFirst();
        return new Result(found, NamedEntries.isElsewhere(address), recorded, nearest, mentions, copies);
    }

    /** Whether a store does not know everything that an event says. */
    private boolean isNews(LockedStore store, TakenDown event) {
        Optional<TakenDown> known = known(store);
        return !event.resealed().isEmpty()
                || known.isEmpty()
                || known.get().only() != event.only()
                || !known.get().addresses().containsAll(event.addresses())
                || !known.get().marks().containsAll(event.marks());
    }

    private List<RedactedCopies> collect() throws IOException {
        EntrySearch entry = new EntrySearch(address);
        for (LockedStore one : stores.all()) {
            one.ledger().takedownAt(address).ifPresent(entry::add);
            entry.add(one.store(), one.ledger());
        }
        entry.run();
        TakenDownContent taken = new TakenDownContent();
        List<RedactedCopies> takedowns = new ArrayList<>();
        for (LockedStore one : stores.all()) {
            RedactedCopies takedown = one.takedown(reason, entry, taken);
            takedown.learn();
            takedowns.add(takedown);
        }
        for (RedactedCopies takedown : takedowns) {
            takedown.compare();
        }
        return takedowns;
    }

    /**
     * Allows the entry to be published again. Releases from which it was taken out stay as they are.
     *
     * @return whether it was taken down
     */
    public boolean undo() throws IOException {
        Map<LockedStore, Event> events = new LinkedHashMap<>();
        for (LockedStore store : stores.all()) {
            known(store).ifPresent(event -> events.put(store, new Restored(event.address(), reason)));
        }
        stores.apply(events);
        return !events.isEmpty();
    }
}
