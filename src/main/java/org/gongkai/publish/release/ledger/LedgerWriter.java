package org.gongkai.publish.release.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.Store;

/**
 * Writes what was done into the list of a store.
 *
 * @param by who does it
 * @param clock tells when; its zone is that of the times written
 * @param key signs what is written, if there is one
 * @param changesKey whether it may sign with another key than what was written last, or no longer sign
 */
public record LedgerWriter(String by, Clock clock, Optional<SigningKey> key, boolean changesKey) {

    /** A pen that signs as what was written last. */
    public LedgerWriter(String by, Clock clock, Optional<SigningKey> key) {
        this(by, clock, key, false);
    }

    /** The same with another clock. */
    public LedgerWriter at(Clock other) {
        return new LedgerWriter(by, other, key, changesKey);
    }

    /** The same, but whatever is written has the time of now. */
    public LedgerWriter atOneTime() {
        return at(Clock.fixed(clock.instant(), clock.getZone()));
    }

    /** The time, to the second. */
    public OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same in the zone in which a store was last written; UTC for a new one. */
    public LedgerWriter in(Ledger ledger) {
        return ledger.last()
                .map(last -> at(clock.withZone(last.at().getOffset())))
                .orElse(this);
    }

    /**
     * Refuses to go on where somebody else signed. Whoever verifies with a public key would find what is written without
     * that key, and could trust nothing that comes after it.
     *
     * @throws PublicationRefused if the newest record is signed, and this pen would not sign with the same key
     */
    public void refuseOther(Store store, Ledger ledger) {
        Optional<LedgerRecord> last = ledger.last().filter(LedgerRecord::bearsSignature);
        if (last.isEmpty() || changesKey) {
            return;
        }
        if (key.isEmpty()) {
            throw new PublicationRefused(
                    "这里的发布记录有签名，接着写也要签名；请加上 --key 和签名用的私钥文件，确实不再签名才加上 --change-key：" + store.records());
        }
        if (!last.get().signedBy(key.get())) {
            throw new PublicationRefused(
                    "这里的发布记录不是用这把私钥签名的；请用 --key 写明原来的私钥文件，确实要换一把才加上 --change-key：" + store.records());
        }
    }

    /** Adds an event. The list is replaced in one step, and is on the disk when this returns. */
    public Ledger add(Store store, Ledger ledger, Event event, Disk disk) throws IOException {
        Ledger next = next(ledger, event);
        write(store, next, disk);
        return next;
    }

    /** A list with an event behind it, which is not written yet. */
    public Ledger next(Ledger ledger, Event event) {
        List<LedgerRecord> entries = new ArrayList<>(ledger.entries());
        entries.add(LedgerRecord.of(ledger.last(), event, now(), by, key));
        return new Ledger(entries);
    }

    /** Replaces the list of a store in one step; it is on the disk when this returns. */
    public static void write(Store store, Ledger ledger, Disk disk) throws IOException {
        StringBuilder text = new StringBuilder();
        ledger.entries().forEach(entry -> text.append(entry.text()).append('\n'));
        disk.replace(store.records(), fresh(store), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where the next list is made. */
    public static Path fresh(Store store) {
        return store.records().resolveSibling(Store.WORK + "records.jsonl");
    }
}
