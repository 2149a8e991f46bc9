package org.gongkai.publish.release.ledger;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Events as fields of a JSON object, and back. */
public final class EventJson {

    private EventJson() {}

    /** The fields of an event, what kind it is in front. */
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
            fields.put("manifest", published.seal());
            fields.put("addresses", published.addresses());
            fields.put("lost", published.lost());
            published.origin().imported().ifPresent(from -> fields.put("imported", fields(from)));
        } else if (event instanceof RolledBack back) {
            fields.put("event", "rollback");
            fields.put("release", back.id());
            fields.put("reason", LedgerRecord.words(back.reason()));
        } else if (event instanceof Pruned pruned) {
            fields.put("event", "prune");
            fields.put("releases", pruned.ids());
        } else if (event instanceof EditionSealed edition) {
            fields.put("event", "edition");
            fields.put("edition", edition.name());
            fields.put("manifest", edition.seal());
            fields.put("files", edition.files());
        } else if (event instanceof TakenDown taken) {
            fields.put("event", "takedown");
            fields.put("address", taken.address());
            fields.put("reason", LedgerRecord.words(taken.reason()));
            fields.put("notices", taken.notices());
            fields.put("addresses", taken.addresses());
            fields.put("marks", taken.marks());
            fields.put(
                    "resealed", taken.resealed().stream().map(EventJson::fields).toList());
        } else if (event instanceof Restored restored) {
            fields.put("event", "restore");
            fields.put("address", restored.address());
            fields.put("reason", LedgerRecord.words(restored.reason()));
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

    private static Imported imported(Map<?, ?> fields) {
        return new Imported(
                text(fields, "release"),
                OffsetDateTime.parse(text(fields, "at")),
                text(fields, "store"),
                text(fields, "record"));
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

    /** The event of some fields; fails with a {@link RuntimeException} if they are none. */
    static Event event(Map<?, ?> fields) {
        String kind = text(fields, "event");
        return switch (kind) {
            case "publish" ->
                new Published(
                        text(fields, "release"),
                        perhaps(fields, "base"),
                        new Origin(
                                text(fields, "generator"),
                                perhaps(fields, "commit"),
                                text(fields, "asOf"),
                                perhaps(fields, "nextChange"),
                                Optional.ofNullable((Map<?, ?>) fields.get("imported"))
                                        .map(EventJson::imported)),
                        new Counts(
                                number(fields, "entries").intValue(),
                                number(fields, "pages").intValue(),
                                number(fields, "files").intValue(),
                                number(fields, "bytes").longValue(),
                                number(fields, "added").intValue(),
                                number(fields, "changed").intValue(),
                                number(fields, "removed").intValue()),
                        text(fields, "manifest"),
                        text(fields, "addresses"),
                        texts(fields.get("lost")));
            case "rollback" -> new RolledBack(text(fields, "release"), text(fields, "reason"));
            case "prune" -> new Pruned(texts(fields.get("releases")));
            case "edition" ->
                new EditionSealed(
                        text(fields, "edition"),
                        text(fields, "manifest"),
                        number(fields, "files").intValue());
            case "takedown" ->
                new TakenDown(
                        text(fields, "address"),
                        text(fields, "reason"),
                        texts(fields.get("notices")),
                        ((List<?>) fields.get("resealed"))
                                .stream()
                                        .map(item -> resealed((Map<?, ?>) item))
                                        .toList(),
                        // Stores that were written before entries had marks know the notices only.
                        texts(fields.containsKey("addresses") ? fields.get("addresses") : fields.get("notices")),
                        fields.containsKey("marks") ? texts(fields.get("marks")) : List.of());
            case "restore" -> new Restored(text(fields, "address"), text(fields, "reason"));
            default -> throw new IllegalArgumentException("no event " + kind);
        };
    }

    private static Resealed resealed(Map<?, ?> fields) {
        return new Resealed(
                text(fields, "folder"),
                text(fields, "before"),
                text(fields, "after"),
                ((List<?>) fields.get("files"))
                        .stream()
                                .map(EventJson::texts)
                                .map(file -> new Replaced(file.get(0), file.get(1), file.get(2)))
                                .toList());
    }

    public static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text " + name);
    }

    private static Optional<String> perhaps(Map<?, ?> fields, String name) {
        return Optional.ofNullable((String) fields.get(name));
    }

    static Number number(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("no number " + name);
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }
}
