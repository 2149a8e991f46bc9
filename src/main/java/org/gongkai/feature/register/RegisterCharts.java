package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gongkai.feature.register.chart.BarChart;
import org.gongkai.feature.register.chart.TimelineChart;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.register.Register.Row;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.RegisterSpec.ChartSpec;
import org.gongkai.render.model.RegisterModel;
import org.gongkai.text.Period;

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

    /** Returns the drawings of a year. */
    List<RegisterModel.Chart> of(Register.Year year) {
        return year.rows().isEmpty()
                ? List.of()
                : drawn((chart, number) -> svg(chart, year, "c" + year.year() + number));
    }

    /** Returns the drawings of all years. */
    List<RegisterModel.Chart> ofAllYears() {
        return drawn((chart, number) -> switch (chart.type()) {
            case BARS -> comparison(chart, "all" + number);
            case MATRIX -> register.showsGaps() ? CoverageChart.of(register) : Optional.empty();
            case TIMELINE -> Optional.empty();
        });
    }

    private List<RegisterModel.Chart> drawn(BiFunction<ChartSpec, String, Optional<RegisterModel.Chart>> drawing) {
        List<ChartSpec> charts = register.spec().charts();
        List<RegisterModel.Chart> drawn = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            drawing.apply(charts.get(i), i == 0 ? "" : "-" + i).ifPresent(drawn::add);
        }
        return List.copyOf(drawn);
    }

    private Optional<RegisterModel.Chart> svg(ChartSpec chart, Register.Year year, String id) {
        return switch (chart.type()) {
            case BARS -> MONTHS.containsKey(chart.along()) ? bars(chart, year, id) : Optional.empty();
            case TIMELINE -> timeline(year, id);
            case MATRIX -> Optional.empty();
        };
    }

    /** Bars of all years that say a number; empty if there is only one. */
    private Optional<RegisterModel.Chart> comparison(ChartSpec chart, String id) {
        List<Register.Year> years = new ArrayList<>(register.years());
        Collections.reverse(years);
        years.removeIf(year -> chart.values().stream()
                .allMatch(column -> sum(column, year.rows()).isEmpty()));
        if (years.size() < 2 || years.size() > BarChart.MOST_CATEGORIES) {
            return Optional.empty();
        }
        BarChart drawing = new BarChart(
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
                        .toList());
        return shown(drawing, id);
    }

    private Optional<RegisterModel.Chart> bars(ChartSpec chart, Register.Year year, String id) {
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
        return shown(drawing, id);
    }

    /** Nothing is drawn where no row says a number. */
    private static Optional<RegisterModel.Chart> shown(BarChart drawing, String id) {
        boolean isEmpty = drawing.series().stream()
                .flatMap(series -> series.values().stream())
                .allMatch(Optional::isEmpty);
        return isEmpty ? Optional.empty() : Optional.of(new RegisterModel.Chart(drawing.title(), drawing.svg(id)));
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
    private Optional<RegisterModel.Chart> timeline(Register.Year year, String id) {
        LocalDate from = LocalDate.of(year.year(), 1, 1);
        LocalDate to = LocalDate.of(year.year(), 12, 31);
        List<TimelineChart.Bar> bars = year.expected().stream()
                .limit(TimelineChart.MOST_BARS)
                .map(expected -> bar(expected, from))
                .toList();
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        TimelineChart drawing =
                new TimelineChart(year.year() + "年" + name, DESCRIPTION, from, to, bars, register.asOf());
        return Optional.of(new RegisterModel.Chart(drawing.title(), drawing.svg(id)));
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
