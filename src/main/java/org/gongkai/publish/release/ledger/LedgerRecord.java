package org.gongkai.publish.release.ledger;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.publish.release.ledger.Event.Amended;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.EditionSealed;
import org.gongkai.publish.release.ledger.Event.Origin;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Restored;
import org.gongkai.publish.release.ledger.Event.RolledBack;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;

/**
 * One line of the ledger. It contains the hash of the line before, so that no line can be changed, removed or inserted
 * without breaking the chain.
 *
 * @param number its position, from 1
 * @param at the time of the event
 * @param by the person or program that acted
 * @param event the event
 * @param text the line
 */
public record LedgerRecord(int number, OffsetDateTime at, String by, Event event, String text) {

    private static final Pattern SIGNED = Pattern.compile("(.*),\"signature\":\"([A-Za-z0-9+/=]+)\"}", Pattern.DOTALL);

    /** Creates the successor of a record. */
    static LedgerRecord of(
            Optional<LedgerRecord> last, Event event, OffsetDateTime at, String by, Optional<SigningKey> key) {
        int number = last.map(LedgerRecord::number).orElse(0) + 1;
        Map<String, Object> fields = Json.fields("number", number, "at", at, "by", singleLine(by));
        fields.putAll(EventJson.fields(event));
        fields.put("previous", last.map(LedgerRecord::hash));
        String plain = Json.of(fields);
        String text = key.map(k -> plain.substring(0, plain.length() - 1) + ",\"signature\":\"" + k.sign(plain) + "\"}")
                .orElse(plain);
        return read(last, text).orElseThrow(() -> new IllegalStateException("cannot be read again: " + text));
    }

    /** Replaces characters that a record cannot contain, such as line breaks, by blanks. */
    public static String singleLine(String typed) {
        return typed.replaceAll("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\uFEFF]+", " ").strip();
    }

    /** Reads a line; empty if it is no record, or not the successor of the given one. */
    public static Optional<LedgerRecord> read(Optional<LedgerRecord> last, String text) {
        return Json.object(text)
                .filter(fields ->
                        Optional.ofNullable(fields.fields().get("previous")).equals(last.map(LedgerRecord::hash)))
                .flatMap(fields -> of(fields, text))
                .filter(record ->
                        record.number() == last.map(LedgerRecord::number).orElse(0) + 1);
    }

    /**
     * Reads a line without its predecessors; empty if it is no record. Only a signature can vouch for such a record.
     */
    public static Optional<LedgerRecord> readUnchained(String text) {
        return Json.object(text).flatMap(fields -> of(fields, text));
    }

    private static Optional<LedgerRecord> of(JsonObject fields, String text) {
        try {
            return Optional.of(new LedgerRecord(
                    (int) fields.number("number"),
                    OffsetDateTime.parse(fields.text("at")),
                    fields.text("by"),
                    EventJson.event(fields),
                    text));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The SHA-256 of the line. */
    public String hash() {
        return Digests.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What made the signature of the line, valid or not: that of Ed25519 has 64 bytes, that of SM2 is of ASN.1. */
    public Optional<String> signature() {
        Matcher signed = SIGNED.matcher(text);
        return signed.matches() ? Optional.of(signed.group(2).length() == 88 ? "Ed25519" : "SM2") : Optional.empty();
    }

    /** Whether the line was signed with a key. */
    boolean signedBy(SigningKey key) {
        Matcher signed = SIGNED.matcher(text);
        return signed.matches() && key.hasSigned(signed.group(1) + "}", signed.group(2));
    }

    /** Whether the signature of the line is valid for a public key. */
    public boolean signedBy(VerificationKey key) {
        Matcher signed = SIGNED.matcher(text);
        return signed.matches() && key.verifies(signed.group(1) + "}", signed.group(2));
    }

    /** Converts events to fields of JSON objects and back. */
    static final class EventJson {

        private static final Map<String, Class<? extends Record>> KINDS = Map.of(
                "publish", Published.class,
                "rollback", RolledBack.class,
                "amend", Amended.class,
                "prune", Pruned.class,
                "edition", EditionSealed.class,
                "takedown", TakenDown.class,
                "restore", Restored.class);

        private EventJson() {}

        /** The fields of an event, its kind first. Those of the origin and size of a release are among its own. */
        static Map<String, Object> fields(Event event) {
            Map<String, Object> fields = new LinkedHashMap<>();
            KINDS.forEach((kind, type) -> {
                if (type.isInstance(event)) {
                    fields.put("event", kind);
                }
            });
            JsonObject.fields((Record) event).forEach((name, value) -> {
                if (value instanceof Origin || value instanceof Counts) {
                    fields.putAll(JsonObject.fields((Record) value));
                } else {
                    fields.put(name, value);
                }
            });
            fields.remove("imported", Optional.empty());
            fields.remove("only", false);
            fields.computeIfPresent("reason", (name, reason) -> singleLine((String) reason));
            return fields;
        }

        /**
         * The event of some fields.
         *
         * @throws IllegalArgumentException if they are those of no event
         */
        static Event event(JsonObject fields) {
            Class<? extends Record> type = KINDS.get(fields.text("event"));
            if (type == null) {
                throw new IllegalArgumentException("no event");
            }
            Map<Object, Object> all = new HashMap<>(fields.fields());
            all.put("origin", fields.fields());
            all.put("counts", fields.fields());
            // Records written before entries had marks list the notices only.
            all.putIfAbsent("addresses", all.get("notices"));
            all.putIfAbsent("marks", List.of());
            all.putIfAbsent("only", false);
            return (Event) new JsonObject(all).to(type);
        }
    }
}
