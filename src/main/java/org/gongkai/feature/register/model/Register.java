package org.gongkai.feature.register.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.output.table.Cell;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/**
 * A table computed from the entries of one audience.
 *
 * @param spec its definition
 * @param asOf the day on which it was computed
 * @param years its parts, newest year first
 * @param tasks all expectations that its rows name a day for, done or not
 * @param showsGaps whether it shows what was done of what is expected, and what is overdue; otherwise it contains only
 *     expectations that are due later
 */
public record Register(
        RegisterSpec spec, LocalDate asOf, List<Year> years, List<Expectation> tasks, boolean showsGaps) {

    /** The folder of all registers in a site, ending in {@code /}. */
    public static final String FOLDER = "registers/";

    /** The folder of the sheets for the notice wall, which show rows of several registers by month. */
    public static final String WALL = FOLDER + "wall/";

    /** Creates a register that shows gaps. */
    public Register(RegisterSpec spec, LocalDate asOf, List<Year> years) {
        this(
                spec,
                asOf,
                years,
                years.stream()
                        .flatMap(year -> year.expected().stream())
                        .filter(expected -> isTask(spec, expected))
                        .toList(),
                true);
    }

    /**
     * The part of one year.
     *
     * @param rows its rows, in the order of the definition
     * @param totals counts and sums, by the name of a kind, a value or a column, in the order of the definition
     * @param expected what a rule expects of the year, in the order of the days on which it is due
     */
    public record Year(int year, List<Row> rows, Map<String, BigDecimal> totals, List<Expectation> expected) {
        /** Its rows without meetings that were not held. */
        public List<Row> counted() {
            return rows.stream().filter(Row::counts).toList();
        }
    }

    /**
     * A row.
     *
     * @param period the day of its event or its period, if known
     * @param lastYear the last year that it belongs to, in which it is expected to reach its state
     * @param cells one for each column
     * @param entries the entries that it was taken from; empty if it was taken from the settings of the site
     * @param adjustment how it adjusts the amount of a period; empty if it is an amount of its own, or none
     * @param notHeld what became of a meeting that was not held, which does not count
     */
    public record Row(
            Optional<Period> period,
            int lastYear,
            List<Cell> cells,
            List<Item> entries,
            String adjustment,
            Optional<NotHeld> notHeld) {
        /** Creates a row that counts. */
        public Row(Optional<Period> period, int lastYear, List<Cell> cells, List<Item> entries) {
            this(period, lastYear, cells, entries, "", Optional.empty());
        }

        /** Returns it with other cells. */
        public Row with(List<Cell> others) {
            return new Row(period, lastYear, others, entries, adjustment, notHeld);
        }

        public boolean counts() {
            return notHeld.isEmpty();
        }

        /** The day of its event or the last day of its period, if known. */
        public Optional<LocalDate> day() {
            return period.map(Period::to);
        }

        /** Returns the number in a column; empty if there is none, or no such column. */
        public Optional<BigDecimal> number(int column) {
            return column < 0 ? Optional.empty() : number(cells.get(column));
        }

        static Optional<BigDecimal> number(Cell cell) {
            return cell instanceof Cell.Number number ? Optional.of(number.value()) : Optional.empty();
        }

        /** Returns the sum of a column; empty if no row states a number. */
        public static Optional<BigDecimal> sum(int column, List<Row> rows) {
            return rows.stream().flatMap(row -> row.number(column).stream()).reduce(BigDecimal::add);
        }

        /** Returns the value in a column of a definition; {@link Cell.Text#NONE} if that has no such column. */
        public Cell cell(RegisterSpec spec, String column) {
            int index = spec.column(column);
            return index < 0 ? Cell.Text.NONE : cells.get(index);
        }
    }

    /**
     * A meeting that was put off or cancelled.
     *
     * @param to the day that it was put off to, if it is known
     * @param instead the entries about what was held in its place; empty if nothing was yet
     */
    public record NotHeld(Optional<LocalDate> to, List<Item> instead) {}

    /** The address of the sheet of a month for the notice wall. */
    public static String wallSheet(YearMonth month) {
        return WALL + month + ".html";
    }

    /** The address of its page. */
    public String address() {
        return addressOf(spec.id());
    }

    /** The address of the page of the register with an id. */
    public static String addressOf(String id) {
        return FOLDER + id + "/index.html";
    }

    /** The rows of all years, newest year first. */
    public Stream<Row> rows() {
        return years.stream().flatMap(year -> year.rows().stream());
    }

    /** What is expected of all years, newest year first. */
    public Stream<Expectation> expected() {
        return years.stream().flatMap(year -> year.expected().stream());
    }

    public List<ColumnSpec> columns() {
        return spec.columns();
    }

    /**
     * Returns this register for readers who may not see what is overdue. What was done of what is expected is omitted
     * as well, as it would seem to be everything.
     */
    public Register withoutGaps() {
        RegisterSpec shown = spec.withoutInternal();
        int[] kept = shown.columns().stream()
                .mapToInt(column -> spec.column(column.name()))
                .toArray();
        List<Year> said = new ArrayList<>();
        for (Year year : years) {
            List<Row> rows = year.rows().stream()
                    .map(row -> row.with(
                            Arrays.stream(kept).mapToObj(row.cells()::get).toList()))
                    .toList();
            List<Expectation> ahead = year.expected().stream()
                    .filter(it -> !it.done() && !it.isOverdue(asOf))
                    .toList();
            if (!rows.isEmpty() || !ahead.isEmpty()) {
                said.add(new Year(year.year(), rows, Totals.of(shown, rows), ahead));
            }
        }
        return new Register(shown, asOf, said, tasks, false);
    }

    /** Returns the kinds of the entries of a row that this register has. */
    public List<String> kinds(Row row) {
        return Totals.kinds(spec, row);
    }

    /** The next day on which something becomes overdue or is newly expected without an edit; empty if there is none. */
    public Optional<LocalDate> nextChange() {
        if (isEmpty()) {
            return Optional.empty();
        }
        Stream<LocalDate> late = expected()
                .filter(expected -> !expected.done() && !expected.due().isBefore(asOf))
                .map(expected -> expected.due().plusDays(1));
        Stream<Period> begins = spec.expected(ExpectationSpec.Type.PERIODIC).stream()
                .flatMap(expected ->
                        Period.of(asOf.getYear(), expected.amount().every().orElseThrow()).stream());
        // Such as what the catalogue requires every month.
        Stream<Period> begun = expected().flatMap(it -> it.period().stream());
        return Stream.concat(
                        late,
                        Stream.concat(begins, begun)
                                .filter(period -> period.contains(asOf))
                                .map(period -> period.to().plusDays(1)))
                .min(LocalDate::compareTo);
    }

    /** What is expected and missing; what two rules expect of the same period is listed once. */
    public List<Expectation> missing() {
        return years.stream()
                .flatMap(year -> Expectation.missing(spec, year.expected()).stream())
                .toList();
    }

    /** Returns true if an expectation is due on a day that a row may name. */
    public boolean isTask(Expectation expected) {
        return isTask(spec, expected);
    }

    private static boolean isTask(RegisterSpec spec, Expectation expected) {
        return expected.period().isEmpty()
                && spec.expected(ExpectationSpec.Type.PER_ROW).stream()
                        .anyMatch(it -> !it.done().due().isEmpty());
    }

    /** Returns true if no row was found. */
    public boolean isEmpty() {
        return rows().findAny().isEmpty();
    }
}
