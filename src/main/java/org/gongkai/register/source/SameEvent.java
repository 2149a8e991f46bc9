package org.gongkai.register.source;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.data.NormalizedText;
import org.gongkai.input.entry.header.DateText;

/** What identifies an event: equal for entries about the same one, however its time and its place were typed. */
public final class SameEvent {

    /** How many of the paths must have a value for an event to be identified. */
    private static final int IDENTIFYING = 2;

    private SameEvent() {}

    /**
     * Returns what identifies the event of a row; empty if too little is known of it.
     *
     * @param paths where its time, its place and whatever else tells it from others stand; alternatives separated by |
     */
    public static Optional<List<String>> of(Facts row, List<String> paths) {
        List<String> values = paths.stream().map(path -> value(row, path)).toList();
        return values.stream().limit(IDENTIFYING).anyMatch(String::isEmpty) ? Optional.empty() : Optional.of(values);
    }

    private static String value(Facts row, String paths) {
        return Stream.of(paths.split("\\|"))
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> DateText.parse(text)
                        .map(LocalDateTime::toString)
                        .orElse(NormalizedText.plain(text).strip()))
                .orElse("");
    }
}
