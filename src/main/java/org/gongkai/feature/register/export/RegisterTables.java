package org.gongkai.feature.register.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.output.table.Cell;
import org.gongkai.output.table.PlainTable;
import org.gongkai.output.table.PlainTable.Line;
import org.gongkai.site.Item;

/** The tables of a register, newest year first. */
record RegisterTables(Register register, List<Cell.Format> formats, List<String> header) {

    private static final String ENTRIES = "条目";
    private static final String TOTAL = "合计";

    RegisterTables(Register register) {
        this(
                register,
                register.columns().stream()
                        .map(column -> column.type().format())
                        .toList(),
                Stream.concat(register.columns().stream().map(ColumnSpec::name), Stream.of(ENTRIES))
                        .toList());
    }

    /** Returns the rows of all years. */
    PlainTable all() {
        List<String> columns = new ArrayList<>(List.of("年度"));
        columns.addAll(header);
        List<List<Cell>> rows = new ArrayList<>();
        for (Register.Year year : register.years()) {
            for (Register.Row row : year.rows()) {
                List<Cell> cells = cells(row);
                cells.add(0, new Cell.Text(String.valueOf(year.year())));
                rows.add(cells);
            }
        }
        return PlainTable.of("台账", columns, rows);
    }

    /** Returns a table for each year and one for what is expected; a table without rows if there are none. */
    List<PlainTable> sheets() {
        List<PlainTable> sheets =
                register.years().stream().map(this::year).collect(Collectors.toCollection(ArrayList::new));
        List<List<Cell>> expected =
                register.expected().map(RegisterTables::expected).toList();
        if (!expected.isEmpty()) {
            sheets.add(PlainTable.of(
                    register.showsGaps() ? "应有" : "未到期", List.of("事项", "期限", "完成", ENTRIES, "依据"), expected));
        }
        // A workbook without a sheet cannot be opened.
        return sheets.isEmpty() ? List.of(PlainTable.of("台账", header, List.of())) : sheets;
    }

    private PlainTable year(Register.Year year) {
        List<Line> lines = new ArrayList<>();
        year.rows().forEach(row -> lines.add(new Line(cells(row), formats, false)));
        List<Line> counts = new ArrayList<>();
        year.totals().forEach((word, count) -> {
            if (!register.spec().named().sums().contains(word)) {
                counts.add(new Line(List.of(new Cell.Text(word), new Cell.Number(count)), List.of(), true));
            }
        });
        if (counts.size() < year.totals().size()) {
            lines.add(new Line(sums(year.totals()), formats, true));
        }
        lines.addAll(counts);
        return new PlainTable(year.year() + "年", header, lines);
    }

    /** Returns the sums in their columns, with a label in the first column without a sum. */
    private List<Cell> sums(Map<String, BigDecimal> totals) {
        List<Cell> sums = new ArrayList<>();
        for (String column : header) {
            boolean isSum = register.spec().named().sums().contains(column) && totals.containsKey(column);
            sums.add(isSum ? new Cell.Number(totals.get(column)) : Cell.NONE);
        }
        sums.set(sums.indexOf(Cell.NONE), new Cell.Text(TOTAL));
        return sums;
    }

    private static List<Cell> cells(Register.Row row) {
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.add(addresses(row.entries()));
        return cells;
    }

    private static List<Cell> expected(Expectation expected) {
        return List.of(
                new Cell.Text(expected.what()),
                new Cell.Day(expected.due()),
                new Cell.Text(expected.done() ? "是" : "否"),
                addresses(expected.evidence()),
                new Cell.Text(expected.basis()));
    }

    private static Cell addresses(List<Item> items) {
        return new Cell.Text(items.stream().map(Item::address).collect(Collectors.joining(" ")));
    }
}
