package org.gongkai.feature.register.spec;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gongkai.input.data.Key;

/**
 * The definition of a register.
 *
 * @param id its folder below {@code registers/}
 * @param name its name for readers
 * @param group the heading under which the overview has it
 * @param description what it shows, in one sentence
 * @param source where its rows come from
 * @param columns its columns
 * @param year paths to the day or year that a row belongs to; without a value the 年度 of the entry decides
 * @param sameEvent paths whose values together identify an event, so that two entries about it become one row; the row
 *     stands alone if one of the first two is absent
 * @param order names of the columns that rows are sorted by
 * @param counts the names of the columns whose values are counted, or of several that are counted together
 * @param sums the names of the columns that are added up
 * @param internal the names of the columns that say what is late or missing
 * @param expected what is expected
 * @param since the first day of which anything is expected; otherwise the month of the first entry of the site
 * @param until the last day of which anything is expected in every period or series; without one it is expected for
 *     ever
 * @param charts what is compared
 * @param answer what the search page answers from it
 */
public record RegisterSpec(
        String id,
        String name,
        String group,
        String description,
        Source source,
        List<ColumnSpec> columns,
        List<String> year,
        List<String> sameEvent,
        List<String> order,
        List<String> counts,
        List<String> sums,
        List<String> internal,
        List<ExpectationSpec> expected,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        List<ChartSpec> charts,
        Optional<AnswerSpec> answer) {

    /** The name under which the kinds of entries are counted, whether a column shows them or not. */
    public static final String KIND = "文种";

    /** Stands for what identifies an event where a row is the amount of a period. */
    private static final String PERIOD = "期间";

    /** Separates columns whose values are counted together, as a regular expression. */
    public static final String TOGETHER = "\\+";

    public RegisterSpec {
        columns = List.copyOf(columns);
        year = List.copyOf(year);
        sameEvent = List.copyOf(sameEvent);
        order = List.copyOf(order);
        counts = List.copyOf(counts);
        sums = List.copyOf(sums);
        internal = List.copyOf(internal);
        expected = List.copyOf(expected);
        charts = List.copyOf(charts);
    }

    /**
     * Where rows come from.
     *
     * @param type what a row is
     * @param kinds the kinds of the entries; empty for all
     * @param tables the fields whose rows are the rows of the register; empty unless rows are {@link
     *     RowType#TABLE_ROW}s
     */
    public record Source(RowType type, List<String> kinds, List<String> tables) {
        public Source {
            kinds = List.copyOf(kinds);
            tables = List.copyOf(tables);
        }
    }

    /** What a row of a register is. */
    public enum RowType implements Key.Words {
        ENTRY("条目"),
        /** A row of a table in the header of an entry. */
        TABLE_ROW("表格"),
        /** An entry with a 公示 period. */
        NOTICE("公示"),
        /** A post of the committee or a 党小组. */
        ORGANISATION("组织"),
        /** An item of the catalogue and a period. */
        CATALOGUE("目录"),
        /** A document that entries name in 《》. */
        NAMED_DOCUMENT("书名号");

        private final String label;

        RowType(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        @Override
        public List<String> words() {
            return List.of(label);
        }
    }

    /**
     * What is compared.
     *
     * @param type the form of the chart
     * @param along the unit of time or the column by which values are compared
     * @param values names of columns; of {@link ChartType#RATES} those of the whole, the part and the percentage
     * @param unit of the values; empty where they have none of their own
     */
    public record ChartSpec(ChartType type, String along, List<String> values, String unit) {

        private static final Map<String, Integer> MONTHS = Map.of("月", 1, "季度", 3, "半年", 6);

        public ChartSpec {
            values = List.copyOf(values);
        }

        /** The number of months of a period that divides the year; empty if values are compared by something else. */
        public Optional<Integer> months() {
            return Optional.ofNullable(MONTHS.get(along));
        }

        /** Returns true if values are compared by periods or years, not by a column. */
        public boolean isAlongTime() {
            return months().isPresent() || along.equals("年");
        }
    }

    /** The form of a chart. */
    public enum ChartType implements Key.Words {
        BARS("柱形"),
        /** Percentages of each kind of entries by itself. */
        RATES("比率"),
        /** A field for each subject and period: done, missing, not yet due. */
        MATRIX("覆盖"),
        /** How many rows are to be done by each month, and how many are. */
        TIMELINE("进程");

        private final String label;

        ChartType(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        @Override
        public List<String> words() {
            return List.of(label);
        }
    }

    /** Returns true if its rows are amounts of periods that entries state, of which none may count twice. */
    public boolean isByPeriod() {
        return sameEvent.equals(List.of(PERIOD))
                && (source.type() == RowType.ENTRY || source.type() == RowType.TABLE_ROW);
    }

    /** Returns this definition without the columns that say what is late or missing, and without what names them. */
    public RegisterSpec withoutInternal() {
        Predicate<String> isShown = named -> Collections.disjoint(internal, List.of(named.split(TOGETHER)));
        return new RegisterSpec(
                id,
                name,
                group,
                description,
                source,
                columns.stream().filter(column -> isShown.test(column.name())).toList(),
                year,
                sameEvent,
                order.stream().filter(isShown).toList(),
                counts.stream().filter(isShown).toList(),
                sums.stream().filter(isShown).toList(),
                List.of(),
                expected,
                since,
                until,
                charts.stream()
                        .filter(chart -> chart.values().stream().allMatch(isShown))
                        .toList(),
                answer);
    }

    /**
     * Returns the column by which rows are grouped: the one that they are sorted by first, if its values are counted;
     * else "".
     */
    public String groupedBy() {
        return order.stream().limit(1).filter(counts::contains).findFirst().orElse("");
    }

    /** Returns the index of a column; -1 if there is none of this name. */
    public int column(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
