package org.gongkai.history.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;

/** Tells the versions that changed a word or a field from those that changed line breaks, blanks or the order of fields. */
public final class WordedVersions {

    private WordedVersions() {}

    /** Returns the first version and each one whose words or fields differ from those of the version before it. */
    public static List<Version> of(Versions versions) {
        List<Version> worded = new ArrayList<>();
        for (Version version : versions.all()) {
            if (worded.isEmpty()
                    || !isSame(versions.all().get(version.number() - 2).entry(), version.entry())) {
                worded.add(version);
            }
        }
        return worded;
    }

    private static boolean isSame(Entry before, Entry now) {
        // Short texts have no fingerprint.
        return !now.textFingerprint().isEmpty()
                && now.textFingerprint().equals(before.textFingerprint())
                && now.title().equals(before.title())
                && fields(now).equals(fields(before));
    }

    private static Map<String, String> fields(Entry entry) {
        Map<String, String> fields = new TreeMap<>(entry.extras());
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
}
