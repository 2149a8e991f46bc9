package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.expect.ExpectationCheck;
import org.gongkai.feature.register.model.Register.NotHeld;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.feature.register.source.RescheduledMeetings;
import org.gongkai.feature.register.source.RowSource;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.MeetingChange;
import org.gongkai.output.table.Cell;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/** Computes registers for the site of an audience; reads their rows once. Safe for use by multiple threads. */
public final class RegisterBuilder {

    /** So many entries of a year may be old documents; more are the records of that year. */
    private static final int FEW = 2;

    /** How many days without an entry separate old documents from records. */
    private static final int INTERRUPTION = 183;

    private final Site site;
    private final WorkCalendar calendar;
    private final RowSource source;
    private final LocalDate firstRecord;
    private final Map<RegisterSpec, TreeMap<Integer, List<Row>>> rows = new ConcurrentHashMap<>();

    /** @param calendar counts the working days of a 时限 */
    public RegisterBuilder(Site site, WorkCalendar calendar) {
        this.site = site;
        this.calendar = calendar;
        this.source = new RowSource(site, calendar);
        this.firstRecord = site.config().data().organisation().founded().orElseGet(() -> firstRecord(site));
    }

    /**
     * Returns the first day of the month from which a branch has continuously written records. Old documents that were
     * published again lie before it: two of a year more than half a year before anything else; or the only one, which
     * makes no duties of its year.
     */
    private static LocalDate firstRecord(Site site) {
        List<LocalDate> days = site.items().stream()
                .map(Item::entry)
                .map(Entry::dates)
                .map(dates -> dates.published().toLocalDate())
                .sorted(Comparator.reverseOrder())
                .toList();
        Map<Integer, Long> ofYear =
                days.stream().collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()));
        LocalDate first = days.isEmpty() ? site.asOf() : days.get(0);
        for (LocalDate day : days) {
            long number = ofYear.get(day.getYear());
            boolean isNear = day.plusDays(INTERRUPTION).isAfter(first);
            if (number > FEW || number > 1 && isNear || day.getYear() == first.getYear()) {
                first = day;
            } else if (isNear) {
                first = first.withDayOfYear(1);
            }
        }
        return first.withDayOfMonth(1);
    }

    /**
     * Computes registers in the order of their definitions, including those without rows.
     *
     * @param expectedUntil nothing is expected of periods that begin later
     */
    public List<Register> all(List<RegisterSpec> specs, LocalDate expectedUntil) {
        return specs.parallelStream().map(spec -> register(spec, expectedUntil)).toList();
    }

    private TreeMap<Integer, List<Row>> rows(RegisterSpec spec, ExpectationCheck.Span span) {
        TreeMap<Integer, List<Row>> byYear = new TreeMap<>(Comparator.reverseOrder());
        List<Facts> all = source.rows(spec, span::covers);
        RescheduledMeetings instead = new RescheduledMeetings(all, site.asOf());
        for (Facts facts : all) {
            Optional<Period> period = period(spec, facts);
            boolean isEvent = spec.source().type() == RowType.ENTRY;
            if (isEvent && period.filter(it -> it.from().isAfter(site.asOf())).isPresent()) {
                continue;
            }
            List<Integer> years = years(spec, period, facts);
            List<Cell> cells =
                    spec.columns().stream().map(column -> column.read(facts)).toList();
            Optional<NotHeld> notHeld = (isEvent ? RescheduledMeetings.change(facts) : Optional.<MeetingChange>empty())
                    .map(change -> new NotHeld(change.to().map(LocalDateTime::toLocalDate), instead.of(facts)));
            Row row = new Row(
                    period,
                    years.stream().findFirst().orElse(0),
                    cells,
                    facts.entries(),
                    spec.isByPeriod() ? spec.adjustment(facts.entries().get(0).entry()) : "",
                    notHeld);
            years.forEach(
                    year -> byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(row));
        }
        if (spec.isByPeriod() && !byYear.isEmpty()) {
            merge(spec, byYear);
        }
        return byYear;
    }

    private Register register(RegisterSpec spec, LocalDate expectedUntil) {
        ExpectationCheck.Span span = new ExpectationCheck.Span(
                spec.source().lasting().since().orElse(firstRecord),
                spec.source().lasting().until(),
                expectedUntil);
        // The rows are the same whatever is expected.
        TreeMap<Integer, List<Row>> byYear = new TreeMap<>(rows.computeIfAbsent(spec, it -> rows(it, span)));
        // Computed once for all years, as it reads every entry.
        Map<String, List<Facts>> plans = new HashMap<>();
        ExpectationCheck expectations = new ExpectationCheck(
                spec,
                site.config().data().organisation(),
                span,
                calendar,
                table -> plans.computeIfAbsent(table, source::table));
        expectations.plannedYears().forEach(year -> byYear.putIfAbsent(year, List.of()));
        if (!byYear.isEmpty() && !spec.expected(ExpectationSpec.Type.PERIODIC).isEmpty()) {
            // A row of a year before the records begin makes no duties of the years after it.
            Optional<Integer> first = byYear.descendingKeySet().stream()
                    .filter(year -> year >= span.since().getYear())
                    .findFirst();
            for (int year = first.orElse(span.lastYear()); year < span.lastYear(); year++) {
                byYear.putIfAbsent(year + 1, List.of());
            }
        }
        List<Register.Year> years = new ArrayList<>();
        byYear.forEach((year, rows) -> years.add(new Register.Year(
                year,
                sorted(spec, expectations.ordered(year, rows)),
                Totals.of(spec, rows),
                expectations.of(year, rows))));
        return new Register(spec, site.asOf(), years);
    }

    private void merge(RegisterSpec spec, TreeMap<Integer, List<Row>> byYear) {
        PeriodRows periods = new PeriodRows(spec, this::groups);
        List<Row> elsewhere = byYear.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> periods.elsewhere(row).stream())
                .toList();
        byYear.replaceAll((year, rows) -> periods.merged(rows).stream()
                .map(row -> spec.replaces(row.adjustment()) && isOfWithdrawn(spec, row)
                        ? new Row(row.period(), row.lastYear(), row.cells(), row.entries())
                        : row)
                .toList());
        elsewhere.forEach(row -> {
            List<Row> rows = new ArrayList<>(byYear.getOrDefault(row.lastYear(), List.of()));
            rows.add(row);
            byYear.put(row.lastYear(), rows);
        });
    }

    /** Returns whether a row corrects an amount that was withdrawn, so that it stands for it. */
    private boolean isOfWithdrawn(RegisterSpec spec, Row row) {
        return site.unpublished()
                .gone()
                .filter(item -> spec.adjustment(item.entry()).isEmpty())
                .filter(item -> spec.isOf(item.entry()))
                .flatMap(item -> period(spec, new EntryFacts(item, spec.source().kinds(), List.of())).stream())
                .anyMatch(
                        period -> row.period().filter(it -> it.contains(period)).isPresent());
    }

    /** The 党小组 that the title of a row's entry names; empty if it names none or several. */
    private List<String> groups(Row row) {
        return new EntryFacts(
                        row.entries().get(0),
                        List.of(),
                        site.config().data().organisation().groupNames())
                .at("标题.党小组");
    }

    /** Returns the day or period of a row as its register sees it; empty if that is not stated. */
    private static Optional<Period> period(RegisterSpec spec, Facts facts) {
        int year = Math.max(
                years(spec, Optional.empty(), facts).stream().findFirst().orElse(0), written(spec, facts));
        return spec.source().year().stream()
                .flatMap(path -> facts.at(path).stream().limit(1))
                .flatMap(word -> Period.parse(word, year).stream())
                .findFirst();
    }

    /** Returns the year of the text that contains a table: a month without a year in it is in the future. */
    private static int written(RegisterSpec spec, Facts facts) {
        return spec.source().type() != RowType.TABLE_ROW
                ? 0
                : Stream.of("成文日期", "发布日期")
                        .flatMap(path -> DateText.parse(facts.text(path)).stream())
                        .map(LocalDateTime::getYear)
                        .findFirst()
                        .orElse(0);
    }

    /**
     * Returns the year of the day of a row, otherwise the years of its entry, of which a row of a table has only the
     * last.
     */
    private static List<Integer> years(RegisterSpec spec, Optional<Period> period, Facts facts) {
        if (period.isPresent()) {
            return List.of(period.get().to().getYear());
        }
        Stream<Integer> years = facts.at("年度").stream().map(Integer::valueOf).sorted(Comparator.reverseOrder());
        return (spec.source().type() == RowType.TABLE_ROW ? years.limit(1) : years).toList();
    }

    /** Orders rows by columns: numbers by value, which is read once, everything else as text, absent values last. */
    private static List<Row> sorted(RegisterSpec spec, List<Row> rows) {
        Map<Cell, BigDecimal> numbers = new IdentityHashMap<>();
        Comparator<Cell> ascending = Comparator.comparing(Cell::isEmpty)
                .thenComparing(any -> numbers.computeIfAbsent(any, cell -> (cell instanceof Cell.Text
                                ? List.<String>of()
                                : cell.counted())
                        .stream().findFirst().flatMap(ColumnType::number).orElse(BigDecimal.ZERO)))
                .thenComparing(Cell::text);
        Comparator<Row> order = Comparator.comparing(row -> 0);
        for (String column : spec.named().order()) {
            int index = spec.column(column);
            order = order.thenComparing(row -> row.cells().get(index), ascending);
        }
        return rows.stream().sorted(order).toList();
    }
}
