package org.gongkai.publish;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Maintenance;
import org.gongkai.publish.release.TakedownRun;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;

/**
 * Takes a page down for all audiences, or allows it to be published again.
 *
 * @param stores those of all audiences
 * @param lockTimeoutSeconds how long to wait for another process
 * @param writer writes the ledgers
 */
public record PageTakedown(List<Store> stores, int lockTimeoutSeconds, Clock clock, LedgerWriter writer) {

    public PageTakedown {
        stores = List.copyOf(stores);
    }

    /** Receives what is done to each store, as soon as it is done. */
    public interface Listener {

        /** The page was taken out of a store. */
        void takenDown(Store store, TakenDown event);

        /** After a failure: the page is out of other stores, but not of this one. */
        void remaining(Store store);
    }

    /**
     * The result of a takedown.
     *
     * @param found whether any store has, or had, the page
     * @param changed whether anything was recorded
     * @param nearest the published address that is most like a page that was not found, if there is one
     * @param mentions files that still hold the title or the address of the page
     * @param copies files of other entries with the content of its files
     */
    public record Result(
            boolean found,
            boolean changed,
            Optional<String> nearest,
            SortedSet<String> mentions,
            SortedSet<String> copies) {}

    /**
     * Takes a page down.
     *
     * @param page its address from the root of the site
     * @throws PublicationRefused if the address cannot be taken down, or a release is not as it was sealed; nothing is
     *     changed then
     * @throws IOException if the machine fails; the same call completes what was begun
     */
    public Result takeDown(String page, String reason, Listener listener) throws IOException {
        List<String> nearest = new ArrayList<>();
        SortedSet<String> mentions = new TreeSet<>();
        SortedSet<String> copies = new TreeSet<>();
        try (LockedStores locked = lock()) {
            boolean wasDown = locked.isDown(page);
            List<Store> remaining = new ArrayList<>(stores);
            try {
                new TakedownRun(locked.all(), page, reason).run((store, result) -> {
                    remaining.remove(store);
                    result.event().ifPresent(event -> listener.takenDown(store, event));
                    result.nearest().ifPresent(nearest::add);
                    mentions.addAll(result.mentions());
                    copies.addAll(result.copies());
                });
            } catch (IOException e) {
                if (remaining.size() < stores.size()) {
                    remaining.forEach(listener::remaining);
                }
                throw e;
            }
            return new Result(
                    wasDown || locked.isDown(page),
                    locked.isChanged(),
                    nearest.stream().findFirst(),
                    mentions,
                    copies);
        }
    }

    /**
     * Allows a page to be published again. Releases from which it was taken out stay as they are.
     *
     * @return whether the page was taken down
     */
    public boolean undo(String page, String reason) throws IOException {
        try (LockedStores locked = lock()) {
            if (!locked.isDown(page)) {
                return false;
            }
            for (Maintenance store : locked.all()) {
                store.restore(page, reason);
            }
            return true;
        }
    }

    private LockedStores lock() throws IOException {
        return LockedStores.of(stores, lockTimeoutSeconds, clock, writer);
    }

    /** The stores of all audiences, locked together before the first one is changed. */
    private static final class LockedStores implements AutoCloseable {

        private final List<Maintenance> stores = new ArrayList<>();
        private int initialRecords;

        /**
         * Locks stores.
         *
         * @param lockTimeoutSeconds how long to wait for another process, for each lock
         * @throws IOException if another process holds one of the locks; then none is held
         */
        static LockedStores of(List<Store> stores, int lockTimeoutSeconds, Clock clock, LedgerWriter writer)
                throws IOException {
            LockedStores locked = new LockedStores();
            try {
                for (Store store : stores) {
                    locked.stores.add(Maintenance.begin(store, lockTimeoutSeconds, clock, writer, new Disk()));
                }
                locked.initialRecords = locked.records();
                return locked;
            } catch (IOException | RuntimeException | Error e) {
                locked.close();
                throw e;
            }
        }

        List<Maintenance> all() {
            return List.copyOf(stores);
        }

        /** Whether a page is taken down for any audience. */
        boolean isDown(String address) {
            return stores.stream()
                    .anyMatch(store -> store.ledger().takedownAt(address).isPresent());
        }

        /** Whether anything was recorded since the locks were taken. */
        boolean isChanged() {
            return records() > initialRecords;
        }

        private int records() {
            return stores.stream()
                    .mapToInt(store -> store.ledger().records().size())
                    .sum();
        }

        /**
         * Releases all locks.
         *
         * @throws IOException the first failure; the other locks are released all the same
         */
        @Override
        public void close() throws IOException {
            IOException failure = null;
            for (Maintenance store : stores) {
                try {
                    store.close();
                } catch (IOException e) {
                    failure = failure == null ? e : failure;
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
