package org.gongkai.publish;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.publish.release.Maintenance;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;

/** The stores of all audiences, locked together before the first one is changed. */
final class LockedStores implements AutoCloseable {

    private final List<Maintenance> stores = new ArrayList<>();
    private int initialRecords;

    private LockedStores() {}

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
