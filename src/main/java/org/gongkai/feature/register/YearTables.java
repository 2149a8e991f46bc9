package org.gongkai.feature.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.register.Cell;
import org.gongkai.register.Register;
import org.gongkai.register.spec.ColumnSpec;
import org.gongkai.register.spec.RegisterSpec;
import org.gongkai.register.spec.RegisterSpec.RowType;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * The tables of the rows of a year: one, or where rows are taken from tables of entries and a column says of which, one for
 * each entry, so that its title does not stand in every row.
 */
final class YearTables {

    /** The most rows on a page; the files have all. */
    private static final int ROWS = 200;

    private final Register register;
    private final Register.Year year;
    private final Site site;
    private final int title;

    /** @param site what names a public entry leads to, and what the numbers in 目录项 mean */
    YearTables(Register register, Register.Year year, Site site) {
        this.register = register;
        this.year = year;
        this.site = site;
        this.title = register.spec().source().type() == RowType.TABLE_ROW ? title(register.spec()) : -1;
    }

    private static int title(RegisterSpec spec) {
        return spec.column(spec.columns().stream()
                .filter(column -> column.paths().equals(List.of("标题")))
                .map(ColumnSpec::name)
                .findFirst()
                .orElse(""));
    }

    /** The tables; none if the year has no row. */
    List<RegisterModel.Table> all() {
        List<Register.Row> rows = year.rows().stream().limit(ROWS).toList();
        if (title < 0) {
            return rows.isEmpty() ? List.of() : List.of(table(null, rows, sums()));
        }
        Map<Item, List<Register.Row>> byEntry = rows.stream()
                .collect(Collectors.groupingBy(row -> row.entries().get(0), LinkedHashMap::new, Collectors.toList()));
        return byEntry.entrySet().stream()
                .map(of -> table(of.getKey(), of.getValue(), sums()))
                .toList();
    }

    /** The number of rows that are not shown. */
    int more() {
        return Math.max(0, year.rows().size() - ROWS);
    }

    /** The sums that stand below the table: of all rows of the year, and of more than one. */
    Map<String, String> sums() {
        boolean isOne = title < 0
                || year.rows().stream()
                                .map(row -> row.entries().get(0))
                                .distinct()
                                .count()
                        == 1;
        Map<String, String> sums = new LinkedHashMap<>();
        if (isOne && more() == 0 && year.rows().size() > 1) {
            for (String name : register.spec().sums()) {
                ColumnSpec column = register.columns().get(register.spec().column(name));
                Optional.ofNullable(year.totals().get(name))
                        .ifPresent(sum -> sums.put(name, RegisterTable.text(column, new Cell.Number(sum))));
            }
        }
        return sums;
    }

    private RegisterModel.Table table(Item of, List<Register.Row> rows, Map<String, String> sums) {
        RegisterTable all = new RegisterTable(register, rows, site).without(of == null ? List.of() : List.of(title));
        List<Integer> same = all.same();
        RegisterTable shown = all.without(same).dense();
        return new RegisterModel.Table(
                of == null ? null : new Model.Link(of.entry().title(), of.address()),
                shown.columns(),
                of == null
                        ? shown.rows()
                        : shown.rows().stream().map(YearTables::unlinked).toList(),
                shown.sums(sums),
                same.stream().map(all::first).toList(),
                shown.columns().stream()
                        .map(RegisterModel.Column::name)
                        .toList()
                        .indexOf(register.spec().groupedBy()));
    }

    /** The caption of the table has the link. */
    private static RegisterModel.Row unlinked(RegisterModel.Row row) {
        return new RegisterModel.Row(row.cells(), row.targets(), row.facts(), row.linked(), row.head(), List.of(), 0);
    }
}
