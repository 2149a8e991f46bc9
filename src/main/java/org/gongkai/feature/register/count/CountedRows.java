package org.gongkai.feature.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterBuilder;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.feature.register.source.RowSource;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.entry.Entry;
import org.gongkai.output.table.Cell;
import org.gongkai.site.Site;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.Period;
import org.gongkai.text.WrittenNumber;

/**
 * The rows of the registers of some entries. Safe for many threads.
 *
 * @param site the entries
 * @param known the rows of registers that were asked for, by the id of the register
 */
public record CountedRows(Site site, RegisterBuilder builder, Map<String, List<Row>> known) {

    public CountedRows(Site site, WorkCalendar calendar) {
        this(site, new RegisterBuilder(site, calendar), new ConcurrentHashMap<>());
    }

    /** Returns the rows that a question asks about, as of a day. */
    public List<Row> of(CountQuestion question, LocalDate asOf) {
        return asked(question, asOf, question::covers).toList();
    }

    /** Returns an entry of which it cannot be told whether, or how much of it, a question asks about. */
    public Optional<Entry> undecided(CountQuestion question, LocalDate asOf) {
        return asked(question, asOf, question::divides).map(CountedRows::entry).findFirst();
    }

    /** Returns the number of sittings, issues or rows, or a sum. */
    public static BigDecimal answer(CountQuestion question, List<Row> rows) {
        return rows.stream().flatMap(row -> number(question, row).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The address of the rows of the year that is asked about, or of all; empty if there are none. */
    String address(CountQuestion question) {
        Optional<Integer> year = question.year();
        return rows(question).anyMatch(row -> year.orElse(row.lastYear()) == row.lastYear())
                ? Register.addressOf(question.register().id())
                        + year.map(it -> "#y" + it + "-rows").orElse("")
                : "";
    }

    /**
     * Returns true if these rows are known to be all that a question asks about: there is no gap between them or in
     * their numbers, none lacks its amount or lies in the period only in part, and the register is kept until its end.
     */
    public boolean areComplete(CountQuestion question, List<Row> asked, LocalDate asOf) {
        List<Period> spans = asked.stream()
                .map(CountedRows::period)
                .filter(period -> period.from().isBefore(period.to()))
                .toList();
        return question.period().filter(it -> leavesOut(question, it, asked)).isEmpty()
                && undecided(question, asOf).isEmpty()
                && asked.stream().allMatch(row -> number(question, row).isPresent())
                && (spans.isEmpty()
                        || question.period()
                                .filter(it -> !it.isCoveredBy(spans))
                                .isEmpty());
    }

    private boolean leavesOut(CountQuestion question, Period period, List<Row> asked) {
        TreeSet<BigDecimal> numbers = asked.stream()
                .filter(row -> question.what().isEmpty())
                .flatMap(row -> words(question, row, "次数"))
                .flatMap(it -> WrittenNumber.read(it).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (numbers.isEmpty()) {
            Optional<LocalDate> end = question.register().source().lasting().until();
            return end.filter(period.to()::isAfter).isPresent();
        }
        // Those of a later part of a year go on from the part before.
        int first = period.from().getMonthValue() == 1 ? 1 : numbers.first().intValue();
        return numbers.last().intValue() - first >= numbers.size();
    }

    /**
     * Returns other numbers that a text may mean by rows of tables: those of the entries of the year, whenever the rows
     * themselves are due, and those of any one entry.
     */
    public List<BigDecimal> alternatives(CountQuestion question, LocalDate asOf) {
        List<Row> all = asked(question, asOf, any -> question.isOfRows()).toList();
        Map<Boolean, List<Row>> ofYear = all.stream()
                .filter(row -> question.year()
                        .filter(entry(row).listing().years()::contains)
                        .isPresent())
                .collect(Collectors.groupingBy(row -> true));
        return Stream.of(byEntry(all), ofYear)
                .flatMap(some -> some.values().stream())
                .map(rows -> answer(question, rows))
                .toList();
    }

    /** Divides rows by their first entries. */
    public static Map<Entry, List<Row>> byEntry(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(CountedRows::entry));
    }

    private static Entry entry(Row row) {
        return row.entries().get(0).entry();
    }

    private Stream<Row> rows(CountQuestion question) {
        return known
                .computeIfAbsent(
                        question.register().id(),
                        id -> builder.all(List.of(question.register()), site.asOf()).get(0).years().stream()
                                // A row of several years stands in each of them.
                                .flatMap(year -> year.counted().stream().filter(row -> row.lastYear() == year.year()))
                                .toList())
                .stream();
    }

    private Stream<Row> asked(CountQuestion question, LocalDate asOf, Predicate<Period> isMeant) {
        return rows(question)
                .filter(row -> isMeant.test(period(row)))
                .filter(row -> !day(question, row).isAfter(asOf))
                .filter(row -> row.adjustment().isEmpty()
                        || question.factors().stream()
                                .anyMatch(column -> row.number(column).isPresent()))
                .filter(row -> row.entries().stream()
                        .flatMap(item -> item.entry().kinds().stream())
                        .anyMatch(question.kinds()::contains))
                .filter(row -> question.where().entrySet().stream()
                        .allMatch(it -> words(question, row, it.getKey()).anyMatch(it.getValue()::contains)));
    }

    /** The day of a row of the register, else of the signing of its entry, else of its publication. */
    private static LocalDate day(CountQuestion question, Row row) {
        return row.period()
                .filter(it -> question.register().source().type() == RowType.ENTRY
                        && it.from().equals(it.to()))
                .map(Period::to)
                .orElseGet(() -> SiteCounts.day(entry(row)));
    }

    private Stream<String> words(CountQuestion question, Row row, String name) {
        Organisation branch = site.config().data().organisation();
        int column = question.register().column(name);
        return column >= 0
                ? row.cells().get(column).counted().stream()
                : row.entries().stream()
                        .map(item -> RowSource.ofPersons(new EntryFacts(item, List.of(), branch.groupNames()), branch))
                        .flatMap(facts -> Stream.of(name, "会议." + name, "标题." + name)
                                .flatMap(path -> facts.counted(path).stream()));
    }

    /** A row that states no day is of its year. */
    private static Period period(Row row) {
        return row.period().orElseGet(() -> Period.of(row.lastYear(), 12).get(0));
    }

    /** What a row states, how many issues a joint bulletin is, or 1; empty if it states no number. */
    private static Optional<BigDecimal> number(CountQuestion question, Row row) {
        Cell issues = row.cell(question.register(), question.what().isEmpty() ? "期数" : "");
        return question.factors().stream()
                .map(row::number)
                .reduce(
                        Optional.of(
                                BigDecimal.valueOf(Math.max(1, issues.counted().size()))),
                        (before, next) -> before.flatMap(number -> next.map(number::multiply)));
    }
}
