package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Does what a publication, or a step back, has prepared to all stores of a folder, or to none: what is to be done is written down first, see
 * {@link TransactionJournal}. If the machine fails in between, what was done is undone; if the process dies, the next one completes it.
 * Every step may be broken off and done again.
 */
final class Transaction {

    private final Path folder;
    private final Disk disk;
    private final TransactionJournal journal;

    /**
     * @param folder where all is published; its lock must be held
     */
    Transaction(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        this.journal = new TransactionJournal(folder, disk);
    }

    /**
     * Does it; the locks of all stores must be held.
     *
     * @return whether all traces of the work are gone; if not, the next run clears them away
     * @throws PartlyDone if the machine failed, and again when it was to be undone
     * @throws IOException if the machine failed; everything is as it was before
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

    private void undo(List<StoreChange> changes, Throwable reason) throws PartlyDone {
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
                throw new PartlyDone(state(changes), reason);
            }
        }
    }

    /** What readers of each audience see now. */
    private String state(List<StoreChange> changes) {
        List<String> done = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (StoreChange change : changes) {
            (update(change).isServed() ? done : waiting).add(change.audience());
        }
        String next = "；下一次发布、换回或撤下时先接着换完";
        return done.isEmpty()
                ? "站点没有改动，新版本已经备好" + next
                : waiting.isEmpty()
                        ? "新版本已经换上，收尾没有做完" + next
                        : "新版本只换上了一部分，已经换上的受众：" + String.join("、", done) + "，没有换上的：" + String.join("、", waiting) + next;
    }

    /**
     * Completes what a run that died had written down, if any did.
     *
     * @param seconds how long to wait for another process that works on one of the stores
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

    /** Completes what a publication to this store, and perhaps to others beside it, had written down, if it died. */
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
