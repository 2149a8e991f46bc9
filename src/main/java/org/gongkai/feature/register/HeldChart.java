package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.feature.register.RegisterModel.Chart;
import org.gongkai.feature.register.RegisterModel.ChartCell;
import org.gongkai.feature.register.RegisterModel.ChartRow;
import org.gongkai.feature.register.model.ColumnType;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.Register.Row;
import org.gongkai.text.Period;

/**
 * A chart of how often each kind of meetings was held in each month of a year, by groups, for readers who are not told
 * what is missing.
 *
 * @param page where the records are
 * @param isOfOne whether it is of this register alone, and tells the attendance too
 */
record HeldChart(Register register, String page, boolean isOfOne) {

    private static final String SIGN = "“●”是开展1次，多次的写在后面。";

    private static final String BLANK = "无公开记录，不代表未开展。";

    /** The template says these numbers beside the grounds that it has for them. */
    private static final BigDecimal HIGH = BigDecimal.valueOf(90);

    private static final BigDecimal MEDIUM = BigDecimal.valueOf(80);

    /** A kind of meetings, of a group or of the whole branch. */
    private record Subject(int kind, String name) {}

    /** Returns the chart of a year of a register; empty if nothing was held, or coverage tells as much. */
    static Optional<Chart> of(Register register, Register.Year year) {
        String page = "#y" + year.year() + "-rows";
        List<ChartRow> lines = new HeldChart(register, page, true).rows(year.year(), year.counted());
        boolean isRated = holds(lines, "%");
        return chart(isRated ? "各月到会率" : "各月次数", "", year.year(), lines).filter(it -> isRated || !register.showsGaps());
    }

    private static boolean holds(List<ChartRow> lines, String sign) {
        return lines.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.text()
                .contains(sign));
    }

    /** Returns what was held in each month of a year by several registers, and what was cancelled or put off. */
    static Optional<Chart> wall(List<Register> registers, int year) {
        List<ChartRow> lines = new ArrayList<>();
        for (Register register : registers) {
            List<Row> rows = register.years().stream()
                    .filter(part -> part.year() == year)
                    .flatMap(part -> part.rows().stream())
                    .toList();
            lines.addAll(new HeldChart(register, register.address() + "#y" + year + "-rows", false).rows(year, rows));
        }
        return chart(year + "年各月开展情况", "党费记在季度的最后一个月。", year, lines);
    }

    private static Optional<Chart> chart(String title, String note, int year, List<ChartRow> lines) {
        List<String> months = Period.of(year, 1).stream().map(Period::label).toList();
        return Optional.of(lines)
                .filter(it -> !it.isEmpty())
                .map(it -> new Chart("coverage", title, "事项", months, it, (holds(it, "●") ? SIGN : "") + note, BLANK));
    }

    private List<ChartRow> rows(int year, List<Row> rows) {
        List<Period> months = Period.of(year, 1);
        return rows.stream()
                .filter(row -> row.day().filter(day -> day.getYear() == year).isPresent())
                .flatMap(this::subjects)
                .distinct()
                .sorted(Comparator.comparing(Subject::kind).thenComparing(Subject::name))
                .map(subject -> new ChartRow(
                        subject.name(),
                        months.stream()
                                .map(month -> cell(
                                        month.label() + subject.name(),
                                        rows.stream()
                                                .filter(row -> row.day()
                                                        .filter(month::contains)
                                                        .isPresent())
                                                .filter(row -> subjects(row).anyMatch(subject::equals))
                                                .toList()))
                                .toList()))
                .toList();
    }

    private ChartCell cell(String what, List<Row> rows) {
        int held = (int) rows.stream().filter(Row::counts).count();
        Optional<BigDecimal> rate = rate(rows, held);
        if (rate.isPresent()) {
            String percent = rate.get().stripTrailingZeros().toPlainString() + "%";
            String tone =
                    rate.get().compareTo(HIGH) >= 0 ? "high" : rate.get().compareTo(MEDIUM) >= 0 ? "medium" : "low";
            String label = what + "，" + held + "次，到会率" + percent;
            return ChartCell.state(1, tone, (held > 1 ? held + "次" : "") + percent, label, page);
        }
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

    /** How many of those who should have come to meetings of one kind and group came; empty if not all state both. */
    private Optional<BigDecimal> rate(List<Row> rows, int held) {
        int whole = register.spec().column("应到");
        int part = register.spec().column("实到");
        List<Row> known = rows.stream()
                .filter(row -> isOfOne && row.counts() && whole >= 0 && part >= 0)
                .filter(row -> row.number(part).isPresent()
                        && row.number(whole)
                                .filter(number -> number.signum() > 0)
                                .isPresent())
                .toList();
        return Row.sum(part, known)
                .filter(came -> known.size() == held)
                .map(came -> ColumnType.percent(came, Row.sum(whole, known).orElseThrow()));
    }

    /** The kinds of a meeting in the order of the definition, each with every group that met. */
    private Stream<Subject> subjects(Row row) {
        List<String> met = row.cell(register.spec(), "党小组").counted();
        List<String> groups = met.isEmpty() ? List.of("") : met;
        List<String> kinds = register.kinds(row);
        return (kinds.isEmpty() ? Stream.of(register.spec().name()) : kinds.stream()).flatMap(kind -> groups.stream()
                .map(group -> new Subject(register.spec().source().kinds().indexOf(kind), group + kind)));
    }
}
