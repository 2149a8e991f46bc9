package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.PeriodAmount;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.feature.register.source.SameEvent;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.site.Item;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/** The entries that count, by kind. Safe for many threads. */
public final class CountedRecords {

    /** Where a period stands that no register names. */
    private static final List<String> PERIOD = List.of("期间", "标题.期间");

    private final List<Item> all;
    private final Map<String, List<Item>> items = new HashMap<>();
    private final List<RegisterSpec> registers;
    private final List<String> groups;
    private final Map<String, List<CountedRecord>> records = new ConcurrentHashMap<>();
    private final AtomicReference<Map<String, Integer>> events = new AtomicReference<>();

    /** The events of meetings that were put off or cancelled. */
    private final Set<Integer> notHeld = ConcurrentHashMap.newKeySet();

    /**
     * @param items the entries that may be seen; of several about one sitting the first that states an amount counts
     * @param registers definitions of registers, which say what identifies a sitting and which year it belongs to
     * @param groups the names of the 党小组
     */
    public CountedRecords(Collection<Item> items, List<RegisterSpec> registers, List<String> groups) {
        this.all = List.copyOf(items);
        for (Item item : items) {
            for (Kind kind : item.entry().kinds()) {
                this.items
                        .computeIfAbsent(kind.name(), name -> new ArrayList<>())
                        .add(item);
            }
        }
        this.registers = List.copyOf(registers);
        this.groups = List.copyOf(groups);
    }

    /** Returns the records that a question asks about, as of a day. */
    public List<CountedRecord> of(CountQuestion question, LocalDate asOf) {
        Map<String, CountedRecord> asked = new LinkedHashMap<>();
        for (Kind kind : question.kinds()) {
            of(kind.name()).stream()
                    .filter(record -> record.isMeant(question, asOf))
                    .forEach(record -> asked.putIfAbsent(record.item().entry().path(), record));
        }
        return List.copyOf(asked.values());
    }

    /** Returns a record of which it cannot be told whether, or how much of it, a question asks about. */
    public Optional<CountedRecord> undecided(CountQuestion question, LocalDate asOf) {
        List<Period> told = of(question, asOf).stream()
                .flatMap(record -> record.period().stream())
                .toList();
        return question.kinds().stream()
                .flatMap(kind -> of(kind.name()).stream())
                .filter(record -> record.isUndecided(question, asOf))
                // The month of a quarter may have a record of its own.
                .filter(record -> !question.period().get().isCoveredBy(told))
                .findFirst();
    }

