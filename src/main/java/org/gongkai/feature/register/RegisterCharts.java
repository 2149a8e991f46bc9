package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

/** The charts of a register: what was held in each period of a year, and figures of one year beside those of others. */
record RegisterCharts(Register register) {

    /** Shown for a figure that no entry states, which is not 0. */
    private static final String UNKNOWN = "未提供数据";

    /** Ratio of the shortest bar to the longest from which bars show nothing. */
    private static final BigDecimal ALIKE = new BigDecimal("0.9");

    /** Returns the coverage of a year; for registers that show no gaps what was held. */
    Optional<Chart> of(Register.Year year) {
        if (register.showsGaps()) {
            return CoverageChart.of(register, year);
        }
        boolean isCounted = register.spec().named().counts().equals(List.of(RegisterSpec.KIND))
                && charts(ChartType.MATRIX).findAny().isPresent();
        return isCounted ? HeldChart.of(register, year) : Optional.empty();
    }

    /** Returns the charts that compare years. */
    List<Chart> ofAllYears() {
        return charts(ChartType.BARS).flatMap(chart -> bars(chart).stream()).toList();
    }

    private Stream<ChartSpec> charts(ChartType type) {
        return register.spec().charts().stream().filter(chart -> chart.type() == type);
    }

    private Optional<Chart> bars(ChartSpec chart) {
        List<Register.Year> years = register.years().stream()
                .filter(year -> chart.values().stream()
                        .anyMatch(column -> sum(column, year).isPresent()))
                .sorted(Comparator.comparing(Register.Year::year))
                .toList();
        if (chart.values().stream().noneMatch(column -> differs(column, years))) {
            return Optional.empty();
        }
        BigDecimal longest = chart.values().stream()
                .flatMap(column -> known(column, years).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        List<ChartRow> rows = years.stream()
                .map(year -> new ChartRow(
                        year.year() + "年",
                        chart.values().stream()
                                .map(column -> sum(column, year)
                                        .map(value -> bar(value, longest, chart.unit()))
                                        .orElse(ChartCell.bar(UNKNOWN, 0)))
                                .toList()))
                .toList();
        int current = register.asOf().getYear();
        String note = years.stream().anyMatch(year -> year.year() == current) ? current + "年还没有过完。" : "";
        String rest = years.size() < register.years().size() ? "其余的年度还没有公开。" : "";
        return Optional.of(new Chart("bars", register.spec().name() + "历年对照", "年", chart.values(), rows, note + rest));
    }

    private boolean differs(String column, List<Register.Year> years) {
        List<BigDecimal> known = known(column, years);
        return known.size() > 1
                && Collections.min(known).compareTo(Collections.max(known).multiply(ALIKE)) < 0;
    }

    private List<BigDecimal> known(String column, List<Register.Year> years) {
        return years.stream().flatMap(year -> sum(column, year).stream()).toList();
    }

    private Optional<BigDecimal> sum(String column, Register.Year year) {
        return Row.sum(register.spec().column(column), year.counted());
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
