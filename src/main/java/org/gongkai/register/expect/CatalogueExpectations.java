package org.gongkai.register.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.register.Expectation;
import org.gongkai.register.Period;
import org.gongkai.register.TimeLimit;
import org.gongkai.register.source.DisclosureTerm;
import org.gongkai.register.spec.ExpectationSpec.CatalogueTerm;
import org.gongkai.site.Item;

/** Items of the catalogue that are to be published every month, quarter, half year or year. */
final class CatalogueExpectations {

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
