package org.gongkai.feature.register.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.problem.Nearest;

/**
 * What the page of a register compares.
 *
 * @param type the form of the chart
 * @param along the unit of time or the column by which values are compared
 * @param values names of columns; of {@link ChartType#RATES} those of the whole, the part and the percentage
 * @param unit of the values; empty where they have none of their own
 */
@Key.Group("如 {形式: 柱形, 沿: 月, 值: [学时], 单位: 学时}，几张图写成列表")
public record ChartSpec(
        @Key(value = "形式", required = true) ChartType type,
        @Key(value = "沿", or = "月") String along,
        @Key("值") List<String> values,
        @Key("单位") String unit) {

    private static final Map<String, Integer> MONTHS = Map.of("月", 1, "季度", 3, "半年", 6);

    /** More columns beside each other are a table, not a chart. */
    private static final int MOST_BARS = 4;

    /** The unit of what is expected and of what came, unless a chart says otherwise. */
    private static final String PERSONS = "人";

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

        @Override
        public List<String> words() {
            return List.of(label);
        }
    }

    /** The number of months of a period that divides the year; empty if values are compared by something else. */
    public Optional<Integer> months() {
        return Optional.ofNullable(MONTHS.get(along));
    }

    /** Returns true if values are compared by periods or years, not by a column. */
    public boolean isAlongTime() {
        return months().isPresent() || along.equals("年");
    }

    private ChartSpec with(ChartType form, List<String> compared, String of) {
        return new ChartSpec(form, along, compared, of);
    }

    /**
     * Returns this chart of the columns that a register has; empty if it is reported as invalid.
     *
     * @param group where it stands
     */
    Optional<ChartSpec> of(List<ColumnSpec> columns, BoundGroup group) {
        if (type != ChartType.BARS && type != ChartType.RATES) {
            return Optional.of(with(type, values, ""));
        }
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        List<String> known = values.stream().filter(names::contains).toList();
        group.texts("值").stream()
                .filter(typed -> !names.contains(typed.text().strip()))
                .forEach(typed -> group.error(
                        typed,
                        "值里的“" + typed.text().strip() + "”不是这本台账的列",
                        Nearest.hint(typed.text().strip(), names)));
        if (known.size() > MOST_BARS) {
            group.error("", "一张图画了" + known.size() + "列", "最多" + MOST_BARS + "列，其余的另写一张图");
            return Optional.empty();
        }
        if (values.isEmpty()) {
            group.error("", "图没有写值", "请写比哪几列，如 值: [应交金额, 实交金额]");
        }
        Optional<ChartSpec> rates = rates(columns, known);
        if (rates.isPresent() && !isAlongTime()) {
            group.error("", "比率不能沿“" + along + "”画", "沿可以写：月、季度、半年、年");
        } else if (rates.isEmpty() && type == ChartType.RATES) {
            group.error("", "比率的值不对", "应写一个百分数列所除的两列，如到会率的 [应到, 实到]");
            return Optional.empty();
        }
        return rates.isPresent() ? rates : bars(columns, known, group);
    }

    /**
     * The whole and the part of a percentage are not added up over meetings of which different numbers are expected.
     */
    private Optional<ChartSpec> rates(List<ColumnSpec> columns, List<String> known) {
        for (ColumnSpec rate : columns) {
            String[] paths = rate.paths().get(0).split("/", 2);
            if (rate.type() != ColumnType.PERCENTAGE || paths.length < 2) {
                continue;
            }
            List<String> pair = Stream.of(paths[1], paths[0])
                    .flatMap(path -> counted(columns, path))
                    .toList();
            if (pair.size() == 2 && known.size() == 2 && known.containsAll(pair)) {
                List<String> all = List.of(pair.get(0), pair.get(1), rate.name());
                return Optional.of(with(ChartType.RATES, all, unit.isEmpty() ? PERSONS : unit));
            }
        }
        return Optional.empty();
    }

    /** The column of numbers, not of money, that a path leads to. */
    private static Stream<String> counted(List<ColumnSpec> columns, String path) {
        return columns.stream()
                .filter(column ->
                        column.type() == ColumnType.NUMBER && column.paths().contains(path))
                .map(ColumnSpec::name)
                .limit(1);
    }

    private Optional<ChartSpec> bars(List<ColumnSpec> columns, List<String> known, BoundGroup group) {
        if (!isAlongTime() && columns.stream().noneMatch(column -> column.name().equals(along))) {
            group.error("", "不能沿“" + along + "”画图", "沿可以写：月、季度、半年、年，或者一列的名称");
            return Optional.empty();
        }
        Set<String> units = columns.stream()
                .filter(column -> known.contains(column.name()))
                .map(column ->
                        column.type().unit().isEmpty() ? unit : column.type().unit())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (units.contains("")) {
            group.error("", "图没有写单位", "请写“单位”，如 单位: 人；金额和百分数不用写");
            return Optional.empty();
        }
        if (units.size() > 1) {
            group.error("", "一张图里有几种单位：" + String.join("、", units), "不能放在一起比，请分成几张图");
        }
        return units.size() == 1
                ? Optional.of(with(ChartType.BARS, known, units.iterator().next()))
                : Optional.empty();
    }
}
