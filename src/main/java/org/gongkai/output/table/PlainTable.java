package org.gongkai.output.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.ArchiveWriter.ArchivePart;
import org.gongkai.text.Characters;

/**
 * A table to be written as a file.
 *
 * @param name the name of its sheet
 * @param columns the name of each column
 * @param lines its rows, and below them totals
 */
public record PlainTable(String name, List<String> columns, List<Line> lines) {

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

    /**
     * Rewrites the archive of a workbook so that it depends on its content alone: without the time of its creation, and
     * without compression. Han characters stand in it as themselves, so that a search for leaks finds them. The
     * archives of the library end their files in a form that {@link java.util.zip.ZipInputStream} does not read,
     * therefore their directory is read here (APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16).
     */
    private static final class ReproducibleWorkbook {

        private static final int END_RECORD = 22;
        private static final int DIRECTORY_RECORD = 46;
        private static final int FILE_RECORD = 30;
        private static final Pattern CREATION = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

        /** A reference to a character that is neither ASCII nor a control character. */
        private static final Pattern REFERENCE = Pattern.compile("&#x([a-f][0-9a-f]|[0-9a-f]{3,6});");

        private ReproducibleWorkbook() {}

        static byte[] of(byte[] archive) {
            try {
                ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
                ArchiveWriter.write(
                        rewritten, parts(ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN)), LocalDateTime.MIN);
                return rewritten.toByteArray();
            } catch (IOException | DataFormatException e) {
                throw new IllegalStateException("The library wrote no valid archive", e);
            }
        }

        private static List<ArchivePart> parts(ByteBuffer archive) throws IOException, DataFormatException {
            int end = archive.limit() - END_RECORD;
            int files = archive.getShort(end + 10);
            int at = archive.getInt(end + 16);
            List<ArchivePart> parts = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                int nameLength = archive.getShort(at + 28);
                String name = new String(archive.array(), at + DIRECTORY_RECORD, nameLength, StandardCharsets.UTF_8);
                int local = archive.getInt(at + 42);
                int data = local + FILE_RECORD + archive.getShort(local + 26) + archive.getShort(local + 28);
                byte[] part = new byte[archive.getInt(at + 24)];
                Inflater inflater = new Inflater(true);
                try {
                    inflater.setInput(archive.array(), data, archive.getInt(at + 20));
                    if (inflater.inflate(part) != part.length) {
                        throw new DataFormatException(name);
                    }
                } finally {
                    inflater.end();
                }
                parts.add(ArchivePart.of(name, rewritten(part)));
                at += DIRECTORY_RECORD + nameLength + archive.getShort(at + 30) + archive.getShort(at + 32);
            }
            return parts;
        }

        private static byte[] rewritten(byte[] xml) {
            return REFERENCE
                    .matcher(CREATION.matcher(new String(xml, StandardCharsets.UTF_8))
                            .replaceAll(""))
                    .replaceAll(reference -> Character.toString(Integer.parseInt(reference.group(1), 16)))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
