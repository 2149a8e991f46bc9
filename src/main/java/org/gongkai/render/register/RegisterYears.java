package org.gongkai.render.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.entry.header.DateText;
import org.gongkai.register.Cell;
import org.gongkai.register.Expectation;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.render.model.Model;
import org.gongkai.render.model.RegisterModel;
import org.gongkai.render.model.SiteModel;
import org.gongkai.site.Item;

/** Builds the parts of a register's page, one for each year. */
final class RegisterYears {

    /** The most rows of a year on a page; the files have all. */
    private static final int ROWS = 200;
    /** Periods are drawn as a matrix if a subject has more than one. */
    private static final int PERIODS = 2;

    private final Register register;

    RegisterYears(Register register) {
        this.register = register;
    }

    List<RegisterModel.Year> all() {
        return register.years().stream().map(this::year).toList();
    }

    private RegisterModel.Year year(Register.Year year) {
        String anchor = "y" + year.year();
        List<Register.Row> shown =
                year.rows().subList(0, Math.min(ROWS, year.rows().size()));
        List<RegisterModel.Total> totals = new ArrayList<>();
        year.totals()
                .forEach((name, value) ->
                        totals.add(new RegisterModel.Total(name, number(name, value), "#" + anchor + "-rows")));
        return new RegisterModel.Year(
                year.year(),
                anchor,
                totals,
                register.columns().stream()
                        .map(column -> new RegisterModel.Column(
                                column.name(), column.isNumber() || column.type() == ColumnSpec.Type.PERCENTAGE))
                        .toList(),
                shown.stream().map(this::row).toList(),
                year.rows().size() - shown.size(),
                matrix(year),
                null,
                year.expected().size(),
                missing(year));
    }

    private String number(String column, BigDecimal value) {
        int index = register.spec().column(column);
        return index >= 0 && register.columns().get(index).type() == ColumnSpec.Type.MONEY
                ? value.toPlainString() + "元"
                : value.toPlainString();
    }

    private RegisterModel.Row row(Register.Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(text(register.columns().get(i), row.cells().get(i)));
        }
        return new RegisterModel.Row(
                cells,
                linked(row),
                row.entries().stream()
                        .map(item -> new Model.Link(item.entry().title(), item.address()))
                        .toList());
    }

    /** The cell that carries the link: the title if it is shown, else the first text, else the first cell. */
    private int linked(Register.Row row) {
        int text = 0;
        for (int i = row.cells().size() - 1; i >= 0; i--) {
            ColumnSpec column = register.columns().get(i);
            if (row.cells().get(i).isEmpty() || column.type() != ColumnSpec.Type.TEXT) {
                continue;
            }
            if (column.paths().contains("标题")) {
                return i;
            }
            text = i;
        }
        return text;
    }

    private static String text(ColumnSpec column, Cell cell) {
        if (cell.isEmpty()) {
            return "";
        }
        if (cell instanceof Cell.Day day) {
            return DateText.chinese(day.day());
        }
        return column.type() == ColumnSpec.Type.PERCENTAGE ? cell.text() + "%" : cell.text();
    }

    private List<RegisterModel.Missing> missing(Register.Year year) {
        return year.expected().stream()
                .filter(expected -> !expected.done())
                .map(expected -> new RegisterModel.Missing(
                        expected.what(),
                        DateText.chinese(expected.due()),
                        expected.isOverdue(register.asOf()),
                        SiteModel.orNull(expected.basis()),
                        expected.evidence().stream()
                                .findFirst()
                                .map(item -> new Model.Link(item.entry().title(), item.address()))
                                .orElse(null)))
                .toList();
    }

    private RegisterModel.Matrix matrix(Register.Year year) {
        Set<String> periods = new LinkedHashSet<>();
        Map<String, Map<String, Expectation>> subjects = new LinkedHashMap<>();
        for (Expectation expected : year.expected()) {
            if (!expected.period().isEmpty()) {
                periods.add(expected.period());
                subjects.computeIfAbsent(expected.subject(), subject -> new LinkedHashMap<>())
                        .put(expected.period(), expected);
            }
        }
        if (periods.size() < PERIODS) {
            return null;
        }
        return new RegisterModel.Matrix(
                List.copyOf(periods),
                subjects.entrySet().stream()
                        .map(subject -> {
                            List<RegisterModel.State> states = new ArrayList<>();
                            periods.forEach(period -> states.add(
                                    subject.getValue().containsKey(period)
                                            ? state(subject.getValue().get(period), year.year())
                                            : null));
                            return new RegisterModel.MatrixRow(subject.getKey(), states);
                        })
                        .toList());
    }

    private RegisterModel.State state(Expectation expected, int year) {
        List<Item> evidence = expected.evidence();
        if (expected.done()) {
            return new RegisterModel.State(
                    "done",
                    String.valueOf(evidence.size()),
                    expected.what() + "，" + evidence.size() + "条",
                    evidence.size() == 1 ? evidence.get(0).address() : "#y" + year + "-rows");
        }
        boolean overdue = expected.isOverdue(register.asOf());
        return new RegisterModel.State(
                overdue ? "missing" : "due", overdue ? "缺" : "待", expected.what() + (overdue ? "，缺" : "，未到期"), null);
    }
}
