package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.RegisterModel.ChartCell;
import org.gongkai.feature.register.RegisterModel.ChartRow;
import org.gongkai.feature.register.model.ChartSpec;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.text.Period;

/**
 * Charts of attendance by period, by kind and group of meetings: a joint rate of meetings of 5 and of 19 persons would
 * be meaningless.
 */
record AttendanceChart(Register register, ChartSpec chart, int whole, int part, String title) {

    private static final BigDecimal HIGH = BigDecimal.valueOf(90);
    private static final BigDecimal MEDIUM = BigDecimal.valueOf(80);

    private static final String BLANK = "空着的没有公开的记录，不等于没有开展。";
    private static final String SIGNS = "不足80%的用粗体。" + BLANK;

    private static final String HELD = "“●”是开展1次，多次的写在后面。" + BLANK;

    /** Maximum number of meetings of a period that are listed individually. */
    private static final int LISTED = 3;

    /** @param chart whose values name the columns of the whole, the part and the percentage */
    AttendanceChart(Register register, ChartSpec chart) {
        this(
                register,
                chart,
                register.spec().column(chart.values().get(0)),
                register.spec().column(chart.values().get(1)),
                chart.values().get(2));
    }

    /** A kind of meetings, of a group or of the whole branch. */
    private record Subject(int kind, String name) {}

    /** Returns the number of meetings of each kind in each period, for registers that show no gaps. */
    static Optional<Chart> meetings(Register register, int year, Map<String, List<Row>> periods) {
        return grid(register, "各月次数", periods, HELD, (what, rows) -> held(what, rows, "#y" + year + "-rows"));
    }

