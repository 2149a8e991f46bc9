package org.gongkai.output.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.text.Characters;

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
     * @param formats how numbers are shown; in further cells as they are
     * @param isTotal whether it is no row of its own: it is bold, and not in CSV, where whoever adds up a column would
     *     count it again
     */
    public record Line(List<Cell> cells, List<Cell.Format> formats, boolean isTotal) {}

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
    public static byte[] workbook(List<PlainTable> tables) {
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

    /**
     * Comma-separated values after RFC 4180. The byte order mark tells spreadsheet programs that the text is in UTF-8.
     */
    private static final class CsvText {

        private static final String BYTE_ORDER_MARK = "\uFEFF";
        private static final String FORMULA_STARTS = "=+-@";
        private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\t\r\n]]");

        private CsvText() {}

        /** Returns the text of some lines; cells that others have typed must have been passed through {@link #text}. */
        static String of(List<List<String>> lines) {
            return BYTE_ORDER_MARK
                    + lines.stream()
                            .map(line -> line.stream().map(CsvText::quoted).collect(Collectors.joining(",")) + "\r\n")
                            .collect(Collectors.joining());
        }

        /**
         * Returns a text that no spreadsheet program takes for a formula, where full-width signs begin one as well, and
         * without the control characters that a terminal would obey.
         */
        static String text(String typed) {
            String text = CONTROL_CHARACTERS.matcher(typed).replaceAll("");
            int at = Characters.end(text, 0, CsvText::isBlank);
            boolean isFormula = text.startsWith("\t")
                    || text.startsWith("\r")
                    || at < text.length()
                            && FORMULA_STARTS.contains(
                                    Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFKC));
            return isFormula ? "'" + text : text;
        }

        private static boolean isBlank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
        }

        private static String quoted(String cell) {
            boolean isPlain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
            return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
        }
    }
}
