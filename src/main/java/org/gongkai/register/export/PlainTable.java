package org.gongkai.register.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.register.Cell;
import org.gongkai.register.spec.ColumnSpec;

/**
 * A table to be written as a file.
 *
 * @param name the name of its sheet
 * @param columns the name of each column
 * @param lines its rows, and below them totals
 */
public record PlainTable(String name, List<String> columns, List<Line> lines) {

    public PlainTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * A row.
     *
     * @param types how numbers are shown; in further cells as they are
     * @param isTotal whether it is no row of its own: it is bold, and not in CSV, where whoever adds up a column would count it
     *     again
     */
    record Line(List<Cell> cells, List<ColumnSpec.Type> types, boolean isTotal) {}

    /** Returns a table with a cell for each column in each row. */
    public static PlainTable of(String name, List<String> columns, List<List<Cell>> rows) {
        return new PlainTable(
                name,
                columns,
                rows.stream().map(row -> new Line(row, List.of(), false)).toList());
    }

    /** Returns the table as comma-separated values. */
    public byte[] csv() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(CsvText::text).toList());
        lines.stream()
                .filter(line -> !line.isTotal())
                .forEach(line -> all.add(line.cells().stream()
                        .map(cell -> cell instanceof Cell.Number ? cell.text() : CsvText.text(cell.text()))
                        .toList()));
        return CsvText.of(all).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the table as a workbook (XLSX) of one sheet. */
    public byte[] xlsx() {
        return workbook(List.of(this));
    }

    /** Returns a workbook with a sheet for each of some tables, of which there must be one. */
    static byte[] workbook(List<PlainTable> tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "gongkai", null)) {
            for (PlainTable table : tables) {
                SheetWriter sheet = new SheetWriter(workbook.newWorksheet(table.name), table.columns);
                table.lines.forEach(sheet::line);
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return ReproducibleWorkbook.of(bytes.toByteArray());
    }
}
