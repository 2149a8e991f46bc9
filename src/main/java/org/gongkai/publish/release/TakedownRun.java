package org.gongkai.publish.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Maintenance.TakedownResult;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.EntrySearch;
import org.gongkai.publish.release.takedown.Takedown;
import org.gongkai.publish.release.takedown.TakedownRequest;

/**
 * Takes an entry down at several audiences. All copies are made before anything is recorded, so that a refusal at one
 * audience changes none. If a failure leaves only some of them done, running the same command again completes the rest.
 *
 * @param stores the stores from which the entry is removed; their locks are held
 * @param address a present or previous address of its page
 * @param reason why
 */
public record TakedownRun(List<Maintenance> stores, String address, String reason) {

    public TakedownRun {
        stores = List.copyOf(stores);
    }

    /** A store with its prepared takedown and the event to record. */
    private record Part(Maintenance store, Takedown takedown, TakenDown event) {

        boolean changes() {
            return !event.resealed().isEmpty();
        }

        /** Whether the ledger already contains everything that is known of the entry. */
        boolean isKnown() {
            Optional<TakenDown> known =
                    store.ledger().takedownAt(event.address()).map(Ledger.ActiveTakedown::event);
            return known.isPresent()
                    && known.get().addresses().containsAll(event.addresses())
                    && known.get().marks().containsAll(event.marks());
        }
    }

    /**
     * Takes the entry down.
     *
     * @param done receives the result of each store
     * @throws PublicationRefused if the address belongs to another entry, or a release deviates from its seal
     */
    public void run(BiConsumer<Store, TakedownResult> done) throws IOException {
        List<Part> parts = prepare();
        boolean found = parts.stream()
                .anyMatch(part -> part.changes()
                        || part.store().ledger().takedownAt(address).isPresent());
        for (Part part : parts) {
            Optional<TakenDown> event =
                    Optional.of(part.event()).filter(e -> found && (part.changes() || !part.isKnown()));
            if (event.isPresent()) {
                part.store().record(event.get());
            }
            done.accept(
                    part.store().store(),
                    new TakedownResult(
                            event,
                            part.takedown().nearest(),
                            part.takedown().mentions(),
                            part.takedown().copies()));
        }
    }

    private List<Part> prepare() throws IOException {
        EntrySearch entry = new EntrySearch(address);
        for (Maintenance one : stores) {
            one.ledger().takedownAt(address).ifPresent(entry::add);
            entry.add(one.store(), one.ledger());
        }
        entry.run();
        TakedownRequest request = new TakedownRequest(address, reason, entry);
        List<Takedown> takedowns = new ArrayList<>();
        for (Maintenance one : stores) {
            Takedown takedown = one.takedown(request);
            takedown.learn();
            takedowns.add(takedown);
        }
        for (Takedown takedown : takedowns) {
            takedown.compare();
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            parts.add(new Part(stores.get(i), takedowns.get(i), takedowns.get(i).prepare()));
        }
        return parts;
    }
}
