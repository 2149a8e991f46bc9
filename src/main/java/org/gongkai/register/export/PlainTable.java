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
 * A table other than a register, to be written as a file.
 *
 * @param name the name of its sheet
 * @param columns the name of each column
 * @param rows its rows, each with a cell for each column
 */
public record PlainTable(String name, List<String> columns, List<List<Cell>> rows) {

    public PlainTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Returns the table as comma-separated values. */
    public byte[] csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(CsvText::text).toList());
        for (List<Cell> row : rows) {
            lines.add(row.stream()
                    .map(cell -> cell instanceof Cell.Number ? cell.text() : CsvText.text(cell.text()))
                    .toList());
        }
        return CsvText.of(lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the table as a workbook (XLSX) of one sheet. */
    public byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "gongkai", null)) {
            SheetWriter sheet = new SheetWriter(workbook.newWorksheet(name), columns);
            for (List<Cell> row : rows) {
                sheet.nextRow();
                for (int i = 0; i < row.size(); i++) {
                    write(sheet, i, row.get(i));
                }
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return ReproducibleWorkbook.of(bytes.toByteArray());
    }

    private static void write(SheetWriter sheet, int column, Cell cell) {
        if (cell instanceof Cell.Number number) {
            sheet.number(column, number.value(), ColumnSpec.Type.NUMBER);
        } else if (cell instanceof Cell.Day day) {
            sheet.day(column, day.day());
        } else {
            sheet.text(column, cell.text());
        }
    }
}
