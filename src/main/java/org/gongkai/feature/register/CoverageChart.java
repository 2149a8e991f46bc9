package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.feature.register.chart.MatrixChart;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.render.model.RegisterModel;
import org.gongkai.text.Period;

/** Draws what was expected of the periods of years: done, missing or not due. */
final class CoverageChart {

    /** The years that the overview shows. */
    private static final int YEARS = 2;

    private CoverageChart() {}

    /** Draws all years of a register, the newest first, as far as there is room; empty if nothing is periodical. */
    static Optional<RegisterModel.Chart> of(Register register) {
        List<Coverage> years = register.years().stream()
                .map(year -> Coverage.of(year.year(), year.expected()))
                .filter(year -> !year.rows().isEmpty())
                .toList();
        String when = years.size() == 1 ? years.get(0).year() + "年" : "";
        return chart(when + register.spec().name() + "应开展与已开展", "每年的表列出各期的条目。", years, register.asOf(), "coverage");
    }

    /** Draws what all registers that say so expect of the newest years of which they expect anything, a chart for each year. */
    static List<RegisterModel.Chart> overview(List<Register> registers, LocalDate asOf) {
        return registers.stream()
                .filter(Register::showsGaps)
                .flatMap(register -> register.years().stream())
                .filter(year ->
                        year.expected().stream().anyMatch(it -> it.period().isPresent()))
                .map(Register.Year::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(YEARS)
                .flatMap(year -> chart(
                        year + "年应开展与已开展",
                        "下面的表列出各本台账，各本台账列出各期的条目。",
                        List.of(Coverage.of(year, expected(registers, year))),
                        asOf,
                        "coverage" + year)
                        .stream())
                .toList();
    }

    private static List<Expectation> expected(List<Register> registers, int wanted) {
        return registers.stream()
                .flatMap(register -> register.years().stream())
                .filter(year -> year.year() == wanted)
                .flatMap(year -> year.expected().stream())
                .toList();
    }

    private static Optional<RegisterModel.Chart> chart(
            String title, String description, List<Coverage> years, LocalDate asOf, String id) {
        int months = years.stream().mapToInt(Coverage::months).min().orElse(0);
        List<String> names = new ArrayList<>();
        List<List<MatrixChart.State>> states = new ArrayList<>();
        for (Coverage year : years) {
            for (Coverage.Row row : year.rows()) {
                if (names.size() < MatrixChart.MOST_ROWS) {
                    names.add(years.size() == 1 ? row.subject() : year.year() + " " + row.subject());
                    states.add(row.expected().stream()
                            .map(expected -> state(expected, asOf))
                            .toList());
                }
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        // A single column of a year would bear the name of one of several years.
        List<String> columns = months == 12
                ? List.of("全年")
                : Period.of(asOf.getYear(), months).stream().map(Period::label).toList();
        MatrixChart drawing = new MatrixChart(title, description, names, columns, states);
        return Optional.of(new RegisterModel.Chart(title, drawing.svg(id)));
    }

    private static MatrixChart.State state(Optional<Expectation> expected, LocalDate asOf) {
        if (expected.isEmpty()) {
            return MatrixChart.Open.NONE;
        }
        Expectation it = expected.get();
        if (it.done()) {
            return new MatrixChart.Done(Math.max(1, it.evidence().size()));
        }
        return it.isOverdue(asOf) ? MatrixChart.Open.MISSING : MatrixChart.Open.DUE;
    }
}
