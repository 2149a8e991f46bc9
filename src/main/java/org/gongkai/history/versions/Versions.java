package org.gongkai.history.versions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.history.git.Commit;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;

/**
 * The versions of one entry, oldest first.
 *
 * @param all every published version
 * @param pauses the periods in which it was withdrawn or deleted
 * @param headers every header under which it was published, oldest first; can exceed the versions, since a move changes
 *     no text
 * @param uncommitted whether its file has uncommitted changes
 */
public record Versions(List<Version> all, List<Pause> pauses, List<Entry> headers, boolean uncommitted) {

    public static final Versions NONE = new Versions(List.of(), List.of(), List.of(), false);

    /**
     * A period in which the entry was not public.
     *
     * @param after the number of the version that preceded the period
     * @param day the first day of the period
     * @param back the day on which the entry became public again, if it did
     */
    public record Pause(int after, LocalDate day, Optional<LocalDate> back) {}

    /** Returns the current version, if any was published. */
    public Optional<Version> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the day on which it was withdrawn, if it still is. */
    public Optional<LocalDate> withdrawn() {
        return pauses.isEmpty() || pauses.get(pauses.size() - 1).back().isPresent()
                ? Optional.empty()
                : Optional.of(pauses.get(pauses.size() - 1).day());
    }

    /**
     * Returns the first version and each one whose words or fields differ from those of the version before it; others
     * changed line breaks, blanks or the order of fields.
     */
    public List<Version> worded() {
        List<Version> worded = new ArrayList<>();
        for (Version version : all) {
            if (worded.isEmpty() || !isSame(all.get(version.number() - 2).entry(), version.entry())) {
                worded.add(version);
            }
        }
        return worded;
    }

    private static boolean isSame(Entry before, Entry now) {
        // Short texts have no fingerprint.
        return !now.source().fingerprint().isEmpty()
                && now.source().fingerprint().equals(before.source().fingerprint())
                && now.title().equals(before.title())
                && fields(now).equals(fields(before));
    }

    private static Map<String, String> fields(Entry entry) {
        Map<String, String> fields = new TreeMap<>(entry.header().extras());
        entry.values().forEach((field, value) -> fields.put(field.name(), text(value)));
        entry.own().forEach(own -> fields.put(own.spec().name(), text(own.value())));
        return fields;
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text().strip();
        }
        StringBuilder all = new StringBuilder();
        if (value instanceof Value.Items items) {
            items.items().forEach(item -> all.append(text(item)).append('\n'));
        } else if (value instanceof Value.Fields group) {
            group.fields().forEach(field -> all.append(field.key().text())
                    .append('=')
                    .append(text(field.value()))
                    .append('\n'));
        }
        return all.toString();
    }

    /**
     * A published version of an entry.
     *
     * @param number its number, from 1
     * @param day the day from which it was public
     * @param commit the commit that created it
     * @param entry its header
     * @param blob its content, 40 hexadecimal digits
     */
    public record Version(int number, LocalDate day, Commit commit, Entry entry, String blob) {}
}
