package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.register.Expectation;
import org.gongkai.register.Period;
import org.gongkai.register.source.EventDay;
import org.gongkai.register.spec.ExpectationSpec.CatalogueTerm;
import org.gongkai.site.Item;

/** Items of the catalogue that are to be published every month, quarter, half year or year. */
final class CatalogueExpectations {

    private static final int YEAR = 12;

    private final CatalogueTerm spec;
    private final ExpectedSpan span;

    CatalogueExpectations(CatalogueTerm spec, ExpectedSpan span) {
        this.spec = spec;
        this.span = span;
    }

    List<Expectation> of(int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectedRow row : rows) {
            int months = months(row.cell("时限").text());
            String subject = row.cell("事项").text();
            if (months == 0) {
                continue;
            }
            for (Period period : Period.of(year, months)) {
                if (!span.includes(period)) {
                    continue;
                }
                List<Item> evidence = row.row().entries().stream()
                        .filter(item -> months == YEAR || period.contains(day(item)))
                        .toList();
                found.add(new Expectation(
                        subject,
                        Optional.of(period),
                        period.label() + subject,
                        period.to().plusDays(spec.days()),
                        !evidence.isEmpty(),
                        evidence,
                        spec.basis()));
            }
        }
        return found;
    }

    /** The length of the periods that a 时限 names, in months; 0 if it names none. */
    private static int months(String term) {
        if (term.contains("半年")) {
            return 6;
        }
        if (term.contains("季")) {
            return 3;
        }
        return term.contains("月") ? 1 : term.contains("年") ? 12 : 0;
    }

    /** The day of what an entry reports, or of its publication. */
    private static LocalDate day(Item item) {
        return EventDay.of(item).orElse(item.entry().dates().published().toLocalDate());
    }
}
