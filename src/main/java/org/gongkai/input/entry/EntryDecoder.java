package org.gongkai.input.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.cache.CacheReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;

/** Decodes the output of {@link EntryEncoder}, given the same kinds. */
final class EntryDecoder {

    private static final CommonField[] COMMON = CommonField.values();

    private final CacheReader in;
    private final Kinds kinds;

    EntryDecoder(CacheReader in, Kinds kinds) {
        this.in = in;
        this.kinds = kinds;
    }

    EntryReading reading(String path) {
        List<Problem> problems = in.all(in::problem);
        return new EntryReading(in.optional(() -> entry(path)), problems);
    }

    private Entry entry(String path) {
        SourceFile file = new SourceFile(path, in.number());
        String textFingerprint = in.shared();
        int bodyLine = in.integer();
        Map<CommonField, Value> places = new EnumMap<>(CommonField.class);
        for (int left = in.integer(); left > 0; left--) {
            places.put(COMMON[in.integer()], value());
        }
        String title = in.shared();
        List<Kind> own = List.copyOf(in.all(() -> kinds.all().get(in.integer())));
        return new Entry(
                file,
                bodyLine,
                title,
                own,
                texts(),
                List.copyOf(in.all(in::integer)),
                texts(),
                dates(),
                publication(),
                in.optional(this::notice),
                List.copyOf(in.all(() -> new Entry.Attachment(typed(), in.shared(), in.optional(this::value)))),
                List.copyOf(in.all(() -> own(own))),
                extras(),
                Map.copyOf(places),
                textFingerprint,
                texts());
    }

    private Entry.Dates dates() {
        return new Entry.Dates(
                LocalDateTime.of(day(), LocalTime.ofNanoOfDay(in.number())),
                in.optional(this::day),
                in.optional(this::day),
                in.optional(this::day),
                in.optional(this::day));
    }

    private Entry.Publication publication() {
        return new Entry.Publication(
                Entry.Status.values()[in.integer()], in.shared(), in.shared(), in.shared(), in.shared(), texts());
    }

    private Entry.Notice notice() {
        return new Entry.Notice(day(), day(), in.optional(in::integer), typed());
    }

    private Entry.OwnField own(List<Kind> of) {
        return new Entry.OwnField(of.get(in.integer()).fields().get(in.integer()), value());
    }

    private Map<String, String> extras() {
        Map<String, String> extras = new LinkedHashMap<>();
        for (int left = in.integer(); left > 0; left--) {
            extras.put(in.shared(), in.shared());
        }
        return extras;
    }

    private Value value() {
        return switch (in.integer()) {
            case EntryEncoder.TEXT -> new Value.Text(in.shared(), in.integer(), in.integer());
            case EntryEncoder.QUOTED -> new Value.Text(in.shared(), in.integer(), in.integer(), true);
            case EntryEncoder.ITEMS -> new Value.Items(in.all(this::value), in.integer(), in.integer());
            case EntryEncoder.FIELDS ->
                new Value.Fields(in.all(() -> new Value.Field(typed(), value())), in.integer(), in.integer());
            default -> throw new IllegalStateException("no value begins like that");
        };
    }

    private Value.Text typed() {
        return (Value.Text) value();
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(in.number());
    }

    private List<String> texts() {
        return List.copyOf(in.all(in::shared));
    }
}
