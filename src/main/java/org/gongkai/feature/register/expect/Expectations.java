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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.TimeLimit;
import org.gongkai.feature.register.source.DisclosureTerm;
import org.gongkai.feature.register.spec.ExpectationSpec;
import org.gongkai.feature.register.spec.ExpectationSpec.CatalogueTerm;
import org.gongkai.feature.register.spec.ExpectationSpec.PerRow;
import org.gongkai.feature.register.spec.ExpectationSpec.Periodic;
import org.gongkai.feature.register.spec.ExpectationSpec.Planned;
import org.gongkai.feature.register.spec.ExpectationSpec.Series;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.output.table.Cell;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;
import org.gongkai.text.Period;

/** Holds the rows of a year against what is expected. Immutable. */
public final class Expectations {

    private static final String GROUP = "党小组";
    private static final int YEAR = 12;

    /** The columns of a plan that say when. */
    private static final List<String> WHEN = List.of("月份", "时间");

    private final Organisation organisation;
    private final Span span;
    private final WorkCalendar calendar;
    private final Function<String, List<Facts>> plans;

    /**
     * @param organisation decides who is expected to do something
     * @param span the time of which anything is expected in every period or series
     * @param calendar counts the working days of a 时限
     * @param plans the rows of all tables of a name
     */
    public Expectations(
            Organisation organisation, Span span, WorkCalendar calendar, Function<String, List<Facts>> plans) {
        this.organisation = organisation;
        this.span = span;
        this.calendar = calendar;
        this.plans = plans;
    }

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
    public List<Expectation> of(List<ExpectationSpec> specs, int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectationSpec spec : specs) {
            if (spec instanceof Periodic periodic) {
                found.addAll(periodic(periodic, year, rows));
            } else if (spec instanceof Planned planned) {
                found.addAll(planned(planned, year, rows));
            } else if (spec instanceof PerRow perRow) {
                found.addAll(new RowExpectations(year, calendar).perRow(perRow, rows));
            } else if (spec instanceof Series series) {
                new RowExpectations(year, calendar)
                        .skipped(series, rows).stream()
                                .filter(skipped -> span.until()
                                        .filter(skipped.due()::isAfter)
                                        .isEmpty())
                                .forEach(found::add);
            } else if (spec instanceof CatalogueTerm catalogue) {
                found.addAll(catalogue(catalogue, year, rows));
            }
        }
        found.sort(Comparator.comparing(Expectation::due));
        return List.copyOf(found);
    }

    /** Returns rows in the order in which they are shown: first what is expected and not done, if anything is. */
    public List<ExpectedRow> ordered(List<ExpectationSpec> specs, int year, List<ExpectedRow> rows) {
        return specs.stream()
                .filter(PerRow.class::isInstance)
                .map(PerRow.class::cast)
                .findFirst()
                .map(spec -> rows.stream()
                        .sorted(new RowExpectations(year, calendar).order(spec))
                        .toList())
                .orElse(rows);
    }

    /** What is expected in every month, quarter, half year or year. */
    private List<Expectation> periodic(Periodic spec, int year, List<ExpectedRow> rows) {
        if (!applies(spec)) {
            return List.of();
        }
        List<ExpectedRow> counted = rows.stream()
                .filter(row -> spec.where().stream()
                        .allMatch(it -> row.cell(it.column()).has(it.word())))
                .toList();
        List<Expectation> found = new ArrayList<>();
        for (Period period : Period.of(year, spec.every())) {
            if (!span.includes(period)) {
                continue;
            }
            List<ExpectedRow> within =
                    counted.stream().filter(row -> isWithin(spec, row, period)).toList();
            if (spec.each()) {
                for (Organisation.Group group : organisation.groups()) {
                    found.add(periodic(
                            spec,
                            group.name() + spec.subject(),
                            period,
                            within.stream()
                                    .filter(row -> row.cell(GROUP).has(group.name()))
                                    .toList()));
                }
            } else {
                found.add(periodic(spec, spec.subject(), period, within));
            }
        }
        return found;
    }

    /**
     * A row without a day belongs to the year that its entry names, and to no part of it; an amount of a period belongs
     * to every period that it overlaps.
     */
    private static boolean isWithin(Periodic spec, ExpectedRow row, Period period) {
        return row.spec().isByPeriod()
                ? row.row().period().filter(period::overlaps).isPresent()
                : row.row().day().map(period::contains).orElse(spec.every() == YEAR);
    }

    private boolean applies(Periodic spec) {
        boolean hasCommittee = !organisation.committee().isEmpty();
        boolean hasGroups = !organisation.groups().isEmpty();
        return switch (spec.needs()) {
                    case NOTHING -> true;
                    case COMMITTEE -> !organisation.known() || hasCommittee;
                    case GROUPS -> hasGroups;
                }
                && !(spec.each() && !hasGroups);
    }

    private static Expectation periodic(Periodic spec, String subject, Period period, List<ExpectedRow> rows) {
        boolean isByPeriod = rows.stream().anyMatch(row -> row.spec().isByPeriod());
        BigDecimal amount = spec.sum().isEmpty()
                ? BigDecimal.valueOf(rows.size())
                : rows.stream()
                        .map(row -> row.cell(spec.sum()))
                        .map(cell -> cell instanceof Cell.Number number ? number.value() : BigDecimal.ZERO)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Period> told =
                rows.stream().flatMap(row -> row.row().period().stream()).toList();
        return new Expectation(
                subject,
                "",
                Optional.of(period),
                period.label() + subject,
                period.to().plusDays(spec.days()),
                isByPeriod ? period.isCoveredBy(told) : amount.compareTo(spec.least()) >= 0,
                entries(rows.stream()),
                spec.basis());
    }

    private static List<Item> entries(Stream<ExpectedRow> rows) {
        return rows.flatMap(row -> row.row().entries().stream()).distinct().toList();
    }

    /** What a plan names for the months of a year, held against the rows of each month. */
    private List<Expectation> planned(Planned spec, int year, List<ExpectedRow> rows) {
        Map<YearMonth, List<Facts>> byMonth = new TreeMap<>();
        for (Facts row : plans.apply(spec.table())) {
            month(row).filter(month -> month.getYear() == year).ifPresent(month -> byMonth.computeIfAbsent(
                            month, m -> new ArrayList<>())
                    .add(row));
        }
        List<Expectation> found = new ArrayList<>();
        byMonth.forEach((month, planned) -> {
            Period period = Period.of(year, 1).get(month.getMonthValue() - 1);
            if (span.includes(period)) {
                found.add(planned(spec, period, planned, rows));
            }
        });
        return found;
    }

    private static Expectation planned(Planned spec, Period period, List<Facts> planned, List<ExpectedRow> rows) {
        List<Item> done = entries(rows.stream()
                .filter(row -> row.row().day().filter(period::contains).isPresent()));
        List<Item> named = planned.stream()
                .flatMap(row -> row.entries().stream())
                .distinct()
                .toList();
        String topics = planned.stream()
                .map(row -> row.text(spec.topic()))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
        return new Expectation(
                spec.subject(),
                "",
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
    private List<Expectation> catalogue(CatalogueTerm spec, int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectedRow row : rows) {
            String subject = row.cell("事项").text();
            String typed = row.cell("时限").text();
            DisclosureTerm term = DisclosureTerm.of(typed);
            for (Period period : term.periods(year)) {
                if (!span.includes(period)) {
                    continue;
                }
                TimeLimit.End due = term.end(period.to(), spec.days(), calendar);
                List<Item> evidence = DisclosureTerm.of(period, row.row().entries());
                found.add(new Expectation(
                        subject,
                        "",
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
