package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.model.ChartSpec;
import org.gongkai.feature.register.model.ChartSpec.ChartType;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.output.table.Cell;
import org.gongkai.text.Period;

/** The charts of a register, whose figures are also in the tables of its page. */
record RegisterCharts(Register register) {

    private static final String UNRECORDED = "其余的还没有公开";

    /** Returns the charts of a year: meetings and attendance, then figures. */
    List<Chart> of(Register.Year year) {
        List<Chart> rates = charts(ChartType.RATES)
                .flatMap(chart -> chart.months().stream().flatMap(months -> new AttendanceChart(register, chart)
                        .of(year.year(), byPeriod(year, Period.of(year.year(), months))).stream()))
                .toList();
        Stream<Chart> figures = register.spec().charts().stream().flatMap(chart -> switch (chart.type()) {
            case BARS -> bars(chart, year).stream();
            case TIMELINE -> register.showsGaps() ? tasks(year).stream() : Stream.empty();
            case MATRIX, RATES -> Stream.empty();
        });
        return Stream.of(held(year, rates).stream(), rates.stream(), figures)
                .flatMap(Function.identity())
                .toList();
    }

    /** The coverage; for registers that show no gaps the numbers of meetings, unless rates contain these. */
    private Optional<Chart> held(Register.Year year, List<Chart> rates) {
        if (register.showsGaps()) {
            return CoverageChart.of(register, year);
        }
        boolean isCounted = register.spec().named().counts().equals(List.of(RegisterSpec.KIND))
                && charts(ChartType.MATRIX).findAny().isPresent();
        return isCounted && rates.isEmpty()
                ? AttendanceChart.meetings(register, year.year(), byPeriod(year, Period.of(year.year(), 1)))
                : Optional.empty();
    }

    /** Returns the charts that compare years. */
    List<Chart> ofAllYears() {
        Map<String, List<Row>> years = new LinkedHashMap<>();
        register.years().stream()
                .sorted(Comparator.comparing(Register.Year::year))
                .forEach(year -> years.put(year.year() + "年", year.counted()));
        return Stream.concat(
                        charts(ChartType.RATES)
                                .flatMap(chart -> new AttendanceChart(register, chart).ofAllYears(years).stream()),
                        charts(ChartType.BARS)
                                .filter(ChartSpec::isAlongTime)
                                .flatMap(chart -> comparison(chart, years).stream()))
                .toList();
    }

    private Stream<ChartSpec> charts(ChartType type) {
        return register.spec().charts().stream().filter(chart -> chart.type() == type);
    }

    private static Map<String, List<Row>> byPeriod(Register.Year year, List<Period> periods) {
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        periods.forEach(period -> parts.put(
                period.label(),
                year.counted().stream()
                        .filter(row -> row.day().filter(period::contains).isPresent())
                        .toList()));
        return parts;
    }

    private Optional<Chart> comparison(ChartSpec chart, Map<String, List<Row>> years) {
        Map<String, List<Row>> stated = new LinkedHashMap<>(years);
        stated.values().removeIf(rows -> chart.values().stream()
                .allMatch(column -> sum(column, rows).isEmpty()));
        String rest = Stream.concat(
                        until(chart).stream(), Stream.of(UNRECORDED).filter(it -> stated.size() < years.size()))
                .collect(Collectors.joining("，"));
        return stated.size() < 2
                ? Optional.empty()
                : chart(new BarChart(name() + "历年对照", "年", true, chart.unit(), rest), chart, stated);
    }

    /** Until when the figures of the year go that is not over. */
    private Optional<String> until(ChartSpec chart) {
        int current = register.asOf().getYear();
        return chart.months().flatMap(months -> register.years().stream()
                .filter(year -> year.year() == current)
                .flatMap(year -> byPeriod(year, Period.of(current, months)).entrySet().stream())
                .filter(part -> !part.getValue().isEmpty())
                .reduce((one, other) -> other)
                .map(last -> current + "年计到" + last.getKey()));
    }

    private Optional<Chart> bars(ChartSpec chart, Register.Year year) {
        String along = chart.along();
        if (!chart.isAlongTime()) {
            Map<String, List<Row>> parts = new LinkedHashMap<>();
            int column = register.spec().column(along);
            List<Row> told = year.counted().stream()
                    .filter(row -> chart.values().stream()
                            .anyMatch(name ->
                                    row.number(register.spec().column(name)).isPresent()
                                            || row.adjustment().isEmpty()))
                    .toList();
            told.forEach(row -> parts.computeIfAbsent(quoted(row.cells().get(column)), it -> new ArrayList<>())
                    .add(row));
            String title = year.year() + "年" + name() + "，按" + along;
            // What all rows say stands below their table, and its sum in it.
            return parts.size() < 2
                    ? Optional.empty()
                    : chart(new BarChart(title, along, false, chart.unit(), ""), chart, parts);
        }
        List<Period> begun = chart.months().map(months -> Period.of(year.year(), months)).stream()
                .flatMap(List::stream)
                .filter(period -> !period.from().isAfter(register.asOf()))
                .toList();
        Map<String, List<Row>> parts = byPeriod(year, begun);
        String rest = parts.values().removeIf(List::isEmpty) ? UNRECORDED : "";
        return chart(new BarChart(year.year() + "年各" + along + name(), along, true, chart.unit(), rest), chart, parts);
    }

    private String name() {
        return register.spec().name();
    }

    private static String quoted(Cell cell) {
        return cell.isEmpty() ? "未写明" : "“" + cell.text() + "”";
    }

    private Optional<Chart> chart(BarChart table, ChartSpec chart, Map<String, List<Row>> parts) {
        chart.values().forEach(column -> table.add(column, parts, rows -> sum(column, rows)));
        return table.chart(parts.keySet());
    }

    private Optional<BigDecimal> sum(String column, List<Row> rows) {
        return Row.sum(register.spec().column(column), rows);
    }

    /** The number of tasks by the month in which they are due. */
    private Optional<Chart> tasks(Register.Year year) {
        Map<String, List<Expectation>> months = new LinkedHashMap<>();
        Period.of(year.year(), 1)
                .forEach(month -> months.put(
                        month.label(),
                        year.expected().stream()
                                .filter(it -> month.contains(it.due()))
                                .toList()));
        String rest = months.values().removeIf(List::isEmpty) ? "其余月份没有待办结的事项" : "";
        BarChart table = new BarChart(year.year() + "年各月到期的" + name(), "月", true, "项", rest);
        table.add("到期事项", months, due -> count(due, it -> true));
        table.add("已完成事项", months, due -> count(due, Expectation::done));
        return table.chart(months.keySet());
    }

    private static Optional<BigDecimal> count(List<Expectation> due, Predicate<Expectation> counted) {
        return Optional.of(BigDecimal.valueOf(due.stream().filter(counted).count()));
    }
}
