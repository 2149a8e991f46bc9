package org.gongkai.register.expect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.register.Expectation;
import org.gongkai.register.source.Facts;
import org.gongkai.register.spec.ExpectationSpec;

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
}