    /** Returns the answer to a question that asks about these records: the number of sittings or issues, or a sum. */
    public BigDecimal answer(CountQuestion question, List<CountedRecord> asked) {
        if (question.amount().isEmpty()) {
            Map<Integer, Integer> events = new HashMap<>();
            asked.forEach(record -> events.merge(record.event(), record.issues(), Math::max));
            return BigDecimal.valueOf(
                    events.values().stream().mapToLong(Integer::longValue).sum());
        }
        Map<Integer, BigDecimal> amounts = new LinkedHashMap<>();
        asked.stream().filter(record -> record.register().isEmpty()).forEach(record -> record.amount(question)
                .ifPresent(number -> amounts.putIfAbsent(record.event(), number)));
        Map<RegisterSpec, List<PeriodAmount<CountedRecord>>> ofPeriods = asked.stream()
                .filter(record -> record.register().isPresent())
                .collect(Collectors.groupingBy(
                        record -> record.register().get(),
                        Collectors.mapping(CountedRecord::ofPeriod, Collectors.toList())));
        return Stream.concat(
                        amounts.values().stream(),
                        ofPeriods.entrySet().stream()
                                .flatMap(of -> PeriodAmount.wholes(of.getKey(), of.getValue()).stream())
                                .flatMap(whole -> amounts(question, whole)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The last number that was stated, as a correction need not repeat correct ones, and what adjusts it. */
    private static Stream<BigDecimal> amounts(CountQuestion question, PeriodAmount.Whole<CountedRecord> whole) {
        List<CountedRecord> stages =
                question.amount().get().table().isPresent() ? List.of(whole.counted()) : whole.stages();
        Stream<CountedRecord> last =
                stages.stream()
                        .filter(record -> record.amount(question).isPresent())
                        .reduce((one, other) -> other)
                        .stream();
        return Stream.concat(last, whole.adjusting().stream()).flatMap(record -> record.amount(question).stream()
                .map(number -> number.multiply(BigDecimal.valueOf(record.sign(question)))));
    }

    /**
     * Returns true if these records are known to be all that a question asks about: none of them lacks its amount or
     * lies in the period only in part, and those that are of periods have no gap between them.
     */
    public boolean areComplete(CountQuestion question, List<CountedRecord> asked, LocalDate asOf) {
        List<Period> spans = asked.stream()
                .flatMap(record -> record.period().stream())
                .filter(period -> period.from().isBefore(period.to()))
                .toList();
        return !asked.isEmpty()
                && undecided(question, asOf).isEmpty()
                && (question.amount().isEmpty()
                        || asked.stream()
                                .allMatch(record -> record.amount(question).isPresent()))
                && (spans.isEmpty()
                        || question.period().map(it -> it.isCoveredBy(spans)).orElse(true));
    }

    /**
     * Returns other numbers that a text may mean by rows of tables: those of the records of the period, whenever the
     * rows themselves are due, and those of any one record.
     */
    public List<BigDecimal> alternatives(CountQuestion question, LocalDate asOf) {
        if (question.rows().isEmpty()) {
            return List.of();
        }
        List<CountedRecord> any = question.kinds().stream()
                .flatMap(kind -> of(kind.name()).stream())
                .filter(record -> !record.day().isAfter(asOf))
                .toList();
        return Stream.concat(
                        Stream.of(any.stream()
                                .filter(record -> record.isWithin(question))
                                .mapToLong(record -> record.rowCount(question))
                                .sum()),
                        any.stream().map(record -> record.rowCount(question)))
                .map(BigDecimal::valueOf)
                .toList();
    }

    private List<CountedRecord> of(String kind) {
        return records.computeIfAbsent(kind, name -> items.getOrDefault(name, List.of()).stream()
                .map(item -> record(kind, item))
                .filter(record -> !isMeeting(record.item(), kind) || !notHeld.contains(record.event()))
                .toList());
    }

    private static boolean isMeeting(Item item, String kind) {
        return item.entry().kinds().stream()
                .anyMatch(it -> !it.words(Trait.CALENDAR).isEmpty()
                        && (kind.isEmpty() || it.name().equals(kind)));
    }

    private CountedRecord record(String kind, Item item) {
        EntryFacts facts = new EntryFacts(item, List.of(kind), groups);
        Entry.Dates dates = item.entry().dates();
        LocalDate day = DateText.day(facts.text("会议.时间"))
                .or(dates::signed)
                .orElse(dates.published().toLocalDate());
        List<Integer> years = item.entry().years();
        List<String> days = registers(kind)
                .filter(spec -> !spec.source().year().isEmpty())
                .limit(1)
                .flatMap(spec -> spec.source().year().stream())
                .toList();
        Optional<Period> period = Stream.concat(days.stream(), PERIOD.stream())
                .flatMap(path -> facts.at(path).stream().limit(1))
                .flatMap(word -> Period.parse(word, years.get(0)).stream())
                .findFirst()
                .or(() -> years.contains(day.getYear())
                        ? Optional.empty()
                        : Optional.of(Period.of(years.get(0), 12).get(0)));
        List<String> own = Stream.of("会议.党小组", "党小组", "标题.党小组")
                .map(facts::at)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new CountedRecord(
                item,
                facts,
                day,
                period,
                own,
                events().get(item.entry().path()),
                registers(kind).filter(RegisterSpec::isByPeriod).findFirst(),
                days);
    }

    /** The number of the event of each entry that counts, by path. */
    private Map<String, Integer> events() {
        return events.updateAndGet(known -> known != null ? known : divided());
    }

    private Map<String, Integer> divided() {
        List<EntryFacts> rows = all.stream()
                .map(item -> new EntryFacts(item, List.of(), groups))
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        int number = 0;
        for (List<Facts> event : SameEvent.divide(rows, this::identity)) {
            for (Facts row : event) {
                Item item = row.entries().get(0);
                numbers.put(item.entry().path(), number);
                if (isMeeting(item, "") && !row.text("会议.状态").isEmpty()) {
                    notHeld.add(number);
                }
            }
            number++;
        }
        return numbers;
    }

    private List<String> identity(Facts row) {
        return row.entries().get(0).entry().kinds().stream()
                .flatMap(kind -> registers(kind.name()))
                .filter(spec -> !spec.isByPeriod())
                .map(spec -> spec.source().sameEvent())
                .filter(paths -> !paths.isEmpty())
                .findFirst()
                .orElse(SameEvent.SITTING);
    }

    private Stream<RegisterSpec> registers(String kind) {
        return registers.stream()
                .filter(spec -> spec.source().kinds().contains(kind))
                .filter(spec ->
                        spec.source().type() == RowType.ENTRY || spec.source().type() == RowType.TABLE_ROW);
    }
}
