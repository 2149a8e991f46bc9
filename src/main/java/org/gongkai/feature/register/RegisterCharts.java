package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.RegisterModel.ChartCell;
import org.gongkai.feature.register.RegisterModel.ChartRow;
import org.gongkai.feature.register.model.ChartSpec;
import org.gongkai.feature.register.model.ChartSpec.ChartType;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.output.table.Cell;

/** The charts of a register: what was held in each period of a year with its attendance, and what figures were for. */
record RegisterCharts(Register register) {

    private static final String UNSTATED = "未写明";

    /** Returns the coverage of a year, if gaps are shown, and what was held with its attendance. */
    List<Chart> of(Register.Year year) {
        boolean isCounted = register.spec().named().counts().equals(List.of(RegisterSpec.KIND))
                && charts(ChartType.MATRIX).findAny().isPresent();
        Optional<Chart> coverage = register.showsGaps() ? CoverageChart.of(register, year) : Optional.empty();
        Optional<Chart> held = isCounted ? HeldChart.of(register, year) : Optional.empty();
        return Stream.concat(coverage.stream(), held.stream()).toList();
    }

    /** Returns what the figures of all years were for. */
    List<Chart> ofAllYears() {
        return charts(ChartType.BARS).flatMap(chart -> bars(chart).stream()).toList();
    }

    private Stream<ChartSpec> charts(ChartType type) {
        return register.spec().charts().stream().filter(chart -> chart.type() == type);
    }

    private Optional<Chart> bars(ChartSpec chart) {
        int column = register.spec().column(chart.value());
        TreeSet<Integer> years = new TreeSet<>();
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (int i = register.years().size() - 1; i >= 0; i--) {
            Register.Year year = register.years().get(i);
            year.counted().forEach(row -> row.number(column).ifPresent(number -> {
                years.add(year.year());
                parts.merge(quoted(row.cell(register.spec(), chart.along())), number, BigDecimal::add);
            }));
        }
        if (parts.keySet().stream().allMatch(UNSTATED::equals)) {
            return Optional.empty();
        }
        BigDecimal longest = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        List<ChartRow> rows = parts.entrySet().stream()
                .map(part -> new ChartRow(part.getKey(), List.of(bar(part.getValue(), longest, chart.unit()))))
                .toList();
        String span = years.size() == 1 ? years.first() + "年的。" : years.first() + "年至" + years.last() + "年合计。";
        String note = years.last() == register.asOf().getYear() ? years.last() + "年尚未结束。" : "";
        String rest = years.size() < register.years().size() ? "其余的年度还没有公开。" : "";
        String title = chart.title().isEmpty() ? register.spec().name() + "，按" + chart.along() : chart.title();
        return Optional.of(
                new Chart("bars", title, chart.along(), List.of(chart.value()), rows, span + note + rest, null));
    }

    private static String quoted(Cell cell) {
        return cell.isEmpty() ? UNSTATED : "“" + cell.text() + "”";
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
