package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;

/** Applies a change to one store, or undoes it. Either may be interrupted at any point and run again. */
record StoreUpdate(Store store, StoreChange change, Disk disk) {

    /** Whether readers see the release of the change. */
    boolean isServed() {
        try {
            return Optional.of(Files.readSymbolicLink(store.current())).equals(link());
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Path> link() {
        return change.release().map(Store::linkTo);
    }

    /**
     * Applies the change.
     *
     * @throws PublicationRefused if the records of the store are neither those before the change nor those after it
     */
    void complete() throws IOException {
        for (String name : change.editions()) {
            move(store.newEdition(name), store.edition(name));
        }
        if (change.isNew()) {
            String id = change.release().orElseThrow();
            move(store.newAddresses(), store.addresses(id));
            move(store.newRelease(), store.release(id));
        }
        Ledger ledger = store.recorded();
        if (ledger.last().map(LedgerRecord::hash).equals(change.before())) {
            LedgerWriter.write(store, changed(ledger), disk);
        } else if (!isRecorded(ledger)) {
            throw damaged();
        }
        if (link().isEmpty()) {
            new Recovery(store, disk).run();
        } else if (!store.served().equals(link())) {
            disk.replaceLink(store.current(), link().get());
        }
    }

    /** Undoes whatever was applied of the change. */
    void undo() throws IOException {
        if (link().isPresent() && store.served().equals(link())) {
            if (change.link().isPresent()) {
                disk.replaceLink(store.current(), Path.of(change.link().get()));
            } else {
                disk.delete(store.current());
                disk.fsync(store.folder());
            }
        }
        Ledger ledger = store.recorded();
        if (isRecorded(ledger)) {
            List<LedgerRecord> records = ledger.records();
            List<LedgerRecord> before =
                    records.subList(0, records.size() - change.lines().size());
            if (before.isEmpty()) {
                disk.delete(store.records());
                disk.fsync(store.folder());
            } else {
                LedgerWriter.write(store, new Ledger(before), disk);
            }
        }
        if (change.isNew()) {
            String id = change.release().orElseThrow();
            move(store.release(id), store.newRelease());
            move(store.addresses(id), store.newAddresses());
        }
        for (String name : change.editions()) {
            move(store.edition(name), store.newEdition(name));
        }
    }

    /** Moves a file or a folder unless it was moved before. */
    private void move(Path from, Path to) throws IOException {
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            disk.move(from, to);
            disk.fsync(to.getParent());
        }
    }

    private Ledger changed(Ledger ledger) {
        List<LedgerRecord> records = new ArrayList<>(ledger.records());
        Optional<LedgerRecord> last = ledger.last();
        for (String line : change.lines()) {
            last = LedgerRecord.read(last, line);
            records.add(last.orElseThrow(this::damaged));
        }
        return new Ledger(records);
    }

    private boolean isRecorded(Ledger ledger) {
        List<String> lines = ledger.records().stream().map(LedgerRecord::text).toList();
        int before = lines.size() - change.lines().size();
        return before >= 0 && lines.subList(before, lines.size()).equals(change.lines());
    }

    private PublicationRefused damaged() {
        return new PublicationRefused("没有做完的发布与这里的发布记录对不上，不能接着做；请从备份放回：" + store.records());
    }

    /**
     * A change that a publication, a rollback or a takedown is to make to one store.
     *
     * @param folder the store below the folder that is published into; empty if it is that folder
     * @param audience the audience of the store
     * @param release the name of the release that readers are to see; empty for a takedown, which replaces sealed
     *     folders by their copies and leaves {@code current} as it is
     * @param editions the names of new editions, which lie where {@link Store#newEdition} says
     * @param link the target of {@code current} before; empty if there was none
     * @param before hash of the last record before; empty if there was none
     * @param lines the new records
     */
    record StoreChange(
            String folder,
            String audience,
            Optional<String> release,
            List<String> editions,
            Optional<String> link,
            Optional<String> before,
            List<String> lines) {

        /** Whether the release is new, so that it lies where {@link Store#newRelease} says until it is in place. */
        boolean isNew() {
            return lines.stream()
                    .flatMap(line -> LedgerRecord.readUnchained(line).stream())
                    .anyMatch(record -> record.event() instanceof Published);
        }

        /** Whether the change is a takedown, or the end of one. */
        boolean isTakedown() {
            return release.isEmpty();
        }
    }
}
