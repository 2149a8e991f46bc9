package org.gongkai.feature.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ChartSpec;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.ExpectationSpec;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
import org.gongkai.output.table.Cell;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;

/**
 * Builds the parts of a register's page, one for each year, with a single table; or, if rows are taken from tables of
 * entries and a column names the entry, with a table for each entry, so that its title is not repeated in every row.
 *
 * @param title the column of the title of the entry if rows are taken from tables of entries; otherwise -1
 */
record RegisterYears(Register register, Site site, int title) {

    /** Maximum number of rows, and of lines of what is missing, on a page; the files contain all. */
    private static final int ROWS = RegisterTable.ROWS;

    /** @param site resolves the names of public entries and the numbers in 目录项 */
    RegisterYears(Register register, Site site) {
        this(
                register,
                site,
                register.spec().source().type() == RowType.TABLE_ROW
                        ? register.spec().columnOf("标题")
                        : -1);
    }

    List<RegisterModel.Year> all() {
        return register.years().stream().map(this::year).toList();
    }

    /** Returns a sentence about the term that ends last, for a register whose rows name terms. */
    Optional<String> term() {
        int end = register.spec().columnOf("任期.止");
        return register.rows()
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
                : "本届任期至" + DateText.chinese(end) + "，截至" + DateText.chinese(register.asOf()) + "还有" + days + "天。";
    }

    private RegisterModel.Year year(Register.Year year) {
        String anchor = "y" + year.year();
        Map<String, String> sums = sums(year);
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
                new RegisterModel.Rows(
                        year.rows().size(),
                        tables(year, addsUp() ? sums : Map.of()),
                        Math.max(0, year.rows().size() - ROWS)),
                new RegisterCharts(register).of(year),
                new RegisterModel.Expected(
                        year.expected().size(),
                        (int) year.expected().stream().filter(it -> !it.done()).count(),
                        !register.spec().expected(ExpectationSpec.Type.PER_ROW).isEmpty(),
                        missing.subList(0, Math.min(ROWS, missing.size())),
                        Math.max(0, missing.size() - ROWS)));
    }

    /** Returns what a year comes to, such as 党员大会3，支委会4; empty if nothing is counted or added up. */
    String inSum(Register.Year year) {
        List<String> notAdded = addsUp() ? List.of() : register.spec().named().sums();
        return year.totals().entrySet().stream()
                .filter(total -> total.getValue().signum() != 0 && !notAdded.contains(total.getKey()))
                .map(total -> total.getKey() + number(total.getKey(), total.getValue()) + (addsUp() ? "" : "次"))
                .collect(Collectors.joining("，"));
    }

    /** Meetings of several kinds have mostly the same persons: their attendance is not added up. */
    private boolean addsUp() {
        return register.spec().source().kinds().size() < 2
                || register.spec().charts().stream().noneMatch(chart -> chart.type() == ChartSpec.ChartType.MATRIX);
    }

    private String number(String name, BigDecimal value) {
        int index = register.spec().column(name);
        return index < 0
                ? value.toPlainString()
                : register.columns().get(index).type().alone(value);
    }

    /** Returns what is missing, the periods or numbers of a subject in one line. */
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

    /** Returns the period of an expectation, or the number in a series; empty if it has only a subject. */
    private static String part(Expectation expected) {
        return expected.period().map(Period::label).orElseGet(() -> expected.what()
                .substring(expected.subject().length()));
    }

    /** Returns the tables of the rows of a year; none if it has no rows. */
    private List<RegisterModel.Table> tables(Register.Year year, Map<String, String> sums) {
        List<Register.Row> rows = year.rows().stream().limit(ROWS).toList();
        if (title < 0) {
            return rows.isEmpty() ? List.of() : List.of(table(null, rows, sums));
        }
        Map<Item, List<Register.Row>> byEntry = rows.stream()
                .collect(Collectors.groupingBy(row -> row.entries().get(0), LinkedHashMap::new, Collectors.toList()));
        return byEntry.entrySet().stream()
                .map(of -> table(of.getKey(), of.getValue(), sums))
                .toList();
    }

    /** Returns the sums below the only table of a year, if this contains all of several rows. */
    private Map<String, String> sums(Register.Year year) {
        boolean isOne = title < 0
                || year.rows().stream()
                                .map(row -> row.entries().get(0))
                                .distinct()
                                .count()
                        == 1;
        Map<String, String> sums = new LinkedHashMap<>();
        if (isOne && year.rows().size() <= ROWS && year.rows().size() > 1) {
            for (String name : register.spec().named().sums()) {
                ColumnSpec column = register.columns().get(register.spec().column(name));
                Optional.ofNullable(year.totals().get(name))
                        .ifPresent(sum -> sums.put(name, column.type().figure(sum)));
            }
        }
        return sums;
    }

    private RegisterModel.Table table(Item of, List<Register.Row> rows, Map<String, String> sums) {
        RegisterTable all = new RegisterTable(register, rows, site).without(of == null ? List.of() : List.of(title));
        List<Integer> same = all.same();
        RegisterTable shown = all.without(same).dense();
        return new RegisterModel.Table(
                of == null
                        ? null
                        : new Model.Fact(
                                of.entry().title(),
                                DateText.chinese(of.entry().dates().changed()),
                                of.address()),
                shown.columns(),
                // The caption of the table of an entry links to it.
                shown.rows(of == null),
                shown.sums(sums),
                same.stream().map(all::first).toList(),
                shown.columns().stream()
                        .map(RegisterModel.Column::name)
                        .toList()
                        .indexOf(register.spec().groupedBy()));
    }
}
