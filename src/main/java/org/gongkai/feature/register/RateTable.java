package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.register.Register.Row;
import org.gongkai.register.spec.RegisterSpec.ChartSpec;
import org.gongkai.text.Period;

/**
 * How many of those expected came, of each kind of meeting and of each group by itself: a joint rate of meetings of 5 and of
 * 19 persons would say nothing about either.
 */
final class RateTable {

    private static final String GROUP = "党小组";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HIGH = BigDecimal.valueOf(90);
    private static final BigDecimal MEDIUM = BigDecimal.valueOf(80);

    private static final String SIGNS = "“—”表示无公开记录，“未记录”表示有记录而没有写明数字。不足80%的用粗体。";

    /** The most meetings of a period that are listed one by one. */
    private static final int LISTED = 3;

    private final Register register;
    private final int whole;
    private final int part;
    private final String title;
    private final String note;

    /** @param chart whose values name the columns of the whole, the part and the percentage */
    RateTable(Register register, ChartSpec chart) {
        this.register = register;
        this.whole = register.spec().column(chart.values().get(0));
        this.part = register.spec().column(chart.values().get(1));
        this.title = chart.values().get(2);
        this.note = "上面是" + title + "，下面是" + chart.values().get(1) + "/"
                + chart.values().get(0) + "（" + chart.unit() + "）。" + SIGNS;
    }

    /** Returns the rates of a year; empty if no row has both numbers. */
    Optional<RegisterModel.Matrix> of(Register.Year year, int months) {
        if (year.rows().stream().noneMatch(this::isKnown)) {
            return Optional.empty();
        }
        List<Period> periods = Period.of(year.year(), months);
        List<RegisterModel.MatrixRow> rows = new ArrayList<>();
        subjects(year.rows())
                .forEach((subject, held) -> rows.add(new RegisterModel.MatrixRow(
                        subject,
                        periods.stream()
                                .map(period -> one(held.stream()
                                        .filter(row -> row.day()
                                                .filter(period::contains)
                                                .isPresent())
                                        .toList()))
                                .toList())));
        return Optional.of(new RegisterModel.Matrix(
                year.year() + "年" + title, periods.stream().map(Period::label).toList(), rows, note));
    }

    /** Returns the rates of whole years; empty if fewer than two have any. */
    Optional<RegisterModel.Matrix> ofAllYears() {
        List<Register.Year> years = new ArrayList<>(register.years());
        Collections.reverse(years);
        years.removeIf(year -> year.rows().stream().noneMatch(this::isKnown));
        if (years.size() < 2) {
            return Optional.empty();
        }
        List<Map<String, List<Row>>> held =
                years.stream().map(year -> subjects(year.rows())).toList();
        List<RegisterModel.MatrixRow> rows =
                subjects(years.stream().flatMap(year -> year.rows().stream()).toList()).keySet().stream()
                        .map(subject -> new RegisterModel.MatrixRow(
                                subject,
                                held.stream()
                                        .map(year -> joint(year.getOrDefault(subject, List.of())))
                                        .toList()))
                        .toList();
        return Optional.of(new RegisterModel.Matrix(
                title + "历年对照",
                years.stream().map(year -> year.year() + "年").toList(),
                rows,
                "上面是全年" + title + "，下面是写明数字的次数。" + SIGNS));
    }

    /** The rows of each kind and group, the kinds in the order of the definition. */
    private Map<String, List<Row>> subjects(List<Row> rows) {
        List<String> kinds = register.spec().source().kinds();
        int group = register.spec().column(GROUP);
        Map<Integer, Map<String, List<Row>>> found = new TreeMap<>();
        for (Row row : rows) {
            String kind = row.entries().stream()
                    .flatMap(item -> item.entry().kinds().stream())
                    .map(Kind::name)
                    .filter(kinds::contains)
                    .findFirst()
                    .orElse(register.spec().name());
            String of = group < 0 ? "" : row.cells().get(group).text();
            found.computeIfAbsent(kinds.indexOf(kind), it -> new TreeMap<>())
                    .computeIfAbsent(of + kind, it -> new ArrayList<>())
                    .add(row);
        }
        Map<String, List<Row>> subjects = new LinkedHashMap<>();
        found.values().forEach(subjects::putAll);
        return subjects;
    }

    private boolean isKnown(Row row) {
        return Stream.of(whole, part).allMatch(column -> row.cells().get(column) instanceof Cell.Number)
                && number(row, whole).signum() > 0;
    }

    private static BigDecimal number(Row row, int column) {
        return ((Cell.Number) row.cells().get(column)).value();
    }

    private BigDecimal rate(List<Row> rows) {
        return sum(rows, part).multiply(HUNDRED).divide(sum(rows, whole), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Row> rows, int column) {
        return rows.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The meetings of a period, each with its own rate. */
    private RegisterModel.State one(List<Row> rows) {
        List<BigDecimal> rates = rows.stream()
                .filter(this::isKnown)
                .map(row -> rate(List.of(row)))
                .sorted()
                .toList();
        if (rates.isEmpty()) {
            return unknown(rows);
        }
        if (rows.size() > LISTED) {
            return state(rates.get(0), text(rates.get(0)) + "至" + text(rates.get(rates.size() - 1)), count(rows));
        }
        List<String> texts = rows.stream()
                .map(row -> isKnown(row) ? text(rate(List.of(row))) : "未记录")
                .toList();
        List<String> persons = rows.stream()
                .filter(this::isKnown)
                .map(row -> row.cells().get(part).text() + "/"
                        + row.cells().get(whole).text())
                .toList();
        return state(rates.get(0), String.join("、", texts), String.join("、", persons));
    }

    /** The meetings of a year, of one kind and group, with a joint rate. */
    private RegisterModel.State joint(List<Row> rows) {
        List<Row> known = rows.stream().filter(this::isKnown).toList();
        return known.isEmpty() ? unknown(rows) : state(rate(known), text(rate(known)), count(known));
    }

    private static RegisterModel.State unknown(List<Row> rows) {
        return rows.isEmpty()
                ? new RegisterModel.State(1, "rate none", "—", "", "无公开记录", null)
                : new RegisterModel.State(1, "rate unknown", "未记录", "", null, null);
    }

    private static RegisterModel.State state(BigDecimal lowest, String text, String note) {
        String tone =
                lowest.compareTo(HIGH) >= 0 ? "rate high" : lowest.compareTo(MEDIUM) >= 0 ? "rate medium" : "rate low";
        return new RegisterModel.State(1, tone, text, note, null, null);
    }

    private static String count(List<Row> rows) {
        return rows.size() + "次";
    }

    private static String text(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString() + "%";
    }
}
