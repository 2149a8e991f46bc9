package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.TimeLimit;
import org.gongkai.register.source.DisclosureTerm;
import org.gongkai.register.source.Facts;
import org.gongkai.register.spec.ExpectationSpec;
import org.gongkai.register.spec.ExpectationSpec.CatalogueTerm;
import org.gongkai.register.spec.ExpectationSpec.Series;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/** Holds the rows of a year against what is expected. Immutable. */
public final class Expectations {

    private final Organisation organisation;
    private final ExpectedSpan span;
    private final WorkCalendar calendar;
    private final Function<String, List<Facts>> plans;

    /**
     * @param organisation decides who is expected to do something
     * @param span the time of which anything is expected in every period or series
     * @param calendar counts the working days of a 时限
     * @param plans the rows of all tables of a name
     */
    public Expectations(
            Organisation organisation, ExpectedSpan span, WorkCalendar calendar, Function<String, List<Facts>> plans) {
        this.organisation = organisation;
        this.span = span;
        this.calendar = calendar;
        this.plans = plans;
    }

    /** Returns what is expected of a year, by the day on which it is due. */
    public List<Expectation> of(List<ExpectationSpec> specs, int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectationSpec spec : specs) {
            if (spec instanceof ExpectationSpec.Periodic periodic) {
                found.addAll(new PeriodicExpectations(periodic, organisation, span).of(year, rows));
            } else if (spec instanceof ExpectationSpec.Planned planned) {
                found.addAll(new PlannedExpectations(planned, plans.apply(planned.table()), span).of(year, rows));
            } else if (spec instanceof ExpectationSpec.PerRow perRow) {
                found.addAll(new RowExpectations(perRow, calendar).of(year, rows));
            } else if (spec instanceof ExpectationSpec.Series series) {
                SeriesExpectations.of(series, year, rows).stream()
                        .filter(skipped -> span.includes(skipped.due()))
                        .forEach(found::add);
            } else if (spec instanceof ExpectationSpec.CatalogueTerm catalogue) {
                found.addAll(new CatalogueExpectations(catalogue, span, calendar).of(year, rows));
            }
        }
        found.sort(Comparator.comparing(Expectation::due));
        return List.copyOf(found);
    }

    /** Returns rows in the order in which they are shown: first what is expected and not done, if anything is. */
    public List<ExpectedRow> ordered(List<ExpectationSpec> specs, int year, List<ExpectedRow> rows) {
        return specs.stream()
                .filter(ExpectationSpec.PerRow.class::isInstance)
                .map(ExpectationSpec.PerRow.class::cast)
                .findFirst()
                .map(spec -> rows.stream()
                        .sorted(new RowExpectations(spec, calendar).order(year))
                        .toList())
                .orElse(rows);
    }

    /** Items of the catalogue that are to be published every month, quarter, half year or year. */
    private static final class CatalogueExpectations {

        private final CatalogueTerm spec;
        private final ExpectedSpan span;
        private final WorkCalendar calendar;

        CatalogueExpectations(CatalogueTerm spec, ExpectedSpan span, WorkCalendar calendar) {
            this.spec = spec;
            this.span = span;
            this.calendar = calendar;
        }

        List<Expectation> of(int year, List<ExpectedRow> rows) {
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

    /** Numbers that are expected to follow each other; only those that were skipped are returned. */
    private static final class SeriesExpectations {

        /** A larger gap is a mistyped number, such as a year, and no list of skipped ones. */
        private static final int LONGEST_GAP = 50;

        private SeriesExpectations() {}

        static List<Expectation> of(Series spec, int year, List<ExpectedRow> rows) {
            Map<String, TreeMap<Integer, ExpectedRow>> series = new LinkedHashMap<>();
            for (ExpectedRow row : rows) {
                if (row.cell(spec.number()) instanceof Cell.Number number
                        && number.value().stripTrailingZeros().scale() <= 0
                        && number.value().longValue() == number.value().intValue()) {
                    series.computeIfAbsent(name(spec, row), name -> new TreeMap<>())
                            .put(number.value().intValue(), row);
                }
            }
            List<Expectation> found = new ArrayList<>();
            series.forEach((name, numbers) -> {
                int last = numbers.firstKey();
                for (Map.Entry<Integer, ExpectedRow> next : numbers.entrySet()) {
                    for (int skipped = last + 1;
                            skipped < next.getKey() && next.getKey() - last <= LONGEST_GAP;
                            skipped++) {
                        LocalDate due = next.getValue().day().orElse(LocalDate.of(year, 12, 31));
                        String what = name + "第" + skipped + spec.subject();
                        found.add(
                                new Expectation(name, "", Optional.empty(), what, due, false, List.of(), spec.basis()));
                    }
                    last = next.getKey();
                }
            });
            return found;
        }

        private static String name(Series spec, ExpectedRow row) {
            return String.join(
                    "",
                    spec.by().stream()
                            .map(column -> word(row, row.cell(column)))
                            .toList());
        }

        /** A meeting that was a lecture as well has the number of the meeting: the kind that the register names first. */
        private static String word(ExpectedRow row, Cell cell) {
            return cell instanceof Cell.Words several
                    ? row.spec().source().kinds().stream()
                            .filter(several.words()::contains)
                            .findFirst()
                            .orElse(cell.text())
                    : cell.text();
        }
    }
}
