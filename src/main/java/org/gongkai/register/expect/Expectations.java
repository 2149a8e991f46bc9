package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkai.input.config.Organisation;
import org.gongkai.register.Expectation;
import org.gongkai.register.spec.ExpectationSpec;

/** Holds the rows of a year against what is expected. Immutable. */
public final class Expectations {

    private final Organisation organisation;
    private final LocalDate since;
    private final LocalDate asOf;

    /**
     * @param organisation decides who is expected to do something
     * @param since nothing is expected of periods that end earlier
     * @param asOf nothing is expected of periods that begin later
     */
    public Expectations(Organisation organisation, LocalDate since, LocalDate asOf) {
        this.organisation = organisation;
        this.since = since;
        this.asOf = asOf;
    }

    /** Returns what is expected of a year, by the day on which it is due. */
    public List<Expectation> of(List<ExpectationSpec> specs, int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectationSpec spec : specs) {
            if (spec instanceof ExpectationSpec.Periodic periodic) {
                found.addAll(new PeriodicExpectations(periodic, organisation, since, asOf).of(year, rows));
            } else if (spec instanceof ExpectationSpec.PerRow perRow) {
                found.addAll(RowExpectations.of(perRow, year, rows));
            } else if (spec instanceof ExpectationSpec.Series series) {
                found.addAll(SeriesExpectations.of(series, year, rows));
            } else if (spec instanceof ExpectationSpec.CatalogueTerm catalogue) {
                found.addAll(new CatalogueExpectations(catalogue, since, asOf).of(year, rows));
            }
        }
        found.sort(Comparator.comparing(Expectation::due));
        return List.copyOf(found);
    }

    /** Returns rows in the order in which they are shown: first what is expected and not done, if anything is. */
    public static List<ExpectedRow> ordered(List<ExpectationSpec> specs, int year, List<ExpectedRow> rows) {
        return specs.stream()
                .filter(ExpectationSpec.PerRow.class::isInstance)
                .map(ExpectationSpec.PerRow.class::cast)
                .findFirst()
                .map(spec ->
                        rows.stream().sorted(RowExpectations.order(spec, year)).toList())
                .orElse(rows);
    }
}
