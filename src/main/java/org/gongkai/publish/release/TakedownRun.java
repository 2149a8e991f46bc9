package org.gongkai.publish.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.takedown.EntrySearch;
import org.gongkai.publish.release.takedown.Takedown;
import org.gongkai.publish.release.takedown.TakedownRequest;

/**
 * Takes an entry down at several audiences, or allows it to be published again, at all of them or at none. All copies
 * are made before anything is recorded.
 *
 * @param stores the stores from which the entry is removed
 * @param address a present or previous address of its page
 * @param reason why
 * @param only whether other audiences keep the entry on purpose
 */
public record TakedownRun(LockedStores stores, String address, String reason, boolean only) {

    /**
     * What was done to one store.
     *
     * @param store the store
     * @param takedown where else the entry was found
     * @param event what was recorded; empty if nothing was
     */
    public record Part(Maintenance store, Takedown takedown, Optional<TakenDown> event) {}

    /** Whether the page is taken down at any of the audiences. */
    public boolean isDown() {
        return stores.all().stream().anyMatch(store -> known(store).isPresent());
    }

    private Optional<TakenDown> known(Maintenance store) {
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
    public List<Part> run() throws IOException {
        List<Takedown> takedowns = collect();
        List<Part> prepared = new ArrayList<>();
        boolean found = isDown();
        for (int i = 0; i < takedowns.size(); i++) {
            TakenDown event = takedowns.get(i).prepare(only);
            found |= !event.resealed().isEmpty();
            prepared.add(new Part(stores.all().get(i), takedowns.get(i), Optional.of(event)));
        }
        boolean record = found;
        List<Part> parts = prepared.stream()
                .map(part -> new Part(
                        part.store(),
                        part.takedown(),
                        part.event().filter(event -> record && isNews(part.store(), event))))
                .toList();
        Map<Maintenance, Event> events = new LinkedHashMap<>();
        parts.forEach(part -> part.event().ifPresent(event -> events.put(part.store(), event)));
        stores.apply(events, store -> Optional.empty());
        return parts;
    }

    /** Whether a store does not know everything that an event says. */
    private boolean isNews(Maintenance store, TakenDown event) {
        Optional<TakenDown> known = known(store);
        return !event.resealed().isEmpty()
                || known.isEmpty()
                || known.get().only() != event.only()
                || !known.get().addresses().containsAll(event.addresses())
                || !known.get().marks().containsAll(event.marks());
    }

    private List<Takedown> collect() throws IOException {
        EntrySearch entry = new EntrySearch(address);
        for (Maintenance one : stores.all()) {
            one.ledger().takedownAt(address).ifPresent(entry::add);
            entry.add(one.store(), one.ledger());
        }
        entry.run();
        TakedownRequest request = new TakedownRequest(address, reason, entry);
        List<Takedown> takedowns = new ArrayList<>();
        for (Maintenance one : stores.all()) {
            Takedown takedown = one.takedown(request);
            takedown.learn();
            takedowns.add(takedown);
        }
        for (Takedown takedown : takedowns) {
            takedown.compare();
        }
        return takedowns;
    }

    /** Allows the entry to be published again. Releases from which it was taken out stay as they are. */
    public void undo() throws IOException {
        Map<Maintenance, Event> events = new LinkedHashMap<>();
        for (Maintenance store : stores.all()) {
            known(store).ifPresent(event -> events.put(store, new Restored(event.address(), reason)));
        }
        stores.apply(events, store -> Optional.empty());
    }
}
