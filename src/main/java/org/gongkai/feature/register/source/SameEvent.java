package org.gongkai.feature.register.source;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/**
 * Tells which entries are about the same event: those of one kind with one number on one day, those with the same time
 * and place, however these were typed, and minutes of the same body at the same time, wherever. Where one of two tells
 * the day alone, bodies meet once a day, unless the places differ. A joint meeting is that of each of its bodies. Kinds
 * that exclude each other, or different numbers of one kind, are different events.
 */
public final class SameEvent {

    private static final List<String> NUMBER = List.of("会议.次数", "标题.次数");

    /** How many of the paths must have a value for an event to be identified. */
    private static final int IDENTIFYING = 2;

    /** What identifies a sitting where no register says it; without the first two nothing does. */
    private static final List<String> SITTING = List.of("会议.时间", "会议.地点", "会议.党小组|标题.党小组");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Facts> rows = new ArrayList<>();
    private final Set<LocalTime> times = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> excluded = new HashSet<>();

    private SameEvent() {}

    /**
     * Divides rows into events, in the order of their first rows.
     *
     * @param paths returns where the time of a row, its place and whatever else tells its event from others stand;
     *     alternatives are separated by |
     */
    public static List<List<Facts>> divide(List<? extends Facts> rows, Function<Facts, List<String>> paths) {
        List<SameEvent> events = new ArrayList<>();
        Map<List<String>, List<SameEvent>> byIdentity = new HashMap<>();
        for (Facts row : rows) {
            List<List<String>> met = met(row, paths.apply(row));
            List<String> values = met.get(0);
            List<List<String>> identities = new ArrayList<>(
                    met.stream().flatMap(it -> identities(row, it).stream()).toList());
            List<List<String>> bodies =
                    met.stream().flatMap(it -> bodies(row, it).stream()).toList();
            SameEvent event = Stream.concat(
                            identities.stream()
                                    .flatMap(identity -> byIdentity.getOrDefault(identity, List.of()).stream()),
                            bodies.stream()
                                    .flatMap(body -> byIdentity.getOrDefault(body, List.of()).stream())
                                    .filter(candidate -> candidate.isAt(values)))
                    .filter(candidate -> candidate.isOf(row))
                    .findFirst()
                    .orElse(null);
            if (event == null) {
                event = new SameEvent();
                events.add(event);
            }
            event.add(row, values);
            identities.addAll(bodies);
            for (List<String> identity : identities) {
                List<SameEvent> same = byIdentity.computeIfAbsent(identity, it -> new ArrayList<>());
                if (!same.contains(event)) {
                    same.add(event);
                }
            }
        }
        return events.stream().map(event -> List.copyOf(event.rows)).toList();
    }

    /** Merges rows about the same sitting, told apart as those of meetings are. */
    public static List<Facts> merged(List<? extends Facts> rows) {
        return merge(rows, SITTING);
    }

    /**
     * Merges rows about the same event into the first of them.
     *
     * @param paths where the time of a row, its place and whatever else tells its event from others stand
     */
    public static List<Facts> merge(List<? extends Facts> rows, List<String> paths) {
        return divide(rows, row -> paths).stream()
                .map(same -> same.size() == 1 ? same.get(0) : new Merged(same))
                .toList();
    }

    /** The values of a row, once with each of the bodies that met together. */
    private static List<List<String>> met(Facts row, List<String> paths) {
        List<String> common =
                paths.stream().limit(IDENTIFYING).map(path -> value(row, path)).toList();
        List<String> others = paths.stream().skip(IDENTIFYING).toList();
        return others.size() == 1
                ? Stream.of(value(row, others.get(0)).split("、"))
                        .map(body ->
                                Stream.concat(common.stream(), Stream.of(body)).toList())
                        .toList()
                : List.of(paths.stream().map(path -> value(row, path)).toList());
    }

