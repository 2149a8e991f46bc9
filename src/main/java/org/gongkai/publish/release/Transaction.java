package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.LedgerWriter;

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
            for (StoreChange change : changes) {
                complete(change);
            }
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
                undo(change);
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
            Path link = store(change).current();
            boolean led = isLedTo(link, Store.linkTo(change.release()));
            (led ? done : waiting).add(change.audience());
        }
        String next = "；下一次发布、换回或撤下时先接着换完";
        return done.isEmpty()
                ? "站点没有改动，新版本已经备好" + next
                : waiting.isEmpty()
                        ? "新版本已经换上，收尾没有做完" + next
                        : "新版本只换上了一部分，已经换上的受众：" + String.join("、", done) + "，没有换上的：" + String.join("、", waiting) + next;
    }

    private static boolean isLedTo(Path link, Path release) {
        try {
            return Files.readSymbolicLink(link).equals(release);
        } catch (IOException e) {
            return false;
        }
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
                    locks.add(StoreLock.take(store(change).folder(), seconds, clock));
                }
            }
            for (StoreChange change : changes) {
                complete(change);
            }
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

    private void complete(StoreChange change) throws IOException {
        Store store = store(change);
        for (String name : change.editions()) {
            move(store.freshEdition(name), store.edition(name));
        }
        if (change.isNew()) {
            move(store.freshAddresses(), store.addresses(change.release()));
            move(store.freshRelease(), store.release(change.release()));
        }
        Ledger ledger = ledger(store);
        if (hash(ledger).equals(change.before())) {
            List<LedgerRecord> entries = new ArrayList<>(ledger.entries());
            for (String line : change.lines()) {
                Optional<LedgerRecord> last =
                        entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
                entries.add(LedgerRecord.read(last, line).orElseThrow(() -> damaged(store)));
            }
            LedgerWriter.write(store, new Ledger(entries), disk);
        } else if (!isRecorded(ledger, change)) {
            throw damaged(store);
        }
        Path link = Store.linkTo(change.release());
        if (!store.served().equals(Optional.of(link))) {
            disk.point(store.current(), link);
        }
    }

    private void undo(StoreChange change) throws IOException {
        Store store = store(change);
        Path link = Store.linkTo(change.release());
        if (store.served().equals(Optional.of(link))) {
            if (change.link().isPresent()) {
                disk.point(store.current(), Path.of(change.link().get()));
            } else {
                disk.delete(store.current());
                disk.force(store.folder());
            }
        }
        Ledger ledger = ledger(store);
        if (isRecorded(ledger, change)) {
            List<LedgerRecord> entries = ledger.entries();
            List<LedgerRecord> before =
                    entries.subList(0, entries.size() - change.lines().size());
            if (before.isEmpty()) {
                disk.delete(store.records());
                disk.force(store.folder());
            } else {
                LedgerWriter.write(store, new Ledger(before), disk);
            }
        }
        if (change.isNew()) {
            move(store.release(change.release()), store.freshRelease());
            move(store.addresses(change.release()), store.freshAddresses());
        }
        for (String name : change.editions()) {
            move(store.edition(name), store.freshEdition(name));
        }
    }

    /** Moves what has not been moved yet. */
    private void move(Path from, Path to) throws IOException {
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            disk.move(from, to);
            disk.force(to.getParent());
        }
    }

    private static Ledger ledger(Store store) throws IOException {
        return Files.exists(store.records()) ? store.ledger() : new Ledger(List.of());
    }

    private static Optional<String> hash(Ledger ledger) {
        return ledger.last().map(LedgerRecord::hash);
    }

    private static boolean isRecorded(Ledger ledger, StoreChange change) {
        List<String> lines = ledger.entries().stream().map(LedgerRecord::text).toList();
        int before = lines.size() - change.lines().size();
        return before >= 0 && lines.subList(before, lines.size()).equals(change.lines());
    }

    private static PublicationRefused damaged(Store store) {
        return new PublicationRefused("没有做完的发布与这里的发布记录对不上，不能接着做；请从备份放回：" + store.records());
    }

    private Store store(StoreChange change) {
        return new Store(change.folder().isEmpty() ? folder : folder.resolve(change.folder()));
    }
}
