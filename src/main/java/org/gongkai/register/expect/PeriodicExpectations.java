package org.gongkai.register.expect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.config.Organisation;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.spec.ExpectationSpec.Periodic;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/** What is expected in every month, quarter, half year or year. */
final class PeriodicExpectations {

    private static final String GROUP = "党小组";
    private static final int YEAR = 12;

    private final Periodic spec;
    private final Organisation organisation;
    private final ExpectedSpan span;

    PeriodicExpectations(Periodic spec, Organisation organisation, ExpectedSpan span) {
        this.spec = spec;
        this.organisation = organisation;
        this.span = span;
    }

    List<Expectation> of(int year, List<ExpectedRow> rows) {
        if (!applies()) {
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
                    counted.stream().filter(row -> isWithin(row, period)).toList();
            if (spec.each()) {
                for (Organisation.Group group : organisation.groups()) {
                    found.add(expectation(
                            group.name() + spec.subject(),
                            period,
                            within.stream()
                                    .filter(row -> row.cell(GROUP).has(group.name()))
                                    .toList()));
                }
            } else {
                found.add(expectation(spec.subject(), period, within));
            }
        }
        return found;
    }

    /**
     * A row without a day belongs to the year that its entry names, and to no part of it; an amount of a period belongs to every
     * period that it overlaps.
     */
    private boolean isWithin(ExpectedRow row, Period period) {
        return row.spec().isByPeriod()
                ? row.row().period().filter(period::overlaps).isPresent()
                : row.day().map(period::contains).orElse(spec.every() == YEAR);
    }

    private boolean applies() {
        boolean hasCommittee = !organisation.committee().isEmpty();
        boolean hasGroups = !organisation.groups().isEmpty();
        return switch (spec.needs()) {
                    case NOTHING -> true;
                    case COMMITTEE -> !organisation.known() || hasCommittee;
                    case GROUPS -> hasGroups;
                }
                && !(spec.each() && !hasGroups);
    }

    private Expectation expectation(String subject, Period period, List<ExpectedRow> rows) {
        boolean isByPeriod = rows.stream().anyMatch(row -> row.spec().isByPeriod());
        BigDecimal amount = spec.sum().isEmpty()
                ? BigDecimal.valueOf(rows.size())
                : rows.stream().map(row -> number(row.cell(spec.sum()))).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Item> evidence = rows.stream()
                .flatMap(row -> row.row().entries().stream())
                .distinct()
                .toList();
        return new Expectation(
                subject,
                "",
                Optional.of(period),
                period.label() + subject,
                period.to().plusDays(spec.days()),
                isByPeriod ? period.isCoveredBy(periods(rows)) : amount.compareTo(spec.least()) >= 0,
                evidence,
                spec.basis());
    }

    private static List<Period> periods(List<ExpectedRow> rows) {
        return rows.stream().flatMap(row -> row.row().period().stream()).toList();
    }

    private static BigDecimal number(Cell cell) {
        return cell instanceof Cell.Number number ? number.value() : BigDecimal.ZERO;
    }
}
