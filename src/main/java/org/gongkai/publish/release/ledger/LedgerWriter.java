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

/**
 * Appends records to the ledger of a store.
 *
 * @param by the person or program that acts
 * @param clock the source of times, which are written in its zone
 * @param key signs the records, if present
 * @param changesKey whether the key may differ from that of the last record, or be absent
 */
public record LedgerWriter(String by, Clock clock, Optional<SigningKey> key, boolean changesKey) {

    /** A writer that must use the key of the last record. */
    public LedgerWriter(String by, Clock clock, Optional<SigningKey> key) {
        this(by, clock, key, false);
    }

    /** The same writer with another clock. */
    public LedgerWriter at(Clock other) {
        return new LedgerWriter(by, other, key, changesKey);
    }

    /** The same writer, but all its records have the present time. */
    public LedgerWriter atOneTime() {
        return at(Clock.fixed(clock.instant(), clock.getZone()));
    }

    /** The present time, truncated to seconds. */
    public OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same writer in the zone of the last record, if there is one. */
    public LedgerWriter in(Ledger ledger) {
        return ledger.last()
                .map(last -> at(clock.withZone(last.at().getOffset())))
                .orElse(this);
    }

    /**
     * Requires the key of the last record. Verification with its public key would fail for records that are not signed
     * with it, and for all that follow.
     *
     * @throws PublicationRefused if the last record is signed, and this writer would not sign with the same key
     */
    public void requireSameKey(Store store, Ledger ledger) {
        Optional<LedgerRecord> last =
                ledger.last().filter(record -> record.signature().isPresent());
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

    /** Appends an event. The file is replaced atomically and is on the disk when this returns. */
    public Ledger add(Store store, Ledger ledger, Event event, Disk disk) throws IOException {
        Ledger next = next(ledger, event);
        write(store, next, disk);
        return next;
    }

    /** Returns a ledger with one more event, which is not written yet. */
    public Ledger next(Ledger ledger, Event event) {
        List<LedgerRecord> entries = new ArrayList<>(ledger.records());
        entries.add(LedgerRecord.of(ledger.last(), event, now(), by, key));
        return new Ledger(entries);
    }

    /** Replaces the ledger of a store atomically; it is on the disk when this returns. */
    public static void write(Store store, Ledger ledger, Disk disk) throws IOException {
        StringBuilder text = new StringBuilder();
        ledger.records().forEach(entry -> text.append(entry.text()).append('\n'));
        disk.replace(store.records(), temporary(store), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where the new file is written before it replaces the old one. */
    public static Path temporary(Store store) {
        return store.records().resolveSibling(Store.WORK + "records.jsonl");
    }
}
