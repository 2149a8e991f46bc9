package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.Store;

/**
 * Applies the changes of a publication or a rollback to all stores of a folder, or to none. They are written to a
 * {@link TransactionJournal} first. If a change fails, all are undone; if the process dies, the next one completes
 * them. Every step may be interrupted and run again.
 */
record Transaction(Path folder, Disk disk, TransactionJournal journal) {

    /**
     * @param folder the folder that is published into; its lock must be held
     */
    Transaction(Path folder, Disk disk) {
        this(folder, disk, new TransactionJournal(folder, disk));
    }

    /**
     * Applies changes to stores, all of whose locks must be held.
     *
     * @return whether the journal was deleted; if not, the next transaction deletes it
     * @throws PartialPublication if a change failed, and could not be undone
     * @throws IOException if a change failed; everything is as it was before
     */
    boolean run(List<StoreChange> changes) throws IOException {
        try {
            journal.write(changes);
            complete(changes);
        } catch (IOException | RuntimeException | Error e) {
            undo(changes, e);
            throw e;
        }
        try {
            journal.delete();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void undo(List<StoreChange> changes, Throwable reason) throws PartialPublication {
        try {
            List<StoreChange> reversed = new ArrayList<>(changes);
            Collections.reverse(reversed);
            for (StoreChange change : reversed) {
                update(change).undo();
            }
            journal.delete();
        } catch (IOException | RuntimeException e) {
            reason.addSuppressed(e);
            if (TransactionJournal.isAt(folder)) {
                throw new PartialPublication(state(changes), reason);
            }
        }
    }

    /** Describes in Chinese what readers of each audience see now. */
    private String state(List<StoreChange> changes) {
        List<String> done = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (StoreChange change : changes) {
            (update(change).isServed() ? done : waiting).add(change.audience());
        }
        String next = "；下一次发布、换回或撤下时先接着换完";
        return done.isEmpty()
                ? "站点没有改动，新的发布批次已经备好" + next
                : waiting.isEmpty()
                        ? "新的发布批次已经启用，后续步骤没有做完" + next
                        : "新的发布批次只启用了一部分，已经启用的公开对象：" + String.join("、", done) + "，没有启用的：" + String.join("、", waiting)
                                + next;
    }

    /**
     * Completes the transaction of a process that died, if there is one.
     *
     * @param seconds how long to wait for the lock of each store
     */
    void recover(int seconds, Clock clock) throws IOException {
        disk.delete(folder.resolve(Store.WORK + "journal-new"));
        List<StoreChange> changes = journal.read();
        if (changes.isEmpty()) {
            return;
        }
        List<StoreLock> locks = new ArrayList<>();
        try {
            for (StoreChange change : changes) {
                if (!change.folder().isEmpty()) {
                    locks.add(StoreLock.take(update(change).store().folder(), seconds, clock));
                }
            }
            complete(changes);
            journal.delete();
        } finally {
            for (StoreLock lock : locks) {
                lock.close();
            }
        }
    }

    /** Completes the transaction of a process that died while it changed a store, and perhaps others beside it. */
    static void recoverAround(Store store, int seconds, Clock clock, Disk disk) throws IOException {
        for (Path folder : List.of(store.folder().toAbsolutePath().getParent(), store.folder())) {
            if (TransactionJournal.isAt(folder)) {
                StoreLock lock = StoreLock.take(folder, seconds, clock);
                try {
                    new Transaction(folder, disk).recover(seconds, clock);
                } finally {
                    lock.close();
                }
            }
        }
    }

    private void complete(List<StoreChange> changes) throws IOException {
        for (StoreChange change : changes) {
            update(change).complete();
        }
    }

    private StoreUpdate update(StoreChange change) {
        return new StoreUpdate(folder, change, disk);
    }
}
