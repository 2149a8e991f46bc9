package org.gongkai.publish.release;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.StoreUpdate.StoreChange;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.publish.release.takedown.EntrySearch;
import org.gongkai.publish.release.takedown.Notice;
import org.gongkai.publish.release.takedown.Takedown;
import org.gongkai.publish.release.takedown.TakenPage;
import org.gongkai.publish.release.verify.Finding;
import org.gongkai.publish.release.verify.StoreCheck;

/** A store whose lock a command holds, and what was done to it. */
public final class LockedStore {

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

    Store store() {
        return store;
    }

    LedgerWriter writer() {
        return writer;
    }

    /** The day in the zone of the store. */
    private LocalDate today() {
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
        return WithdrawnSince.in(
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
                event instanceof RolledBack back ? Optional.of(back.id()) : Optional.empty(),
                false,
                List.of(),
                store.served().map(link -> link.toString().replace('\\', '/')),
                ledger.last().map(LedgerRecord::hash),
                List.of(next.last().orElseThrow().text()));
    }

    /**
     * Deletes all releases but the newest ones and the current one. Editions are never deleted.
     *
     * @param keep how many of the newest releases remain
     * @return the releases deleted, oldest first
     */
    public List<Release> prune(int keep) throws IOException {
        List<Release> kept = ledger.retained();
        List<Release> old = new ArrayList<>(kept.subList(0, Math.max(0, kept.size() - keep)));
        old.removeIf(release ->
                ledger.current().map(Release::id).filter(release.id()::equals).isPresent());
        if (!old.isEmpty()) {
            Pruned pruned = new Pruned(old.stream().map(Release::id).toList());
            ledger = writer.in(ledger).add(store, ledger, pruned, disk);
            ledger = new Recovery(store, disk).run();
        }
        return old;
    }

    /** Begins to take down a page in this store; {@link PageTakedown} completes it. */
    Takedown takedown(String reason, EntrySearch entry, TakenPage taken) {
        Notice notice = new Notice(today(), LedgerRecord.singleLine(reason));
        return new Takedown(store, ledger, disk, notice, entry, taken);
    }

    /** Deletes unfinished work, unless the next command has to complete it. */
    void recover() throws IOException {
        if (TransactionJournal.around(store.folder()).isEmpty()) {
            new Recovery(store, disk).run();
        }
    }
}
