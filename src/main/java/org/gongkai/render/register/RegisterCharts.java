package org.gongkai.render.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Period;
import org.gongkai.register.Register;
import org.gongkai.register.Register.Row;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.RegisterSpec.ChartSpec;
import org.gongkai.register.spec.RegisterSpec.ChartType;
import org.gongkai.render.chart.BarChart;
import org.gongkai.render.chart.TimelineChart;

/** Draws the years of a register; the tables of its page say the same. */
final class RegisterCharts {

    private static final String DESCRIPTION = "下面的表列出全部数值。";
    private static final Map<String, Integer> MONTHS = Map.of("月", 1, "季度", 3, "半年", 6);

    private final Register register;
    private final String name;

    RegisterCharts(Register register) {
        this.register = register;
        this.name = register.spec().name();
    }

    /** Returns the drawing of a year; empty if nothing is to be drawn. */
    Optional<String> svg(Register.Year year) {
        Optional<ChartSpec> chart = register.spec().chart();
        if (chart.isEmpty() || year.rows().isEmpty()) {
            return Optional.empty();
        }
        return switch (chart.get().type()) {
            case BARS -> MONTHS.containsKey(chart.get().along()) ? bars(chart.get(), year) : Optional.empty();
            case TIMELINE -> timeline(year);
            case MATRIX -> Optional.empty();
        };
    }

    /** Returns the drawing of all years; empty if there is only one or nothing is to be drawn. */
    Optional<String> svg() {
        List<Register.Year> years = new ArrayList<>(register.years());
        Collections.reverse(years);
        years.removeIf(year -> year.rows().isEmpty());
        return register.spec()
                .chart()
                .filter(chart -> chart.type() == ChartType.BARS)
                .filter(chart -> years.size() > 1 && years.size() <= BarChart.MOST_CATEGORIES)
                .map(chart -> new BarChart(
                                name + "历年对照",
                                DESCRIPTION,
                                unit(chart),
                                years.stream().map(year -> year.year() + "年").toList(),
                                chart.values().stream()
                                        .map(column -> new BarChart.Series(
                                                column,
                                                years.stream()
                                                        .map(year -> sum(column, year.rows()))
                                                        .toList()))
                                        .toList())
                        .svg("all"));
    }

    private Optional<String> bars(ChartSpec chart, Register.Year year) {
        List<Period> periods = Period.of(year.year(), MONTHS.get(chart.along()));
        BarChart drawing = new BarChart(
                year.year() + "年" + name,
                DESCRIPTION,
                unit(chart),
                periods.stream().map(Period::label).toList(),
                chart.values().stream()
                        .map(column -> new BarChart.Series(
                                column,
                                periods.stream()
                                        .map(period -> sum(column, within(period, year.rows())))
                                        .toList()))
                        .toList());
        return Optional.of(drawing.svg("c" + year.year()));
    }

    private static List<Row> within(Period period, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.day().filter(period::contains).isPresent())
                .toList();
    }

    private Optional<BigDecimal> sum(String column, List<Row> rows) {
        int index = register.spec().column(column);
        return rows.stream()
                .map(row -> row.cells().get(index))
                .filter(Cell.Number.class::isInstance)
                .map(cell -> ((Cell.Number) cell).value())
                .filter(value -> value.signum() >= 0)
                .reduce(BigDecimal::add);
    }

    private String unit(ChartSpec chart) {
        return register.columns()
                                .get(register.spec().column(chart.values().get(0)))
                                .type()
                        == ColumnSpec.Type.MONEY
                ? "元"
                : "";
    }

    /** A bar for each thing that is to be done, from the first day of the year or the day of its entry. */
    private Optional<String> timeline(Register.Year year) {
        LocalDate from = LocalDate.of(year.year(), 1, 1);
        LocalDate to = LocalDate.of(year.year(), 12, 31);
        List<TimelineChart.Bar> bars = year.expected().stream()
                .limit(TimelineChart.MOST_BARS)
                .map(expected -> bar(expected, from))
                .toList();
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimelineChart(year.year() + "年" + name, DESCRIPTION, from, to, bars, register.asOf())
                        .svg("c" + year.year()));
    }

    private TimelineChart.Bar bar(Expectation expected, LocalDate first) {
        LocalDate begun = expected.evidence().stream()
                .map(item -> item.entry().dates())
                .map(dates -> dates.signed().orElse(dates.published().toLocalDate()))
                .filter(day -> day.isAfter(first) && !day.isAfter(expected.due()))
                .findFirst()
                .orElse(first);
        TimelineChart.State state = expected.done()
                ? TimelineChart.State.DONE
                : expected.isOverdue(register.asOf()) ? TimelineChart.State.OVERDUE : TimelineChart.State.RUNNING;
        return new TimelineChart.Bar(
                expected.subject(), begun.isAfter(expected.due()) ? expected.due() : begun, expected.due(), state);
    }
}
