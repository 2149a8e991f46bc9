package org.gongkai.feature.register.expect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.Register.NotHeld;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.TimeLimit;
import org.gongkai.feature.register.source.DisclosureTerm;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.Period;

/**
 * Holds the rows of a year of a register against what is expected.
 *
 * @param organisation decides who is expected to do something
 * @param span the time of which anything is expected in every period or series
 * @param calendar counts the working days of a 时限
 * @param plans the rows of all tables of a name
 */
public record ExpectationCheck(
        RegisterSpec register,
        Organisation organisation,
        Span span,
        WorkCalendar calendar,
        Function<String, List<Facts>> plans) {

    private static final String GROUP = "党小组";
    private static final int YEAR = 12;

    /** The columns of a plan that say when. */
    private static final List<String> WHEN = List.of("月份", "时间");

    /**
     * The span of time of which anything is expected in every period or series.
     *
     * @param since nothing is expected of periods that end earlier
     * @param until nothing is expected of periods that end later: what was given up within a period cannot be held
     *     against a whole one
     * @param asOf nothing is expected of periods that begin later
     */
    public record Span(LocalDate since, Optional<LocalDate> until, LocalDate asOf) {

        private boolean includes(Period period) {
            return covers(period) && !period.from().isAfter(asOf);
        }

        /** Whether anything is expected of a period once it begins. */
        public boolean covers(Period period) {
            return !period.to().isBefore(since)
                    && until.filter(day -> period.to().isAfter(day)).isEmpty();
        }

        /** The last year of which anything is expected. */
        public int lastYear() {
            return Math.min(asOf.getYear(), until.orElse(asOf).getYear());
        }
    }

    /** Returns what is expected of a year, by the day on which it is due. */
    public List<Expectation> of(int year, List<Row> rows) {
        return register.expected().stream()
                .flatMap(spec -> switch (spec.type()) {
                    case PERIODIC -> periodic(spec, year, rows).stream();
                    case PLANNED -> planned(spec, year, rows).stream();
                    case PER_ROW -> ofRows(year).perRow(spec, rows).stream();
                    case SERIES ->
                        ofRows(year).skipped(spec, rows).stream().filter(skipped -> span.until()
                                .filter(skipped.due()::isAfter)
                                .isEmpty());
                    case CATALOGUE -> catalogue(spec, year, rows).stream();
                })
                .sorted(Comparator.comparing(Expectation::due))
                .toList();
    }

    private RowExpectationCheck ofRows(int year) {
        return new RowExpectationCheck(register, year, calendar);
    }

    /** Returns rows in the order in which they are shown: first what is expected and not done, if anything is. */
    public List<Row> ordered(int year, List<Row> rows) {
        return register.expected(ExpectationSpec.Type.PER_ROW).stream()
                .findFirst()
                .map(spec -> rows.stream().sorted(ofRows(year).order(spec)).toList())
                .orElse(rows);
    }

    /** What is expected in every month, quarter, half year or year. */
    private List<Expectation> periodic(ExpectationSpec spec, int year, List<Row> rows) {
        ExpectationSpec.Amount amount = spec.amount();
        int months = amount.every().orElseThrow();
        List<Row> counted = rows.stream()
                // Arrears of a quarter do not tell what was paid in it.
                .filter(row -> row.adjustment().isEmpty())
                .filter(row -> amount.where().entrySet().stream()
                        .allMatch(it -> row.cell(register, it.getKey()).has(it.getValue())))
                .toList();
        List<Expectation> found = new ArrayList<>();
        for (Period period : Period.of(year, months)) {
            if (!span.includes(period) || !applies(spec, period)) {
                continue;
            }
            List<Row> within = counted.stream()
                    .filter(row -> isWithin(period, months, row))
                    .toList();
            if (amount.isOfEachGroup()) {
                for (String group : organisation.groupNames()) {
                    List<Row> ofGroup = within.stream()
                            .filter(row -> row.cell(register, GROUP).has(group))
                            .toList();
                    Expectation expected = periodic(
                            spec, group + spec.subject(), organisation.leader(group, period.to()), period, ofGroup);
                    if (expected.done()
                            || lasts(period, day -> organisation.groups(group).stream()
                                    .anyMatch(it -> it.time().includes(day)))) {
                        found.add(expected);
                    }
                }
            } else {
                found.add(periodic(
                        spec, spec.subject(), organisation.post(spec.done().owner(), period.to()), period, within));
            }
        }
        return found;
    }

    /**
     * A row without a day belongs to the year that its entry names, and to no part of it; an amount of a period belongs
     * to every period that it overlaps.
     */
    private boolean isWithin(Period period, int months, Row row) {
        return register.isByPeriod()
                ? row.period().filter(period::overlaps).isPresent()
                : row.day().map(period::contains).orElse(months == YEAR);
    }

    private boolean applies(ExpectationSpec spec, Period period) {
        return switch (spec.amount().needs()) {
            case "委员会" ->
                !organisation.known()
                        || lasts(period, day -> !organisation.committee(day).isEmpty());
            case "党小组" ->
                spec.amount().isOfEachGroup()
                        || lasts(period, day -> !organisation.groups(day).isEmpty());
            default -> true;
        };
    }

    /** What began or ended within a period is not expected to have done in it what takes a whole one. */
    private static boolean lasts(Period period, Predicate<LocalDate> there) {
        return there.test(period.from()) && there.test(period.to());
    }

    private Expectation periodic(ExpectationSpec spec, String subject, String owner, Period period, List<Row> all) {
        List<Row> rows = all.stream().filter(Row::counts).toList();
        List<Item> held = entries(rows.stream());
        // What was put off and held in another period is not missing in this one as well.
        List<NotHeld> putOff =
                all.stream().flatMap(row -> row.notHeld().stream()).toList();
        List<NotHeld> later = putOff.stream()
                .filter(it -> !it.instead().isEmpty() && it.instead().stream().noneMatch(held::contains))
                .toList();
        String sum = spec.amount().sum();
        BigDecimal amount = sum.isEmpty()
                ? BigDecimal.valueOf(rows.size() + later.size())
                : Row.sum(register.column(sum), rows).orElse(BigDecimal.ZERO);
        List<Period> told = rows.stream().flatMap(row -> row.period().stream()).toList();
        LocalDate due = putOff.stream()
                .flatMap(it -> it.to().stream())
                .filter(period.to()::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(period.to());
        return new Expectation(
                subject,
                owner,
                Optional.of(period),
                period.label() + subject,
                due.plusDays(spec.days()),
                register.isByPeriod() && !rows.isEmpty()
                        ? period.isCoveredBy(told)
                        : amount.compareTo(spec.amount().least()) >= 0,
                Stream.concat(held.stream(), later.stream().flatMap(it -> it.instead().stream()))
                        .distinct()
                        .toList(),
                spec.basis());
    }

    private static List<Item> entries(Stream<Row> rows) {
        return rows.flatMap(row -> row.entries().stream()).distinct().toList();
    }

    /** The years of which a plan names something for a month, whether or not anything is recorded. */
    public Stream<Integer> plannedYears() {
        return register.expected(ExpectationSpec.Type.PLANNED).stream()
                .flatMap(of -> plans.apply(of.plan().table()).stream())
                .flatMap(row -> month(row).stream())
                .map(YearMonth::getYear)
                .filter(year -> year >= span.since().getYear() && year <= span.lastYear());
    }

    /** What a plan names for the months of a year, held against the rows of each month. */
    private List<Expectation> planned(ExpectationSpec spec, int year, List<Row> rows) {
        Map<YearMonth, List<Facts>> byMonth = new TreeMap<>();
        for (Facts row : plans.apply(spec.plan().table())) {
            month(row).filter(month -> month.getYear() == year).ifPresent(month -> byMonth.computeIfAbsent(
                            month, m -> new ArrayList<>())
                    .add(row));
        }
        List<Expectation> found = new ArrayList<>();
        byMonth.forEach((month, planned) -> {
            Period period = Period.of(year, 1).get(month.getMonthValue() - 1);
            if (span.includes(period)) {
                found.add(planned(spec, organisation.post(spec.done().owner(), period.to()), period, planned, rows));
            }
        });
        return found;
    }

    private static Expectation planned(
            ExpectationSpec spec, String owner, Period period, List<Facts> planned, List<Row> rows) {
        List<Item> done = entries(rows.stream()
                .filter(Row::counts)
                .filter(row -> row.day().filter(period::contains).isPresent()));
        List<Item> named = planned.stream()
                .flatMap(row -> row.entries().stream())
                .distinct()
                .toList();
        String topics = planned.stream()
                .map(row -> row.text(spec.plan().topic()))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
        return new Expectation(
                spec.subject(),
                owner,
                Optional.of(period),
                period.label() + spec.subject() + (topics.isEmpty() ? "" : "：" + topics),
                period.to().plusDays(spec.days()),
                !done.isEmpty(),
                done.isEmpty() ? named : done,
                spec.basis());
    }

    /** The month that a row of the plan names; empty if it names a longer period or none. */
    private static Optional<YearMonth> month(Facts row) {
        int year = row.at("年度").stream().findFirst().map(Integer::valueOf).orElse(0);
        return WHEN.stream()
                .flatMap(path -> Period.parse(row.text(path), year).stream())
                .filter(period -> YearMonth.from(period.from()).equals(YearMonth.from(period.to())))
                .map(period -> YearMonth.from(period.to()))
                .findFirst();
    }

    /** Items of the catalogue that are to be published every month, quarter, half year or year. */
    private List<Expectation> catalogue(ExpectationSpec spec, int year, List<Row> rows) {
        List<Expectation> found = new ArrayList<>();
        for (Row row : rows) {
            String subject = row.cell(register, "事项").text();
            String typed = row.cell(register, "时限").text();
            DisclosureTerm term = DisclosureTerm.of(typed);
            for (Period period : term.periods(year)) {
                if (!span.includes(period)) {
                    continue;
                }
                TimeLimit.End due = term.end(period.to(), spec.days(), calendar);
                List<Item> evidence = DisclosureTerm.of(period, row.entries());
                found.add(new Expectation(
                        subject,
                        row.cell(register, "责任人").text(),
                        Optional.of(period),
                        period.label() + subject + due.doubt("，按" + spec.days() + "天列"),
                        due.day(),
                        !evidence.isEmpty(),
                        evidence,
                        term.limit().isPresent() ? "党务公开目录写明的时限：" + typed : spec.basis()));
            }
        }
        return found;
    }
}
