package org.gongkai.feature.register.spec;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.spec.RegisterSpec.ChartSpec;
import org.gongkai.feature.register.spec.RegisterSpec.ChartType;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.output.table.Cell;
import org.gongkai.problem.Nearest;

/** Reads what the page of a register compares. */
final class ChartSpecReader {

    private static final List<String> NAMES = List.of("形式", "沿", "值", "单位");

    /** More columns beside each other are a table, not a chart. */
    private static final int MOST_BARS = 4;

    /** The unit of what is expected and of what came, unless a chart says otherwise. */
    private static final String PERSONS = "人";

    private final DataFile file;
    private final List<ColumnSpec> columns;

    ChartSpecReader(DataFile file, List<ColumnSpec> columns) {
        this.file = file;
        this.columns = columns;
    }

    List<ChartSpec> read(List<Value> typed) {
        return typed.stream().flatMap(value -> chart(value).stream()).toList();
    }

    private Optional<ChartSpec> chart(Value value) {
        if (!(value instanceof Value.Fields group)) {
            file.error(value, "E137", "图应写形式", "如 {形式: 柱形, 沿: 月, 值: [学时], 单位: 学时}，几张图写成列表");
            return Optional.empty();
        }
        file.known(group, NAMES);
        FieldReader chart = new FieldReader(group);
        String typed = chart.text("形式").orElse("");
        Optional<ChartType> type = Arrays.stream(ChartType.values())
                .filter(it -> it.label().equals(typed))
                .findFirst();
        if (type.isEmpty()) {
            file.error(group, "E137", "没有“" + typed + "”这种图", "形式可以写：柱形、比率、覆盖、进程");
            return Optional.empty();
        }
        String along = chart.text("沿").orElse("月");
        if (type.get() != ChartType.BARS && type.get() != ChartType.RATES) {
            return Optional.of(new ChartSpec(type.get(), along, chart.strings("值"), ""));
        }
        List<String> values = columnNames(chart);
        if (values.size() > MOST_BARS) {
            file.error(group, "E137", "一张图画了" + values.size() + "列", "最多" + MOST_BARS + "列，其余的另写一张图");
            return Optional.empty();
        }
        if (chart.strings("值").isEmpty()) {
            file.error(group, "E137", "图没有写值", "请写比哪几列，如 值: [应交金额, 实交金额]");
        }
        String unit = chart.text("单位").orElse("");
        Optional<ChartSpec> rates = rates(values, along, unit);
        if (rates.isPresent()) {
            if (!rates.get().isAlongTime()) {
                file.error(group, "E137", "比率不能沿“" + along + "”画", "沿可以写：月、季度、半年、年");
            }
            return rates;
        }
        if (type.get() == ChartType.RATES) {
            file.error(group, "E137", "比率的值不对", "应写一个百分数列所除的两列，如到会率的 [应到, 实到]");
            return Optional.empty();
        }
        return bars(group, new ChartSpec(ChartType.BARS, along, values, unit));
    }

    /** The whole and the part of a percentage are not added up over meetings of which different numbers are expected. */
    private Optional<ChartSpec> rates(List<String> values, String along, String unit) {
        return columns.stream()
                .filter(column -> column.type() == Cell.Type.PERCENTAGE)
                .flatMap(rate -> rate.paths().stream()
                        .limit(1)
                        .map(path -> path.split("/", 2))
                        .filter(paths -> paths.length == 2)
                        .map(paths -> Stream.of(paths[1], paths[0])
                                .flatMap(path -> counted(path))
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
    private Stream<String> counted(String path) {
        return columns.stream()
                .filter(column ->
                        column.type() == Cell.Type.NUMBER && column.paths().contains(path))
                .map(ColumnSpec::name)
                .limit(1);
    }

    private Optional<ChartSpec> bars(Value at, ChartSpec typed) {
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        if (!typed.isAlongTime() && !names.contains(typed.along())) {
            file.error(at, "E137", "不能沿“" + typed.along() + "”画图", "沿可以写：月、季度、半年、年，或者一列的名称");
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
            file.error(at, "E137", "图没有写单位", "请写“单位”，如 单位: 人；金额和百分数不用写");
            return Optional.empty();
        }
        if (units.size() > 1) {
            file.error(at, "E137", "一张图里有几种单位：" + String.join("、", units), "不能放在一起比，请分成几张图");
        }
        return units.size() == 1
                ? Optional.of(new ChartSpec(
                        typed.type(),
                        typed.along(),
                        typed.values(),
                        units.iterator().next()))
                : Optional.empty();
    }

    private List<String> columnNames(FieldReader chart) {
        List<String> names = columns.stream().map(ColumnSpec::name).toList();
        for (Value.Text typed : chart.texts("值")) {
            String name = typed.text().strip();
            if (!names.contains(name)) {
                file.error(typed, "E137", "值里的“" + name + "”不是这本台账的列", Nearest.hint(name, names));
            }
        }
        return chart.strings("值").stream().filter(names::contains).toList();
    }
}
