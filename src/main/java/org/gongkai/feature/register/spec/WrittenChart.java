package org.gongkai.feature.register.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.spec.RegisterSpec.ChartSpec;
import org.gongkai.feature.register.spec.RegisterSpec.ChartType;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.output.table.Cell;
import org.gongkai.problem.Nearest;

/** What the page of a register compares, as written. */
@Key.Group("如 {形式: 柱形, 沿: 月, 值: [学时], 单位: 学时}，几张图写成列表")
record WrittenChart(
        @Key(value = "形式", required = true) ChartType type,
        @Key(value = "沿", or = "月") String along,
        @Key("值") List<Value.Text> values,
        @Key("单位") String unit,
        BoundGroup group) {

    /** More columns beside each other are a table, not a chart. */
    private static final int MOST_BARS = 4;

    /** The unit of what is expected and of what came, unless a chart says otherwise. */
    private static final String PERSONS = "人";

    /** Returns the definition; empty if it is reported as invalid. */
    Optional<ChartSpec> spec(List<ColumnSpec> columns) {
        List<String> typed = values.stream().map(value -> value.text().strip()).toList();
        if (type != ChartType.BARS && type != ChartType.RATES) {
            return Optional.of(new ChartSpec(type, along, typed, ""));
        }
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        List<String> known = new ArrayList<>(typed);
        known.retainAll(names);
        for (Value.Text value : values) {
            String name = value.text().strip();
            if (!names.contains(name)) {
                group.error(value, "值里的“" + name + "”不是这本台账的列", Nearest.hint(name, names));
            }
        }
        if (known.size() > MOST_BARS) {
            group.error("", "一张图画了" + known.size() + "列", "最多" + MOST_BARS + "列，其余的另写一张图");
            return Optional.empty();
        }
        if (typed.isEmpty()) {
            group.error("", "图没有写值", "请写比哪几列，如 值: [应交金额, 实交金额]");
        }
        Optional<ChartSpec> rates = rates(columns, known);
        if (rates.isPresent()) {
            if (!rates.get().isAlongTime()) {
                group.error("", "比率不能沿“" + along + "”画", "沿可以写：月、季度、半年、年");
            }
            return rates;
        }
        if (type == ChartType.RATES) {
            group.error("", "比率的值不对", "应写一个百分数列所除的两列，如到会率的 [应到, 实到]");
            return Optional.empty();
        }
        return bars(columns, new ChartSpec(ChartType.BARS, along, known, unit));
    }

    /**
     * The whole and the part of a percentage are not added up over meetings of which different numbers are expected.
     */
    private Optional<ChartSpec> rates(List<ColumnSpec> columns, List<String> values) {
        return columns.stream()
                .filter(column -> column.type() == Cell.Type.PERCENTAGE)
                .flatMap(rate -> rate.paths().stream()
                        .limit(1)
                        .map(path -> path.split("/", 2))
                        .filter(paths -> paths.length == 2)
                        .map(paths -> Stream.of(paths[1], paths[0])
                                .flatMap(path -> counted(columns, path))
                                .toList())
                        .filter(pair -> pair.size() == 2 && values.size() == 2 && values.containsAll(pair))
                        .map(pair -> new ChartSpec(
                                ChartType.RATES,
                                along,
                                List.of(pair.get(0), pair.get(1), rate.name()),
                                unit.isEmpty() ? PERSONS : unit)))
                .findFirst();
    }

    /** The column of numbers, not of money, that a path leads to. */
    private static Stream<String> counted(List<ColumnSpec> columns, String path) {
        return columns.stream()
                .filter(column ->
                        column.type() == Cell.Type.NUMBER && column.paths().contains(path))
                .map(ColumnSpec::name)
                .limit(1);
    }

    private Optional<ChartSpec> bars(List<ColumnSpec> columns, ChartSpec typed) {
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        if (!typed.isAlongTime() && !names.contains(typed.along())) {
            group.error("", "不能沿“" + typed.along() + "”画图", "沿可以写：月、季度、半年、年，或者一列的名称");
            return Optional.empty();
        }
        Set<String> units = columns.stream()
                .filter(column -> typed.values().contains(column.name()))
                .map(column -> switch (column.type()) {
                    case MONEY -> "元";
                    case PERCENTAGE -> "%";
                    default -> typed.unit();
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (units.contains("")) {
            group.error("", "图没有写单位", "请写“单位”，如 单位: 人；金额和百分数不用写");
            return Optional.empty();
        }
        if (units.size() > 1) {
            group.error("", "一张图里有几种单位：" + String.join("、", units), "不能放在一起比，请分成几张图");
        }
        return units.size() == 1
                ? Optional.of(new ChartSpec(
                        typed.type(),
                        typed.along(),
                        typed.values(),
                        units.iterator().next()))
                : Optional.empty();
    }
}
