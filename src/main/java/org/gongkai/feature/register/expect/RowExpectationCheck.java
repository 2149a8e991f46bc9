package org.gongkai.feature.register.expect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.TimeLimit;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.Entry;
import org.gongkai.output.table.Cell;
import org.gongkai.text.Period;

/** What is expected of the rows of a year themselves: a state by a day, and numbers that follow each other. */
record RowExpectationCheck(RegisterSpec register, int year, WorkCalendar calendar) {

    /** A larger gap is a mistyped number, such as a year, and no list of skipped ones. */
    private static final int LONGEST_GAP = 50;

    /** Rows that are expected to reach a state by a day. */
    List<Expectation> perRow(ExpectationSpec spec, List<Row> rows) {
        List<Expectation> found = new ArrayList<>();
        for (Row row : rows) {
            String subject = row.cell(register, spec.subject()).text();
            if (!subject.isEmpty() && row.lastYear() == year && !isNever(spec, row) && !isWithoutDay(spec, row)) {
                TimeLimit.End due = due(spec, row);
                // What recurs, as 每月 does, is expected by the end of the year, which nobody wrote.
                String typed = row.cell(register, spec.done().due()).text();
                found.add(new Expectation(
                        subject,
                        String.join("、", row.cell(register, spec.done().owner()).counted()),
                        Optional.empty(),
                        spec.what(subject) + (typed.startsWith("每") ? "（" + typed + "）" : "") + due.doubt("，按年底列"),
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
        return Comparator.comparing((Row row) -> isDone(spec, row) || isNever(spec, row))
                .thenComparing(row -> due(spec, row).day());
    }

    private boolean isNever(ExpectationSpec spec, Row row) {
        Cell state = row.cell(register, spec.done().state());
        return spec.done().never().stream().anyMatch(state::has);
    }

    /** Returns whether a row lacks the day of a column of days, so that nothing is expected by it. */
    private boolean isWithoutDay(ExpectationSpec spec, Row row) {
        int column = register.column(spec.done().due());
        return column >= 0
                && register.columns().get(column).type() == ColumnType.DATE
                && row.cells().get(column).isEmpty();
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
        Map<String, Set<Integer>> others = new HashMap<>();
        for (Row row : rows) {
            for (int number : numbers(spec, row)) {
                List<String> names = series(spec, row);
                if (names.size() == 1 && row.counts()) {
                    series.computeIfAbsent(names.get(0), it -> new TreeMap<>()).put(number, row);
                }
                // A joint meeting has the number of one of its groups, nobody knows which; what was cancelled may keep
                // its own.
                names.forEach(name ->
                        others.computeIfAbsent(name, it -> new HashSet<>()).add(number));
            }
        }
        List<Expectation> found = new ArrayList<>();
        series.forEach((name, numbers) -> {
            int last = numbers.firstKey();
            for (Map.Entry<Integer, Row> next : numbers.entrySet()) {
                LocalDate due = next.getValue().day().orElse(LocalDate.of(year, 12, 31));
                IntStream.range(last + 1, next.getKey() - last > LONGEST_GAP ? last + 1 : next.getKey())
                        .filter(skipped -> !others.get(name).contains(skipped))
                        .mapToObj(skipped -> name + "第" + skipped + spec.subject())
                        .forEach(what -> found.add(new Expectation(
                                name, "", Optional.empty(), what, due, false, List.of(), spec.basis())));
                last = next.getKey();
            }
        });
        return found;
    }

    /** The numbers that a row has in its series. */
    private List<Integer> numbers(ExpectationSpec spec, Row row) {
        return row.cell(register, spec.number()).counted().stream()
                .flatMap(word -> ColumnType.number(word).stream())
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.longValue() == number.intValue())
                .map(BigDecimal::intValue)
                .toList();
    }

    /** The names of the series that a row is of: those of each group that met. */
    private List<String> series(ExpectationSpec spec, Row row) {
        List<String> names = List.of("");
        for (String column : spec.by()) {
            List<String> words = words(row.cell(register, column));
            names = names.stream()
                    .flatMap(name -> words.stream().map(name::concat))
                    .toList();
        }
        return names;
    }

    /** A meeting that was a lecture as well has the number of the meeting: the kind that the register names first. */
    private List<String> words(Cell cell) {
        if (!(cell instanceof Cell.Words several)) {
            return List.of(cell.text());
        }
        Optional<String> kind = register.source().kinds().stream()
                .filter(several.words()::contains)
                .findFirst();
        return kind.map(List::of).orElse(several.words());
    }
}
