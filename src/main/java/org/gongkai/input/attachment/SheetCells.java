package org.gongkai.input.attachment;

import java.math.BigDecimal;
import java.util.BitSet;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.Workbook.SharedTexts;

/** Reads the cells of a worksheet with their rows and columns. */
final class SheetCells extends SafeXml.TextCollector {

    /** Maximum number of columns of a worksheet. */
    private static final int MOST_COLUMNS = 16_384;

    private final TextPieces pieces;
    private final String where;
    private final boolean hiddenSheet;
    private final SharedTexts shared;
    private final BitSet hiddenColumns = new BitSet();
    private boolean hiddenRow;
    private String type = "";
    private int row;
    private int column;

    SheetCells(TextPieces pieces, String where, boolean hiddenSheet, SharedTexts shared) {
        this.pieces = pieces;
        this.where = where;
        this.hiddenSheet = hiddenSheet;
        this.shared = shared;
    }

    @Override
    public void start(String name, XMLStreamReader at) {
        switch (name) {
            case "col" -> {
                if (SafeXml.isOn(at, "hidden")) {
                    int first = number(SafeXml.attribute(at, "min"), 1);
                    int last = Math.min(number(SafeXml.attribute(at, "max"), first), MOST_COLUMNS);
                    hiddenColumns.set(Math.min(first, last), last + 1);
                }
            }
            case "row" -> {
                row = number(SafeXml.attribute(at, "r"), row + 1);
                column = 0;
                hiddenRow = SafeXml.isOn(at, "hidden");
            }
            case "c" -> {
                column = column(SafeXml.attribute(at, "r"), column + 1);
                type = SafeXml.attribute(at, "t");
                text.setLength(0);
            }
            case "rPh" -> reading = false;
            case "v", "t", "oddHeader", "oddFooter" -> reading = true;
            default -> {
                // Formulas and formatting; the result of a formula is in another element.
            }
        }
    }

    @Override
    public void end(String name) {
        reading = false;
        if (name.equals("c")) {
            boolean hidden = hiddenSheet || hiddenRow || hiddenColumns.get(column);
            pieces.add(hidden ? Nature.HIDDEN : Nature.SHOWN, where, row, column, column, value());
            text.setLength(0);
        } else if (name.equals("oddHeader") || name.equals("oddFooter")) {
            pieces.add(Nature.SHOWN, where + "的页眉页脚", 1, 1, 0, text.toString());
            text.setLength(0);
        }
    }

    private String value() {
        return switch (type) {
            case "s" -> {
                int index = number(text.toString(), -1);
                yield shared.use(index);
            }
            case "", "n" -> plain(text.toString());
            default -> text.toString();
        };
    }

    /** Formats a number without an exponent. */
    static String plain(String number) {
        if (number.indexOf('E') < 0 || number.length() > 40 || !number.matches("-?[0-9.]+E[+-]?\\d{1,2}")) {
            return number;
        }
        return new BigDecimal(number).toPlainString();
    }

    /** The column, from 1, of a cell reference such as {@code AB12}. */
    static int column(String cell, int otherwise) {
        int column = 0;
        for (int i = 0; i < cell.length() && cell.charAt(i) >= 'A' && cell.charAt(i) <= 'Z' && i < 3; i++) {
            column = column * 26 + cell.charAt(i) - 'A' + 1;
        }
        return column == 0 ? otherwise : column;
    }

    /** The row, from 1, of a cell reference such as {@code AB12}. */
    static int row(String cell) {
        return number(cell.replaceFirst("^[A-Z]+", ""), 1);
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
    }
}
