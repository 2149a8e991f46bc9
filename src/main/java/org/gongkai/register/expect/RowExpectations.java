package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.Entry;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.TimeLimit;
import org.gongkai.register.spec.ExpectationSpec.PerRow;
import org.gongkai.text.Period;

/** Rows that are expected to reach a state by a day. */
final class RowExpectations {

    private final PerRow spec;
    private final WorkCalendar calendar;

    RowExpectations(PerRow spec, WorkCalendar calendar) {
        this.spec = spec;
        this.calendar = calendar;
    }

    List<Expectation> of(int year, List<ExpectedRow> rows) {
        List<Expectation> found = new ArrayList<>();
        for (ExpectedRow row : rows) {
            String subject = row.cell(spec.subject()).text();
            if (!subject.isEmpty() && row.lastYear() == year) {
                TimeLimit.End due = due(year, row);
                found.add(new Expectation(
                        subject,
                        row.cell(spec.owner()).text(),
                        Optional.empty(),
                        subject + due.doubt("，按年底列"),
                        due.day().plusDays(spec.days()),
                        isDone(row),
                        row.row().entries(),
                        spec.basis()));
            }
        }
        return found;
    }

    /** Orders rows: what is not done first, then by the day on which it is due. */
    Comparator<ExpectedRow> order(int year) {
        return Comparator.comparing(this::isDone)
                .thenComparing(row -> due(year, row).day());
    }

    private boolean isDone(ExpectedRow row) {
        Cell state = row.cell(spec.state());
        return spec.done().isEmpty() ? !state.isEmpty() : spec.done().stream().anyMatch(state::has);
    }

    /**
     * The day that the column names, such as 2025-06-30 or 第三季度, or that lies as far behind the entry as it says, such as
     * 10个工作日内; the end of the year if it names none.
     */
    private TimeLimit.End due(int year, ExpectedRow row) {
        String typed = row.cell(spec.due()).text();
        LocalDate end = LocalDate.of(year, 12, 31);
        // A span that ends in this year may have begun in the one before, which 次年 is counted from.
        return Stream.of(year, year - 1)
                .flatMap(begun -> Period.parse(typed, begun).stream())
                .map(Period::to)
                .filter(day -> day.getYear() == year)
                .findFirst()
                .or(() -> Period.parse(typed, year).map(Period::to))
                .map(day -> new TimeLimit.End(day, OptionalInt.empty()))
                .or(() -> TimeLimit.find(typed).map(limit -> limit.end(day(row), calendar, end)))
                .orElse(new TimeLimit.End(end, OptionalInt.empty()));
    }

    private static LocalDate day(ExpectedRow row) {
        Entry.Dates dates = row.row().entries().get(0).entry().dates();
        return dates.signed().orElse(dates.published().toLocalDate());
    }
}
