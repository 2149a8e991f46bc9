package org.gongkai.output.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet row by row, with a header that stays in view and columns as wide as their content. */
final class SheetWriter {

    /** What a cell can hold at most, in characters. */
    private static final int MAX_LENGTH = 32_767;

    /** Spreadsheet programs compute with this many digits and replace all others by zeros. */
    private static final int MAX_DIGITS = 15;

    /** Spreadsheet programs count days from 1900, which they take for a leap year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final int MAX_WIDTH = 60;
    private static final int PADDING = 2;

    /** ECMA-376, part 1, 22.9.2.19: such a text stands for another character. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Worksheet sheet;
    private final int[] widths;
    private int row;

    /**
     * Begins a sheet.
     *
     * @param header the name of each column
     */
    SheetWriter(Worksheet sheet, List<String> header) {
        this.sheet = sheet;
        this.widths = new int[header.size()];
        for (int i = 0; i < header.size(); i++) {
            text(i, header.get(i));
        }
        bold(header.size());
        sheet.freezePane(0, 1);
    }

    /** Writes a row below the others. */
    void line(PlainTable.Line line) {
        row++;
        for (int i = 0; i < line.cells().size(); i++) {
            Cell cell = line.cells().get(i);
            if (cell instanceof Cell.Number number) {
                number(
                        i,
                        number.value(),
                        i < line.formats().size() ? line.formats().get(i) : Cell.Format.GENERAL);
            } else if (cell instanceof Cell.Day day) {
                day(i, day.day());
            } else {
                text(i, cell.text());
            }
        }
        if (line.isTotal()) {
            bold(line.cells().size());
        }
    }

    private void text(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        String allowed = cut(withoutForbidden(text));
        widen(column, allowed);
        sheet.value(row, column, ESCAPE.matcher(allowed).replaceAll("_x005F_"));
    }

    /** Writes a number; one with more digits than spreadsheet programs keep is written as text. */
    private void number(int column, BigDecimal typed, Cell.Format format) {
        BigDecimal number = typed.scale() < 0 ? typed.setScale(0) : typed;
        if (number.precision() > MAX_DIGITS) {
            text(column, number.toPlainString());
            return;
        }
        sheet.value(row, column, number);
        if (!format.code().isEmpty()) {
            sheet.style(row, column).format(format.code()).set();
        }
        widen(column, number.toPlainString() + format.more());
    }

    /** Writes a day; one that spreadsheet programs cannot count is written as text. */
    private void day(int column, LocalDate day) {
        if (day.isBefore(FIRST_DAY)) {
            text(column, day.toString());
            return;
        }
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
        widen(column, day.toString());
    }

    /** Makes the first cells of the current row bold. */
    private void bold(int columns) {
        for (int i = 0; i < columns; i++) {
            sheet.style(row, i).bold().set();
        }
    }

    /** Sets the widths of all columns. */
    void finish() {
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, Math.min(widths[i], MAX_WIDTH) + PADDING);
        }
    }

    private void widen(int column, String text) {
        if (column < widths.length) {
            text.lines().forEach(line -> widths[column] = Math.max(widths[column], width(line)));
        }
    }

    /** The width of a text in digits: Han and everything like them count double. */
    private static int width(String text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH - 1;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }

    /** Leaves out the characters that XML 1.0 forbids, halves of surrogate pairs included. */
    private static String withoutForbidden(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 && c < 0xD800
                        || c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