    /** Returns what was held in each month of a year by several registers, and what was cancelled or put off. */
    static Optional<Chart> wall(List<Register> registers, int year) {
        List<ChartRow> lines = new ArrayList<>();
        List<Period> months = Period.of(year, 1);
        for (Register register : registers) {
            Map<String, List<Row>> periods = new LinkedHashMap<>();
            months.forEach(month -> periods.put(
                    month.label(),
                    register.years().stream()
                            .filter(part -> part.year() == year)
                            .flatMap(part -> part.rows().stream())
                            .filter(row -> row.day().filter(month::contains).isPresent())
                            .toList()));
            String page = register.address() + "#y" + year + "-rows";
            grid(register, "", periods, "", (what, rows) -> held(what, rows, page))
                    .ifPresent(chart -> lines.addAll(chart.rows()));
        }
        List<String> columns = months.stream().map(Period::label).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart("coverage", year + "年各月开展情况", "事项", columns, lines, HELD + "党费记在季度的最后一个月。"));
    }

    private static ChartCell held(String what, List<Row> rows, String page) {
        int held = (int) rows.stream().filter(Row::counts).count();
        if (held > 0) {
            return ChartCell.state(1, "held", CoverageChart.held(held), what + "，" + held + "次", page);
        }
        return rows.stream()
                .flatMap(row -> row.notHeld().stream())
                .findFirst()
                .map(other -> other.to().isPresent() || !other.instead().isEmpty() ? "改期" : "取消")
                .map(became -> ChartCell.state(1, "due", became, what + "，" + became, page))
                .orElseGet(() -> ChartCell.state(1, "none", "", null, null));
    }

    /** Returns the rates of the periods of a year; empty if no row has both numbers. */
    Optional<Chart> of(int year, Map<String, List<Row>> periods) {
        String note = "上面是" + title + "，下面是" + chart.values().get(1) + "/"
                + chart.values().get(0) + "（" + chart.unit() + "）。" + SIGNS;
        return periods.values().stream().anyMatch(this::isStated)
                ? grid(register, year + "年" + title, periods, note, (what, rows) -> each(rows))
                : Optional.empty();
    }

    /** Returns the rates of whole years; empty if fewer than two have any. */
    Optional<Chart> ofAllYears(Map<String, List<Row>> years) {
        Map<String, List<Row>> stated = new LinkedHashMap<>(years);
        stated.values().removeIf(rows -> !isStated(rows));
        return stated.size() < 2
                ? Optional.empty()
                : grid(
                        register,
                        title + "历年对照",
                        stated,
                        "上面是全年" + title + "，下面是写明数字的次数。" + SIGNS,
                        (what, rows) -> joint(rows));
    }

    private boolean isStated(List<Row> rows) {
        return rows.stream().anyMatch(this::isKnown);
    }

    /** @param cell creates a cell from the name of its column with its subject, and from the rows of both */
    private static Optional<Chart> grid(
            Register register,
            String title,
            Map<String, List<Row>> columns,
            String note,
            BiFunction<String, List<Row>, ChartCell> cell) {
        List<ChartRow> rows = columns.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> subjects(register, row))
                .distinct()
                .sorted(Comparator.comparing(Subject::kind).thenComparing(Subject::name))
                .map(subject -> new ChartRow(
                        subject.name(),
                        columns.entrySet().stream()
                                .map(column -> cell.apply(
                                        column.getKey() + subject.name(),
                                        column.getValue().stream()
                                                .filter(row ->
                                                        subjects(register, row).anyMatch(subject::equals))
                                                .toList()))
                                .toList()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart("coverage", title, "事项", List.copyOf(columns.keySet()), rows, note));
    }

    /** The kinds of a meeting in the order of the definition, each with every group that met. */
    private static Stream<Subject> subjects(Register register, Row row) {
        List<String> met = row.cell(register.spec(), "党小组").counted();
        List<String> groups = met.isEmpty() ? List.of("") : met;
        List<String> kinds = register.kinds(row);
        return (kinds.isEmpty() ? Stream.of(register.spec().name()) : kinds.stream()).flatMap(kind -> groups.stream()
                .map(group -> new Subject(register.spec().source().kinds().indexOf(kind), group + kind)));
    }

    private boolean isKnown(Row row) {
        return row.number(part).isPresent()
                && row.number(whole).filter(number -> number.signum() > 0).isPresent();
    }

    private BigDecimal rate(List<Row> known) {
        return ColumnType.percent(
                Row.sum(part, known).orElseThrow(), Row.sum(whole, known).orElseThrow());
    }

    /** The meetings of a period, each with its own rate. */
    private ChartCell each(List<Row> rows) {
        List<Row> known = rows.stream().filter(this::isKnown).toList();
        if (known.isEmpty()) {
            return unknown(rows);
        }
        List<BigDecimal> rates =
                known.stream().map(row -> rate(List.of(row))).sorted().toList();
        BigDecimal lowest = rates.get(0);
        if (rows.size() > LISTED) {
            return rate(lowest, text(lowest) + "至" + text(rates.get(rates.size() - 1)), rows.size() + "次");
        }
        return rate(
                lowest,
                rows.stream()
                        .map(row -> isKnown(row) ? text(rate(List.of(row))) : BarChart.UNKNOWN)
                        .collect(Collectors.joining("、")),
                known.stream()
                        .map(row -> row.cells().get(part).text() + "/"
                                + row.cells().get(whole).text())
                        .collect(Collectors.joining("、")));
    }

    /** The meetings of a year, of one kind and group, with a joint rate. */
    private ChartCell joint(List<Row> rows) {
        List<Row> known = rows.stream().filter(this::isKnown).toList();
        return known.isEmpty() ? unknown(rows) : rate(rate(known), text(rate(known)), known.size() + "次");
    }

    private static ChartCell unknown(List<Row> rows) {
        return rows.isEmpty()
                ? ChartCell.state(1, "rate none", "", null, null)
                : ChartCell.rate("unknown", BarChart.UNKNOWN, rows.size() + "次");
    }

    private static ChartCell rate(BigDecimal lowest, String text, String note) {
        return ChartCell.rate(
                lowest.compareTo(HIGH) >= 0 ? "high" : lowest.compareTo(MEDIUM) >= 0 ? "medium" : "low", text, note);
    }

    private static String text(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + "%";
    }
}
