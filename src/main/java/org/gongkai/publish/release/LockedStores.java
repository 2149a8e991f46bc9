package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;

/** Stores of a folder that are changed together; holds the locks of all of them and of the folder. */
public final class LockedStores implements AutoCloseable {

    private final Path folder;
    private final Disk disk;
    private final List<Maintenance> stores = new ArrayList<>();
    private Optional<StoreLock> lock = Optional.empty();

    private LockedStores(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Takes the locks and recovers from commands that died.
     *
     * @param folder the folder that is published into
     * @param stores which stores; the folder itself, if it is one, comes first
     * @param seconds how long to wait for another process, for each lock
     * @throws IOException if another process holds one of the locks; then none is held
     */
    public static LockedStores begin(
            Path folder, List<Store> stores, int seconds, Clock clock, LedgerWriter writer, Disk disk)
            throws IOException {
        LockedStores locked = new LockedStores(folder, disk);
        try {
            if (!stores.contains(new Store(folder))) {
                locked.lock = Optional.of(Transaction.lock(folder, seconds, clock, disk));
            }
            for (Store store : stores) {
                locked.stores.add(Maintenance.begin(store, seconds, clock, writer, disk));
            }
            return locked;
        } catch (IOException | RuntimeException | Error e) {
            locked.close();
            throw e;
        }
    }

    public List<Maintenance> all() {
        return List.copyOf(stores);
    }

    /**
     * Applies changes to all stores or to none, see {@link Transaction#run}.
     *
     * @param release the existing release that readers of a store are switched to, if any
     */
    void apply(Map<Maintenance, Event> events, Function<Maintenance, Optional<String>> release) throws IOException {
        List<StoreChange> changes = new ArrayList<>();
        for (Maintenance store : stores) {
            if (events.containsKey(store)) {
                String name = folder.relativize(store.store().folder()).toString();
                changes.add(store.change(name, release.apply(store), events.get(store)));
            }
        }
        if (!changes.isEmpty()) {
            new Transaction(folder, disk).run(changes);
        }
    }

    /**
     * Releases all locks.
     *
     * @throws IOException the first failure; the other locks are released all the same
     */
    @Override
    public void close() throws IOException {
        close(0);
    }

    private void close(int at) throws IOException {
        if (at < stores.size()) {
            try {
                stores.get(at).close();
            } finally {
                close(at + 1);
            }
        } else if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
