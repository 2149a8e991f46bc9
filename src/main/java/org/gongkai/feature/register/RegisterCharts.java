package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.register.Register.Row;
import org.gongkai.register.spec.RegisterSpec.ChartSpec;
import org.gongkai.register.spec.RegisterSpec.ChartType;
import org.gongkai.text.Period;

/** Compares the figures of a register; the tables of its page say the same. */
final class RegisterCharts {

    private static final String UNRECORDED = "其余时间无公开记录";

    private final Register register;
    private final String name;

    RegisterCharts(Register register) {
        this.register = register;
        this.name = register.spec().name();
    }

    /** Returns the charts of a year. */
    List<RegisterModel.Chart> of(Register.Year year) {
        return register.spec().charts().stream()
                .flatMap(chart -> switch (chart.type()) {
                    case BARS -> bars(chart, year).stream();
                    case TIMELINE -> tasks(year).stream();
                    case MATRIX, RATES -> Stream.<RegisterModel.Chart>empty();
                })
                .toList();
    }

    /** Returns the tables of rates of a year, by months or longer periods. */
    List<RegisterModel.Matrix> rates(Register.Year year) {
        return charts(ChartType.RATES)
                .flatMap(chart -> chart.months().stream()
                        .flatMap(months -> new RateTable(register, chart).of(year, months).stream()))
                .toList();
    }

    /** Returns the charts of all years; of those that state no number there is nothing to compare. */
    List<RegisterModel.Chart> ofAllYears() {
        return charts(ChartType.BARS)
                .filter(ChartSpec::isAlongTime)
                .flatMap(chart -> comparison(chart).stream())
                .toList();
    }

    /** Returns the tables of rates of all years. */
    List<RegisterModel.Matrix> ratesOfAllYears() {
        return charts(ChartType.RATES)
                .flatMap(chart -> new RateTable(register, chart).ofAllYears().stream())
                .toList();
    }

    private Stream<ChartSpec> charts(ChartType type) {
        return register.spec().charts().stream().filter(chart -> chart.type() == type);
    }

    private Optional<RegisterModel.Chart> comparison(ChartSpec chart) {
        List<Register.Year> years = new ArrayList<>(register.years());
        Collections.reverse(years);
        years.removeIf(year -> chart.values().stream()
                .allMatch(column -> sum(column, year.rows()).isEmpty()));
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        years.forEach(year -> parts.put(year.year() + "年", year.rows()));
        String rest = years.size() < register.years().size() ? UNRECORDED : "";
        return years.size() < 2
                ? Optional.empty()
                : chart(new BarTable(name + "历年对照", "年", true, chart.unit(), rest), chart, parts);
    }

    private Optional<RegisterModel.Chart> bars(ChartSpec chart, Register.Year year) {
        String along = chart.along();
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        if (!chart.isAlongTime()) {
            int column = register.spec().column(along);
            year.rows().forEach(row -> parts.computeIfAbsent(quoted(row.cells().get(column)), it -> new ArrayList<>())
                    .add(row));
            String title = year.year() + "年" + name + "，按" + along;
            return chart(new BarTable(title, along, false, chart.unit(), ""), chart, parts);
        }
        List<Period> periods = chart.months().map(months -> Period.of(year.year(), months)).stream()
                .flatMap(List::stream)
                .filter(period -> !period.from().isAfter(register.asOf()))
                .toList();
        periods.forEach(period -> parts.put(
                period.label(),
                year.rows().stream()
                        .filter(row -> row.day().filter(period::contains).isPresent())
                        .toList()));
        parts.values().removeIf(List::isEmpty);
        String rest = parts.size() < periods.size() ? UNRECORDED : "";
        return chart(new BarTable(year.year() + "年各" + along + name, along, true, chart.unit(), rest), chart, parts);
    }

    private static String quoted(Cell cell) {
        return cell.isEmpty() ? "未记录" : "“" + cell.text() + "”";
    }

    private Optional<RegisterModel.Chart> chart(BarTable table, ChartSpec chart, Map<String, List<Row>> parts) {
        return table.chart(
                List.copyOf(parts.keySet()),
                chart.values().stream()
                        .map(column -> new BarTable.Series(
                                column,
                                parts.values().stream()
                                        .map(rows -> sum(column, rows))
                                        .toList()))
                        .toList());
    }

    private Optional<BigDecimal> sum(String column, List<Row> rows) {
        int index = register.spec().column(column);
        return rows.stream()
                .map(row -> row.cells().get(index))
                .filter(Cell.Number.class::isInstance)
                .map(cell -> ((Cell.Number) cell).value())
                .reduce(BigDecimal::add);
    }

    /** How much of what is to be done falls due in each month; a public register has only what is still to be done. */
    private Optional<RegisterModel.Chart> tasks(Register.Year year) {
        Map<String, List<Expectation>> months = new LinkedHashMap<>();
        for (Period month : Period.of(year.year(), 1)) {
            months.put(
                    month.label(),
                    year.expected().stream()
                            .filter(it -> month.contains(it.due()))
                            .toList());
        }
        boolean isWhole = !months.values().removeIf(List::isEmpty);
        return new BarTable(year.year() + "年各月到期的" + name, "月", true, "项", isWhole ? "" : "其余月份没有到期的事项")
                .chart(
                        List.copyOf(months.keySet()),
                        register.showsGaps()
                                ? List.of(count("到期事项", months, it -> true), count("已完成事项", months, Expectation::done))
                                : List.of(count("待完成事项", months, it -> true)));
    }

    private static BarTable.Series count(
            String name, Map<String, List<Expectation>> months, Predicate<Expectation> counted) {
        return new BarTable.Series(
                name,
                months.values().stream()
                        .map(due -> Optional.of(
                                BigDecimal.valueOf(due.stream().filter(counted).count())))
                        .toList());
    }
}
