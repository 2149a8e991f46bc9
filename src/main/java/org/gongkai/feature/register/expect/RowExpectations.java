package org.gongkai.feature.register.expect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.TimeLimit;
import org.gongkai.feature.register.spec.ExpectationSpec;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.Entry;
import org.gongkai.output.table.Cell;
import org.gongkai.text.Period;

/** What is expected of the rows of a year themselves: a state by a day, and numbers that follow each other. */
record RowExpectations(RegisterSpec register, int year, WorkCalendar calendar) {

    /** A larger gap is a mistyped number, such as a year, and no list of skipped ones. */
    private static final int LONGEST_GAP = 50;

    /** Rows that are expected to reach a state by a day. */
    List<Expectation> perRow(ExpectationSpec spec, List<Row> rows) {
        List<Expectation> found = new ArrayList<>();
        for (Row row : rows) {
            String subject = row.cell(register, spec.subject()).text();
            if (!subject.isEmpty() && row.lastYear() == year) {
                TimeLimit.End due = due(spec, row);
                found.add(new Expectation(
                        subject,
                        row.cell(register, spec.done().owner()).text(),
                        Optional.empty(),
                        subject + due.doubt("，按年底列"),
                        due.day().plusDays(spec.days()),
                        isDone(spec, row),
                        row.entries(),
                        spec.basis()));
            }
        }
        return found;
    }

    /** Orders rows: what is not done first, then by the day on which it is due. */
    Comparator<Row> order(ExpectationSpec spec) {
        return Comparator.comparing((Row row) -> isDone(spec, row))
                .thenComparing(row -> due(spec, row).day());
    }

    private boolean isDone(ExpectationSpec spec, Row row) {
        Cell state = row.cell(register, spec.done().state());
        return spec.done().words().isEmpty()
                ? !state.isEmpty()
                : spec.done().words().stream().anyMatch(state::has);
    }

    /**
     * The day that the column names, such as 2025-06-30 or 第三季度, or that lies as far behind the entry as it says, such
     * as 10个工作日内; the end of the year if it names none.
     */
    private TimeLimit.End due(ExpectationSpec spec, Row row) {
        String typed = row.cell(register, spec.done().due()).text();
        LocalDate end = LocalDate.of(year, 12, 31);
        // A span that ends in this year may have begun in the one before, which 次年 is counted from.
        return Stream.of(year, year - 1)
                .flatMap(begun -> Period.parse(typed, begun).stream())
                .map(Period::to)
                .filter(day -> day.getYear() == year)
                .findFirst()
                .or(() -> Period.parse(typed, year).map(Period::to))
                .map(day -> new TimeLimit.End(day, OptionalInt.empty()))
                .or(() -> TimeLimit.find(typed).map(limit -> limit.end(written(row), calendar, end)))
                .orElse(new TimeLimit.End(end, OptionalInt.empty()));
    }

    private static LocalDate written(Row row) {
        Entry.Dates dates = row.entries().get(0).entry().dates();
        return dates.signed().orElse(dates.published().toLocalDate());
    }

    /** Numbers that are expected to follow each other; only those that were skipped are returned. */
    List<Expectation> skipped(ExpectationSpec spec, List<Row> rows) {
        Map<String, TreeMap<Integer, Row>> series = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.cell(register, spec.number()) instanceof Cell.Number number
                    && number.value().stripTrailingZeros().scale() <= 0
                    && number.value().longValue() == number.value().intValue()) {
                String name = spec.by().stream()
                        .map(column -> word(row.cell(register, column)))
                        .collect(Collectors.joining());
                series.computeIfAbsent(name, it -> new TreeMap<>())
                        .put(number.value().intValue(), row);
            }
        }
        List<Expectation> found = new ArrayList<>();
        series.forEach((name, numbers) -> {
            int last = numbers.firstKey();
            for (Map.Entry<Integer, Row> next : numbers.entrySet()) {
                LocalDate due = next.getValue().day().orElse(LocalDate.of(year, 12, 31));
                for (int skipped = last + 1;
                        skipped < next.getKey() && next.getKey() - last <= LONGEST_GAP;
                        skipped++) {
                    String what = name + "第" + skipped + spec.subject();
                    found.add(new Expectation(name, "", Optional.empty(), what, due, false, List.of(), spec.basis()));
                }
                last = next.getKey();
            }
        });
        return found;
    }

    /** A meeting that was a lecture as well has the number of the meeting: the kind that the register names first. */
    private String word(Cell cell) {
        return cell instanceof Cell.Words several
                ? register.source().kinds().stream()
                        .filter(several.words()::contains)
                        .findFirst()
                        .orElse(cell.text())
                : cell.text();
    }
}
