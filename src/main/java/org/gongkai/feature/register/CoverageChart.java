package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.RegisterModel.ChartCell;
import org.gongkai.feature.register.RegisterModel.ChartRow;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/**
 * A chart of what is expected in each period of a year: held, missing or not due yet, in words and not by colours
 * alone.
 *
 * @param all address of the evidence of a period with several entries, or null
 */
record CoverageChart(int year, LocalDate asOf, String all) {

    /** Maximum number of subjects on a page; the files contain all. */
    private static final int ROWS = 200;

    /** The years that the overview shows. */
    static final int YEARS = 2;

    private static final String TITLE = "应开展与已开展";
    private static final String NOTE = "“●”表示已开展（几条记录写在后面），“缺”表示到期没有记录，“待”表示没有到期，“—”表示不要求。";

    /** Returns the chart of a year of a register; empty if nothing periodical is expected. */
    static Optional<Chart> of(Register register, Register.Year year) {
        return new CoverageChart(year.year(), register.asOf(), "#y" + year.year() + "-rows")
                .chart(TITLE, year.expected());
    }

    /** Returns the charts of the latest years of which any register that shows gaps expects something. */
    static List<Chart> overview(List<Register> registers, LocalDate asOf) {
        Map<Integer, List<Expectation>> years = new TreeMap<>(Comparator.reverseOrder());
        registers.stream()
                .filter(Register::showsGaps)
                .flatMap(register -> register.years().stream())
                .forEach(year -> years.computeIfAbsent(year.year(), it -> new ArrayList<>())
                        .addAll(year.expected()));
        return years.entrySet().stream()
                .flatMap(it -> new CoverageChart(it.getKey(), asOf, null)
                        .chart(it.getKey() + "年" + TITLE, it.getValue()).stream())
                .limit(YEARS)
                .toList();
    }

    private Optional<Chart> chart(String title, List<Expectation> expected) {
        Map<String, Map<Period, Expectation>> subjects = new LinkedHashMap<>();
        expected.forEach(it -> it.period()
                .ifPresent(period -> subjects.computeIfAbsent(it.subject(), subject -> new LinkedHashMap<>())
                        .put(period, it)));
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        int shortest =
                subjects.values().stream().mapToInt(CoverageChart::months).min().orElseThrow();
        List<ChartRow> rows = subjects.entrySet().stream()
                .limit(ROWS)
                .map(it -> new ChartRow(it.getKey(), cells(it.getKey(), it.getValue(), shortest)))
                .toList();
        List<String> columns =
                Period.of(year, shortest).stream().map(Period::label).toList();
        return Optional.of(new Chart("coverage", title, "事项", columns, rows, NOTE, null));
    }

    /** The length of the periods of a subject. */
    private static int months(Map<Period, Expectation> periods) {
        return periods.keySet().iterator().next().months();
    }

    private List<ChartCell> cells(String subject, Map<Period, Expectation> periods, int shortest) {
        int months = months(periods);
        return Period.of(year, months).stream()
                .map(period -> Optional.ofNullable(periods.get(period))
                        .map(expected -> cell(months / shortest, expected))
                        .orElseGet(() -> ChartCell.state(months / shortest, "none", "—", subject + "，不要求", null)))
                .toList();
    }

    private ChartCell cell(int span, Expectation expected) {
        List<Item> evidence = expected.evidence();
        int count = evidence.size();
        if (expected.done()) {
            return ChartCell.state(
                    span,
                    "done",
                    held(count),
                    expected.what() + "，" + count + "条",
                    count == 1 ? evidence.get(0).address() : all);
        }
        return expected.isOverdue(asOf)
                ? ChartCell.state(span, "missing", "缺", expected.what() + "，缺", null)
                : ChartCell.state(span, "due", "待", expected.what() + "，未到期", null);
    }

    /** Returns the sign of what was held, with the number if greater than one. */
    static String held(int count) {
        return count > 1 ? "●" + count : "●";
    }
}
