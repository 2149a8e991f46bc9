package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.RegisterModel.ChartCell;
import org.gongkai.feature.register.RegisterModel.ChartRow;
import org.gongkai.feature.register.model.ChartSpec;
import org.gongkai.feature.register.model.ChartSpec.ChartType;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.output.table.Cell;

/** The charts of a register: what was held in each period of a year with its attendance, and figures compared. */
record RegisterCharts(Register register) {

    /** Shown for a figure that no entry states, which is not 0. */
    private static final String UNKNOWN = "未提供数据";

    private static final String UNSTATED = "未写明";

    /** Ratio of the shortest bar to the longest from which bars show nothing. */
    private static final BigDecimal ALIKE = new BigDecimal("0.9");

    /** Returns the coverage of a year, if gaps are shown, and what was held with its attendance. */
    List<Chart> of(Register.Year year) {
        boolean isCounted = register.spec().named().counts().equals(List.of(RegisterSpec.KIND))
                && charts(ChartType.MATRIX).findAny().isPresent();
        Stream<Chart> held = isCounted ? HeldChart.of(register, year).stream() : Stream.empty();
        return register.showsGaps()
                ? Stream.concat(CoverageChart.of(register, year).stream(), held.filter(HeldChart::tellsAttendance))
                        .toList()
                : held.toList();
    }

    /** Returns the charts of all years: these beside each other, or what their figures were for. */
    List<Chart> ofAllYears() {
        return charts(ChartType.BARS).flatMap(chart -> bars(chart).stream()).toList();
    }

    private Stream<ChartSpec> charts(ChartType type) {
        return register.spec().charts().stream().filter(chart -> chart.type() == type);
    }

    private Optional<Chart> bars(ChartSpec chart) {
        boolean isOfYears = chart.along().isEmpty();
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        List<Register.Year> years = register.years().stream()
                .filter(year -> chart.values().stream()
                        .anyMatch(column -> sum(column, year.counted()).isPresent()))
                .sorted(Comparator.comparing(Register.Year::year))
                .toList();
        years.forEach(year -> year.counted().stream()
                .filter(row -> isOfYears
                        || chart.values().stream()
                                .anyMatch(column -> sum(column, List.of(row)).isPresent()))
                .forEach(row -> parts.computeIfAbsent(
                                isOfYears ? year.year() + "年" : quoted(row.cell(register.spec(), chart.along())),
                                it -> new ArrayList<>())
                        .add(row)));
        if (isOfYears
                ? chart.values().stream().noneMatch(column -> differs(known(column, parts)))
                : parts.keySet().stream().allMatch(UNSTATED::equals)) {
            return Optional.empty();
        }
        BigDecimal longest = chart.values().stream()
                .flatMap(column -> known(column, parts).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        List<ChartRow> rows = parts.entrySet().stream()
                .map(part -> new ChartRow(
                        part.getKey(),
                        chart.values().stream()
                                .map(column -> sum(column, part.getValue())
                                        .map(value -> bar(value, longest, chart.unit()))
                                        .orElse(ChartCell.bar(UNKNOWN, 0)))
                                .toList()))
                .toList();
        int current = register.asOf().getYear();
        int first = years.get(0).year();
        int last = years.get(years.size() - 1).year();
        String span = isOfYears ? "" : first == last ? first + "年的。" : first + "年至" + last + "年合计。";
        String note = last == current ? current + "年还没有过完。" : "";
        String rest = years.size() < register.years().size() ? "其余的年度还没有公开。" : "";
        String title = register.spec().name() + (isOfYears ? "历年对照" : "，按" + chart.along());
        return Optional.of(new Chart(
                "bars",
                chart.title().isEmpty() ? title : chart.title(),
                isOfYears ? "年" : chart.along(),
                chart.values(),
                rows,
                span + note + rest));
    }

    private static String quoted(Cell cell) {
        return cell.isEmpty() ? UNSTATED : "“" + cell.text() + "”";
    }

    private static boolean differs(List<BigDecimal> known) {
        return known.size() > 1
                && Collections.min(known).compareTo(Collections.max(known).multiply(ALIKE)) < 0;
    }

    private List<BigDecimal> known(String column, Map<String, List<Row>> parts) {
        return parts.values().stream()
                .flatMap(rows -> sum(column, rows).stream())
                .toList();
    }

    private Optional<BigDecimal> sum(String column, List<Row> rows) {
        return Row.sum(register.spec().column(column), rows);
    }

    private static ChartCell bar(BigDecimal value, BigDecimal longest, String unit) {
        ColumnType type = unit.equals(ColumnType.MONEY.unit()) ? ColumnType.MONEY : ColumnType.NUMBER;
        // A positive figure has a visible bar.
        int width = value.signum() <= 0
                ? 0
                : value.movePointRight(2)
                        .divide(longest, 0, RoundingMode.HALF_UP)
                        .max(BigDecimal.ONE)
                        .intValue();
        return ChartCell.bar(type.figure(value) + unit, width);
    }
}
