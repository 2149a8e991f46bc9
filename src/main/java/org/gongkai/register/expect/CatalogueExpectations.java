package org.gongkai.register.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.register.Expectation;
import org.gongkai.register.Period;
import org.gongkai.register.source.DisclosureTerm;
import org.gongkai.register.spec.ExpectationSpec.CatalogueTerm;
import org.gongkai.site.Item;

/** Items of the catalogue that are to be published every month, quarter, half year or year. */
final class CatalogueExpectations {

    private final CatalogueTerm spec;
    private final ExpectedSpan span;

    CatalogueExpectations(CatalogueTerm spec, ExpectedSpan span) {
        this.spec = spec;
        this.span = span;
    }

    List<Expectation> of(int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectedRow row : rows) {
            String subject = row.cell("事项").text();
            for (Period period : DisclosureTerm.periods(row.cell("时限").text(), year)) {
                if (!span.includes(period)) {
                    continue;
                }
                List<Item> evidence = DisclosureTerm.of(period, row.row().entries());
                found.add(new Expectation(
                        subject,
                        "",
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
}
