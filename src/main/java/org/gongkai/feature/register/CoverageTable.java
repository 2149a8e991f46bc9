package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.register.spec.RegisterSpec;
import org.gongkai.register.spec.RegisterSpec.ChartType;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/** What was done in each period of a year: held, missing, not due yet; words tell it, not colours alone. */
final class CoverageTable {

    /** The most subjects on a page; the files have all. */
    private static final int ROWS = 200;

    /** The years that the overview shows. */
    private static final int YEARS = 2;

    private static final String HELD = "●";
    private static final String EXPECTED_NOTE = "“●”表示已开展（几条记录写在后面），“缺”表示到期没有记录，“待”表示没有到期，“—”表示不要求。";
    private static final String HELD_NOTE = "“●”表示开展1次（多次的写在后面），“—”表示无公开记录。";

    private CoverageTable() {}

    /** Returns the table of a year of a register; empty if nothing of it is periodical. */
    static Optional<RegisterModel.Matrix> of(Register register, Register.Year year) {
        return register.showsGaps()
                ? expected("应开展与已开展", year.year(), year.expected(), register.asOf(), "#y" + year.year() + "-rows")
                : held(register, year);
    }

    /** Returns what all registers that say so expect of the newest years of which they expect anything, a table for each year. */
    static List<RegisterModel.Matrix> overview(List<Register> registers, LocalDate asOf) {
        List<Register.Year> years = registers.stream()
                .filter(Register::showsGaps)
                .flatMap(register -> register.years().stream())
                .toList();
        return years.stream()
                .filter(year ->
                        year.expected().stream().anyMatch(it -> it.period().isPresent()))
                .map(Register.Year::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(YEARS)
                .flatMap(year -> expected(year + "年应开展与已开展", year, expected(years, year), asOf, null).stream())
                .toList();
    }

    private static List<Expectation> expected(List<Register.Year> years, int wanted) {
        return years.stream()
                .filter(year -> year.year() == wanted)
                .flatMap(year -> year.expected().stream())
                .toList();
    }

    /** How often each kind was recorded in each month; nothing is said of what should have been. */
    private static Optional<RegisterModel.Matrix> held(Register register, Register.Year year) {
        if (register.spec().charts().stream().noneMatch(chart -> chart.type() == ChartType.MATRIX)
                || !register.spec().counts().equals(List.of(RegisterSpec.KIND))) {
            return Optional.empty();
        }
        List<Period> months = Period.of(year.year(), 1);
        List<Map<String, BigDecimal>> counts =
                months.stream().map(month -> register.totals(year, month)).toList();
        List<RegisterModel.MatrixRow> rows = register.spec().source().kinds().stream()
                .filter(kind -> year.totals().get(kind).signum() > 0)
                .map(kind -> new RegisterModel.MatrixRow(
                        kind,
                        IntStream.range(0, months.size())
                                .mapToObj(i -> count(
                                        months.get(i).label() + kind,
                                        counts.get(i).get(kind).intValue(),
                                        year.year()))
                                .toList()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegisterModel.Matrix(
                        "各月次数", months.stream().map(Period::label).toList(), rows, HELD_NOTE));
    }

    private static RegisterModel.State count(String what, int count, int year) {
        return count == 0
                ? RegisterModel.State.none(1, what + "，无公开记录")
                : new RegisterModel.State(1, "held", held(count), "", what + "，" + count + "次", "#y" + year + "-rows");
    }

    private static String held(int count) {
        return count > 1 ? HELD + count : HELD;
    }

    /** @param all where the evidence of a period stands if it is several entries, or null */
    private static Optional<RegisterModel.Matrix> expected(
            String caption, int year, List<Expectation> expected, LocalDate asOf, String all) {
        Map<String, Map<Period, Expectation>> subjects = new LinkedHashMap<>();
        expected.forEach(it -> it.period()
                .ifPresent(period -> subjects.computeIfAbsent(it.subject(), subject -> new LinkedHashMap<>())
                        .put(period, it)));
        int shortest =
                subjects.values().stream().mapToInt(CoverageTable::months).min().orElse(0);
        return subjects.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegisterModel.Matrix(
                        caption,
                        Period.of(year, shortest).stream().map(Period::label).toList(),
                        subjects.entrySet().stream()
                                .limit(ROWS)
                                .map(it -> new RegisterModel.MatrixRow(
                                        it.getKey(),
                                        Period.of(year, months(it.getValue())).stream()
                                                .map(period -> state(
                                                        it.getKey(),
                                                        Optional.ofNullable(
                                                                it.getValue().get(period)),
                                                        months(it.getValue()) / shortest,
                                                        asOf,
                                                        all))
                                                .toList()))
                                .toList(),
                        EXPECTED_NOTE));
    }

    /** The length of the periods of a subject. */
    private static int months(Map<Period, Expectation> periods) {
        return periods.keySet().iterator().next().months();
    }

    private static RegisterModel.State state(
            String subject, Optional<Expectation> expected, int span, LocalDate asOf, String all) {
        return expected.map(it -> state(it, asOf, span, all))
                .orElseGet(() -> RegisterModel.State.none(span, subject + "，不要求"));
    }

    private static RegisterModel.State state(Expectation expected, LocalDate asOf, int span, String all) {
        List<Item> evidence = expected.evidence();
        if (expected.done()) {
            return new RegisterModel.State(
                    span,
                    "done",
                    held(evidence.size()),
                    "",
                    expected.what() + "，" + evidence.size() + "条",
                    evidence.size() == 1 ? evidence.get(0).address() : all);
        }
        boolean overdue = expected.isOverdue(asOf);
        return new RegisterModel.State(
                span,
                overdue ? "missing" : "due",
                overdue ? "缺" : "待",
                "",
                expected.what() + (overdue ? "，缺" : "，未到期"),
                null);
    }
}
