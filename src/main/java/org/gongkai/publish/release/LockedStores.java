package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.io.FileLock;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;

/** Stores of a folder that are changed together; holds the locks of all of them and of the folder. */
public final class LockedStores implements AutoCloseable {

    private final Path folder;
    private final int seconds;
    private final Clock clock;
    private final Disk disk;
    private final List<FileLock> locks = new ArrayList<>();
    private final List<LockedStore> stores = new ArrayList<>();

    /**
     * Takes the lock of the folder that is published into.
     *
     * @param seconds how long to wait for another process, for each lock
     */
    LockedStores(Path folder, int seconds, Clock clock, Disk disk) throws IOException {
        this.folder = folder;
        this.seconds = seconds;
        this.clock = clock;
        this.disk = disk;
        locks.add(Transaction.lock(folder, seconds, clock, disk));
    }

    /**
     * Takes the locks and recovers from commands that died.
     *
     * @param folder the folder that is published into
     * @param stores which stores
     * @param seconds how long to wait for another process, for each lock
     * @throws IOException if another process holds one of the locks; then none is held
     */
    public static LockedStores begin(
            Path folder, List<Store> stores, int seconds, Clock clock, LedgerWriter writer, Disk disk)
            throws IOException {
        LockedStores locked = new LockedStores(folder, seconds, clock, disk);
        try {
            for (Store store : stores) {
                locked.add(store, writer);
            }
            return locked;
        } catch (IOException | RuntimeException | Error e) {
            locked.close();
            throw e;
        }
    }

    /** Does the same with one store. */
    public static LockedStores begin(Store store, int seconds, Clock clock, LedgerWriter writer, Disk disk)
            throws IOException {
        return begin(store.folder(), List.of(store), seconds, clock, writer, disk);
    }

    /** Takes the lock of one more store, unless it is that of the folder, and recovers from commands that died. */
    LockedStore add(Store store, LedgerWriter writer) throws IOException {
        if (!store.folder().equals(folder)) {
            locks.add(Transaction.lock(store.folder(), seconds, clock, disk));
        }
        stores.add(new LockedStore(store, disk, writer));
        return stores.get(stores.size() - 1);
    }

    Path folder() {
        return folder;
    }

    public List<LockedStore> all() {
        return List.copyOf(stores);
    }

    /** Applies changes to all stores or to none, see {@link Transaction#run}. */
    void apply(Map<LockedStore, ? extends Event> events) throws IOException {
        List<StoreChange> changes = new ArrayList<>();
        for (LockedStore store : stores) {
            if (events.containsKey(store)) {
                String name = folder.relativize(store.store().folder()).toString();
                changes.add(store.change(name, events.get(store)));
            }
        }
        if (!changes.isEmpty()) {
            new Transaction(folder, disk).run(changes);
        }
    }

    /** Deletes unfinished work and releases the locks. */
    @Override
    public void close() throws IOException {
        try {
            for (LockedStore store : stores) {
                store.recover();
            }
        } finally {
            for (FileLock lock : locks) {
                lock.close();
            }
        }
    }
}
