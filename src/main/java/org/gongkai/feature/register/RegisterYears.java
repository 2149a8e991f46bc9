package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.ExpectationSpec;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;
import org.gongkai.text.MoneyText;
import org.gongkai.text.Period;

/** Builds the parts of a register's page, one for each year. */
final class RegisterYears {

    /** The most lines of what is missing, on a page; the files have all. */
    private static final int ROWS = 200;

    private final Register register;

    private final Site site;

    /** @param site what names a public entry leads to, and what the numbers in 目录项 mean */
    RegisterYears(Register register, Site site) {
        this.register = register;
        this.site = site;
    }

    List<RegisterModel.Year> all() {
        return register.years().stream().map(this::year).toList();
    }

    /** How long the term lasts that ends last, of a register whose rows name terms. */
    Optional<String> term() {
        int end = IntStream.range(0, register.columns().size())
                .filter(column -> register.columns().get(column).paths().equals(List.of("任期.止")))
                .findFirst()
                .orElse(-1);
        return register.years().stream()
                .flatMap(year -> year.rows().stream())
                .flatMap(row -> end < 0 ? Stream.empty() : Stream.of(row.cells().get(end)))
                .filter(Cell.Day.class::isInstance)
                .map(cell -> ((Cell.Day) cell).day())
                .max(LocalDate::compareTo)
                .map(this::term);
    }

    private String term(LocalDate end) {
        long days = ChronoUnit.DAYS.between(register.asOf(), end);
        return days < 0
                ? "本届任期已于" + DateText.chinese(end) + "届满。"
                : "本届任期至" + DateText.chinese(end) + "，还有" + days + "天。";
    }

    private RegisterModel.Year year(Register.Year year) {
        String anchor = "y" + year.year();
        YearTables tables = new YearTables(register, year, site);
        Map<String, String> sums = tables.sums();
        List<RegisterModel.Missing> missing = missing(year);
        List<RegisterModel.Total> totals = new ArrayList<>();
        year.totals().forEach((name, value) -> {
            if (!sums.containsKey(name) && value.signum() != 0) {
                totals.add(new RegisterModel.Total(name, number(name, value), "#" + anchor + "-rows"));
            }
        });
        return new RegisterModel.Year(
                year.year(),
                anchor,
                totals,
                tables.all(),
                year.rows().size(),
                tables.more(),
                new RegisterCharts(register).of(year),
                year.expected().size(),
                (int) year.expected().stream()
                        .filter(expected -> !expected.done())
                        .count(),
                register.spec().expected().stream().anyMatch(ExpectationSpec.PerRow.class::isInstance),
                missing.subList(0, Math.min(ROWS, missing.size())),
                Math.max(0, missing.size() - ROWS));
    }

    private String number(String column, BigDecimal value) {
        int index = register.spec().column(column);
        ColumnSpec.Type type = index < 0
                ? ColumnSpec.Type.NUMBER
                : register.columns().get(index).type();
        return type == ColumnSpec.Type.MONEY
                ? MoneyText.plain(value) + "元"
                : value.toPlainString() + (type == ColumnSpec.Type.PERCENTAGE ? "%" : "");
    }

    /** What was not found; the periods or numbers of one subject in one line. */
    private List<RegisterModel.Missing> missing(Register.Year year) {
        Map<String, List<Expectation>> lines = new LinkedHashMap<>();
        for (Expectation expected : year.expected()) {
            if (!expected.done()) {
                String key = part(expected).isEmpty()
                        ? String.valueOf(lines.size())
                        : expected.subject() + '\n' + expected.basis() + '\n' + expected.isOverdue(register.asOf());
                lines.computeIfAbsent(key, k -> new ArrayList<>()).add(expected);
            }
        }
        return lines.values().stream().map(this::missing).toList();
    }

    private RegisterModel.Missing missing(List<Expectation> line) {
        Expectation first = line.get(0);
        Expectation last = line.get(line.size() - 1);
        return new RegisterModel.Missing(
                first.subject(),
                part(first).isEmpty()
                        ? null
                        : String.join(
                                "、", line.stream().map(RegisterYears::part).toList()),
                DateText.chinese(last.due()),
                first.isOverdue(register.asOf()),
                SiteModel.orNull(first.basis()),
                first.evidence().stream()
                        .findFirst()
                        .map(item -> new Model.Link(item.entry().title(), item.address()))
                        .orElse(null));
    }

    /** The period of an expectation, or the number in a series; empty if its subject says everything. */
    private static String part(Expectation expected) {
        return expected.period().map(Period::label).orElseGet(() -> expected.what()
                .substring(expected.subject().length()));
    }
}