    /**
     * What identifies the event of a row: its number on its day, and its time and place; empty if too little is known.
     */
    private static List<List<String>> identities(Facts row, List<String> values) {
        List<List<String>> identities = new ArrayList<>();
        number(row).ifPresent(number -> kinds(row)
                .forEach(kind -> ofBody(kind, number, values).ifPresent(identities::add)));
        if (values.stream().limit(IDENTIFYING).noneMatch(String::isEmpty)) {
            identities.add(values);
        }
        return identities;
    }

    /** The bodies that met on the day of a row; a lecture or an activity is of none. */
    private static List<List<String>> bodies(Facts row, List<String> values) {
        return kinds(row)
                .filter(kind -> kind.demands().recommended().contains("会议"))
                .flatMap(kind -> ofBody(kind, "", values).stream())
                .toList();
    }

    /** A number, or any, of the meetings of a kind on a day, with what else tells them apart; empty without a day. */
    private static Optional<List<String>> ofBody(Kind kind, String number, List<String> values) {
        return DateText.day(values.get(0)).map(day -> Stream.concat(
                        Stream.of(kind.name(), number, day.toString()),
                        values.stream().skip(IDENTIFYING))
                .toList());
    }

    /** Whether a time on the day of this event may be its own. */
    private boolean isAt(List<String> values) {
        Optional<LocalTime> time = time(values);
        return time.isPresent() && !times.isEmpty()
                ? times.contains(time.get())
                : places.isEmpty() || places(values).allMatch(places::contains);
    }

    private static Optional<LocalTime> time(List<String> values) {
        return DateText.parse(values.get(0))
                .map(LocalDateTime::toLocalTime)
                .filter(it -> !it.equals(LocalTime.MIDNIGHT));
    }

    private static Stream<String> places(List<String> values) {
        return values.stream().limit(IDENTIFYING).skip(1).filter(place -> !place.isEmpty());
    }

    private boolean isOf(Facts row) {
        Optional<String> number = number(row);
        return kinds(row)
                .allMatch(kind -> !excluded.contains(kind.name())
                        && kind.demands().exclusions().stream().noneMatch(other -> numbers.containsKey(other.kind()))
                        && number.map(it -> List.of("", it).contains(numbers.getOrDefault(kind.name(), "")))
                                .orElse(true));
    }

    private void add(Facts row, List<String> values) {
        rows.add(row);
        time(values).ifPresent(times::add);
        places(values).forEach(places::add);
        String number = number(row).orElse("");
        kinds(row).forEach(kind -> {
            numbers.merge(kind.name(), number, (before, now) -> before.isEmpty() ? now : before);
            kind.demands().exclusions().forEach(other -> excluded.add(other.kind()));
        });
    }

    private static Stream<Kind> kinds(Facts row) {
        return row.entries().stream().flatMap(item -> item.entry().kinds().stream());
    }

    static Optional<String> number(Facts row) {
        return NUMBER.stream()
                .flatMap(path -> ColumnType.number(row.text(path)).stream())
                .findFirst()
                .map(number -> number.stripTrailingZeros().toPlainString());
    }

    private static String value(Facts row, String paths) {
        return Stream.of(paths.split("\\|"))
                .map(path -> row.at(path).stream().sorted().collect(Collectors.joining("、")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> DateText.parse(text)
                        .map(LocalDateTime::toString)
                        .orElse(BLANKS.matcher(FullWidth.narrow(text)).replaceAll("")))
                .orElse("");
    }

    /** Descriptions of the same event: the kinds of all; of everything else the first that says anything. */
    private record Merged(List<Facts> all) implements Facts {

        @Override
        public List<String> at(String path) {
            return path.equals("文种")
                    ? all.stream()
                            .flatMap(it -> it.at(path).stream())
                            .distinct()
                            .toList()
                    : first(path).map(it -> it.at(path)).orElse(List.of());
        }

        @Override
        public List<String> counted(String path) {
            return path.equals("文种") ? at(path) : first(path).orElse(all.get(0)).counted(path);
        }

        private Optional<Facts> first(String path) {
            return all.stream().filter(it -> !it.at(path).isEmpty()).findFirst();
        }

        @Override
        public List<Item> entries() {
            return all.stream().flatMap(it -> it.entries().stream()).distinct().toList();
        }
    }
}
