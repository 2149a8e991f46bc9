package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            if (!subject.isEmpty() && row.lastYear() == year) {
                found.add(new Expectation(
                        subject,
                        row.cell(spec.owner()).text(),
                        Optional.empty(),
                        subject,
                        due(spec, year, row),
                        isDone(spec, row),
                        row.row().entries(),
                        spec.basis()));
            }
        }
        return found;
    }

    /** Orders rows: what is not done first, then by the day on which it is due. */
    static Comparator<ExpectedRow> order(PerRow spec, int year) {
        return Comparator.comparing((ExpectedRow row) -> isDone(spec, row)).thenComparing(row -> due(spec, year, row));
    }

    private static boolean isDone(PerRow spec, ExpectedRow row) {
        Cell state = row.cell(spec.state());
        return spec.done().isEmpty() ? !state.isEmpty() : spec.done().stream().anyMatch(state::has);
    }

    /** The day that the column names, such as 2025-06-30 or 第三季度; the end of the year if it names none. */
    private static LocalDate due(PerRow spec, int year, ExpectedRow row) {
        String typed = row.cell(spec.due()).text();
        // A span that ends in this year may have begun in the one before, which 次年 is counted from.
        return Stream.of(year, year - 1)
                .flatMap(begun -> Period.parse(typed, begun).stream())
                .map(Period::to)
                .filter(day -> day.getYear() == year)
                .findFirst()
                .or(() -> Period.parse(typed, year).map(Period::to))
                .orElse(LocalDate.of(year, 12, 31))
                .plusDays(spec.days());
    }
}
