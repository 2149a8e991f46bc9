package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Period;
import org.gongkai.register.spec.ExpectationSpec.PerRow;

/** Rows that are expected to reach a state by a day. */
final class RowExpectations {

    private RowExpectations() {}

    static List<Expectation> of(PerRow spec, int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectedRow row : rows) {
            String subject = row.cell(spec.subject()).text();
            Cell due = row.cell(spec.due());
            if (subject.isEmpty() || !spec.due().isEmpty() && due.isEmpty()) {
                continue;
            }
            LocalDate day =
                    due instanceof Cell.Day known ? known.day().plusDays(spec.days()) : LocalDate.of(year, 12, 31);
            Cell state = row.cell(spec.state());
            boolean done = spec.done().isEmpty()
                    ? !state.isEmpty()
                    : spec.done().stream().anyMatch(state::has);
            found.add(new Expectation(subject, "", subject, day, done, row.row().entries(), spec.basis()));
        }
        return found;
    }

    /** The day that 2025-06-30, 2025年6月底前 or 第三季度 means; the end of the year if it names no day. */
    private static LocalDate due(String typed, int year) {
        return Period.parse(typed.replaceFirst("(?:以?前|底前?|末前?|内)$", ""), year)
                .map(Period::to)
                .orElse(LocalDate.of(year, 12, 31));
    }
}
