package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.io.FileLock;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.Transaction.TransactionJournal;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.Amended;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.EntrySearch;
import org.gongkai.publish.release.takedown.RedactedCopies;
import org.gongkai.publish.release.takedown.TakedownNoticePage;
import org.gongkai.publish.release.takedown.TakenDownContent;

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
        for (LockedStore store : events.keySet()) {
            store.ledger = store.store().recorded();
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

    /** A store whose lock a command holds, and what was done to it. */
    public static final class LockedStore {

        private final Store store;
        private final Disk disk;
        private final LedgerWriter writer;
        private Ledger ledger;

        /** Recovers from commands that died. */
        LockedStore(Store store, Disk disk, LedgerWriter writer) throws IOException {
            this.store = store;
            this.disk = disk;
            this.writer = writer;
            this.ledger = new Recovery(store, disk).run();
            writer.requireSameKey(store, ledger);
        }

        Ledger ledger() {
            return ledger;
        }

        public Store store() {
            return store;
        }

        LedgerWriter writer() {
            return writer;
        }

        /** The day in the zone of the store. */
        LocalDate today() {
            return writer.in(ledger).now().toLocalDate();
        }

        /** @throws PublicationRefused if a release was made for a day that is yet to come */
        void refuseEarly(Release release) {
            String day = release.published().origin().asOf();
            if (day.compareTo(today().toString()) > 0) {
                throw new PublicationRefused("发布批次 " + release.id() + " 是按 " + day + " 生成的，还没到这一天，不能换回");
            }
        }

        /** The addresses of the entries that readers would see again after a rollback, sorted. */
        Set<String> returning(Release release) throws IOException {
            return JointRollback.withdrawnSince(
                    store,
                    ledger,
                    store.release(release.id()),
                    AddressList.of(store, release.id()),
                    release.record().number());
        }

        /** The event of a rollback, with the entries that become public again beside its reason. */
        static RolledBack rolledBack(Release release, Set<String> returning, String reason) {
            String also = returning.isEmpty() ? "" : "重新公开 " + String.join("、", returning);
            return new RolledBack(release.id(), reason + (reason.isEmpty() || also.isEmpty() ? "" : "；") + also);
        }

        /** @throws PublicationRefused if a release is not as it was sealed */
        void refuseDamaged(Release release) throws IOException {
            List<Finding> findings = new StoreCheck(store, Optional.empty()).release(release.id());
            if (!findings.isEmpty()) {
                throw new PublicationRefused(
                        "发布批次 " + release.id() + " 不完整，不能启用：" + findings.get(0).text());
            }
        }

        /**
         * The change that records an event, to be applied together with those of other stores.
         *
         * @param folder the store below the folder that is published into
         */
        StoreChange change(String folder, Event event) throws IOException {
            Ledger next = writer.in(ledger).next(ledger, event);
            return new StoreChange(
                    folder,
                    folder,
                    event instanceof RolledBack back ? Optional.of(back.release()) : Optional.empty(),
                    List.of(),
                    store.served().map(link -> link.toString().replace('\\', '/')),
                    ledger.last().map(LedgerRecord::hash),
                    List.of(next.last().orElseThrow().text()));
        }

        /** Deletes all releases but the newest ones and the current one, and no edition; returns them, oldest first. */
        public List<Release> prune(int keep) throws IOException {
            List<Release> kept = ledger.retained();
            List<Release> old = new ArrayList<>(kept.subList(0, Math.max(0, kept.size() - keep)));
            ledger.current()
                    .map(Release::id)
                    .ifPresent(current -> old.removeIf(release -> release.id().equals(current)));
            if (!old.isEmpty()) {
                record(new Pruned(old.stream().map(Release::id).toList()));
            }
            return old;
        }

        /** Records an event of this store alone, and makes its disk agree. */
        void record(Event event) throws IOException {
            ledger = writer.in(ledger).add(store, ledger, event, disk);
            ledger = new Recovery(store, disk).run();
        }

        /** A copy of a release with changed files, to be recorded. */
        Amended amended(Release release, Map<String, Optional<byte[]>> changes) throws IOException {
            Path site = store.release(release.id());
            Manifest manifest = FolderContents.manifest(site).orElseThrow();
            return new Amended(List.of(RedactedCopies.copy(site, manifest, changes, Store.nameOf(release.id()), disk)));
        }

        /** Begins to take down a page in this store; {@link Takedown} completes it. */
        RedactedCopies takedown(String reason, EntrySearch entry, TakenDownContent taken) {
            TakedownNoticePage notice = new TakedownNoticePage(today(), LedgerRecord.singleLine(reason));
            return new RedactedCopies(store, ledger, disk, notice, entry, taken);
        }

        /** Deletes unfinished work, unless the next command has to complete it. */
        void recover() throws IOException {
            if (TransactionJournal.around(store.folder()).isEmpty()) {
                new Recovery(store, disk).run();
            }
        }
    }
}
