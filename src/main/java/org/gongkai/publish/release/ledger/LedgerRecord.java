package org.gongkai.publish.release.ledger;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.publish.release.ledger.Event.Counts;
import org.gongkai.publish.release.ledger.Event.EditionSealed;
import org.gongkai.publish.release.ledger.Event.Imported;
import org.gongkai.publish.release.ledger.Event.Origin;
import org.gongkai.publish.release.ledger.Event.Pruned;
import org.gongkai.publish.release.ledger.Event.Published;
import org.gongkai.publish.release.ledger.Event.Replaced;
import org.gongkai.publish.release.ledger.Event.Resealed;
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
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("at", at.toString());
        fields.put("by", singleLine(by));
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

    /** Whether the line has a signature, valid or not. */
    public boolean isSigned() {
        return SIGNED.matcher(text).matches();
    }

    /** Whether the line was signed with a key; Ed25519 signatures are deterministic (RFC 8032). */
    boolean signedBy(SigningKey key) {
        Matcher signed = SIGNED.matcher(text);
        return signed.matches() && key.sign(signed.group(1) + "}").equals(signed.group(2));
    }

    /** Whether the signature of the line is valid for a public key. */
    public boolean signedBy(VerificationKey key) {
        Matcher signed = SIGNED.matcher(text);
        return signed.matches() && key.verifies(signed.group(1) + "}", signed.group(2));
    }

    /** Converts events to fields of JSON objects and back. */
    static final class EventJson {

        private EventJson() {}

        /** The fields of an event, its kind first. */
        static Map<String, Object> fields(Event event) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (event instanceof Published published) {
                fields.put("event", "publish");
                fields.put("release", published.id());
                fields.put("base", published.base());
                fields.put("generator", published.origin().generator());
                fields.put("commit", published.origin().commit());
                fields.put("asOf", published.origin().asOf());
                fields.put("nextChange", published.origin().nextChange());
                fields.put("entries", published.counts().entries());
                fields.put("pages", published.counts().pages());
                fields.put("files", published.counts().files());
                fields.put("bytes", published.counts().bytes());
                fields.put("added", published.counts().added());
                fields.put("changed", published.counts().changed());
                fields.put("removed", published.counts().removed());
                fields.put("manifest", published.manifestHash());
                fields.put("addresses", published.addresses());
                fields.put("lost", published.lost());
                published.origin().imported().ifPresent(from -> fields.put("imported", fields(from)));
            } else if (event instanceof RolledBack back) {
                fields.put("event", "rollback");
                fields.put("release", back.id());
                fields.put("reason", LedgerRecord.singleLine(back.reason()));
            } else if (event instanceof Pruned pruned) {
                fields.put("event", "prune");
                fields.put("releases", pruned.ids());
            } else if (event instanceof EditionSealed edition) {
                fields.put("event", "edition");
                fields.put("edition", edition.name());
                fields.put("manifest", edition.manifestHash());
                fields.put("files", edition.files());
            } else if (event instanceof TakenDown taken) {
                fields.put("event", "takedown");
                fields.put("address", taken.address());
                fields.put("reason", LedgerRecord.singleLine(taken.reason()));
                fields.put("notices", taken.notices());
                fields.put("addresses", taken.addresses());
                fields.put("marks", taken.marks());
                if (taken.only()) {
                    fields.put("only", true);
                }
                fields.put(
                        "resealed",
                        taken.resealed().stream().map(EventJson::fields).toList());
            } else if (event instanceof Restored restored) {
                fields.put("event", "restore");
                fields.put("address", restored.address());
                fields.put("reason", LedgerRecord.singleLine(restored.reason()));
            }
            return fields;
        }

        private static Map<String, Object> fields(Imported from) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("release", from.release());
            fields.put("at", from.at().toString());
            fields.put("store", from.store());
            fields.put("record", from.record());
            return fields;
        }

        private static Imported imported(JsonObject fields) {
            return new Imported(
                    fields.text("release"),
                    OffsetDateTime.parse(fields.text("at")),
                    fields.text("store"),
                    fields.text("record"));
        }

        private static Map<String, Object> fields(Resealed resealed) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("folder", resealed.folder());
            fields.put("before", resealed.before());
            fields.put("after", resealed.after());
            fields.put(
                    "files",
                    resealed.files().stream()
                            .map(file -> List.of(file.path(), file.before(), file.after()))
                            .toList());
            return fields;
        }

        /**
         * The event of some fields.
         *
         * @throws IllegalArgumentException if they are those of no event
         */
        static Event event(JsonObject fields) {
            String kind = fields.text("event");
            return switch (kind) {
                case "publish" ->
                    new Published(
                            fields.text("release"),
                            fields.optionalText("base"),
                            new Origin(
                                    fields.text("generator"),
                                    fields.optionalText("commit"),
                                    fields.text("asOf"),
                                    fields.optionalText("nextChange"),
                                    fields.optionalObject("imported").map(EventJson::imported)),
                            new Counts(
                                    (int) fields.number("entries"),
                                    (int) fields.number("pages"),
                                    (int) fields.number("files"),
                                    fields.number("bytes"),
                                    (int) fields.number("added"),
                                    (int) fields.number("changed"),
                                    (int) fields.number("removed")),
                            fields.text("manifest"),
                            fields.text("addresses"),
                            fields.texts("lost"));
                case "rollback" -> new RolledBack(fields.text("release"), fields.text("reason"));
                case "prune" -> new Pruned(fields.texts("releases"));
                case "edition" ->
                    new EditionSealed(fields.text("edition"), fields.text("manifest"), (int) fields.number("files"));
                case "takedown" ->
                    new TakenDown(
                            fields.text("address"),
                            fields.text("reason"),
                            fields.texts("notices"),
                            fields.objects("resealed").stream()
                                    .map(EventJson::resealed)
                                    .toList(),
                            // Records written before entries had marks list the notices only.
                            fields.texts(fields.has("addresses") ? "addresses" : "notices"),
                            fields.has("marks") ? fields.texts("marks") : List.of(),
                            fields.has("only") && fields.bool("only"));
                case "restore" -> new Restored(fields.text("address"), fields.text("reason"));
                default -> throw new IllegalArgumentException("no event " + kind);
            };
        }

        private static Resealed resealed(JsonObject fields) {
            return new Resealed(
                    fields.text("folder"),
                    fields.text("before"),
                    fields.text("after"),
                    fields.textLists("files").stream()
                            .map(file -> new Replaced(file.get(0), file.get(1), file.get(2)))
                            .toList());
        }
    }
}
