package org.gongkai.input.attachment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.poi.ss.util.CellReference;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.ZipParts.Relation;

/**
 * Reads the texts that the cells of a workbook share, and all worksheets including hidden ones.
 *
 * @param shared collects the texts that cells share
 * @param used collects which of them a cell has used
 */
record Workbook(ZipParts parts, TextPieces pieces, List<String> shared, BitSet used) {

    /** Maximum number of columns of a worksheet. */
    private static final int MOST_COLUMNS = 16_384;

    void read() throws IOException {
        parts.read("xl/sharedStrings.xml", item -> item.is("si") && shared.add(text(item)));
        List<XmlElement> sheets = new ArrayList<>();
        parts.read("xl/workbook.xml", each -> each.is("sheet") && !sheets.add(each));
        Map<String, Relation> relations = parts.relations("xl/workbook.xml");
        for (XmlElement sheet : sheets) {
            Nature nature = sheet.attribute("state").endsWith("idden") ? Nature.HIDDEN : Nature.SHOWN;
            pieces.add(nature, "工作表名称", 1, 1, 0, sheet.attribute("name"));
            if (relations.containsKey(sheet.attribute("id"))) {
                String where = "工作表“" + sheet.attribute("name") + "”";
                worksheet(relations.get(sheet.attribute("id")).target(), where, nature);
            }
        }
        for (int i = used.nextClearBit(0); i < shared.size(); i = used.nextClearBit(i + 1)) {
            pieces.store(shared.get(i));
        }
    }

    private void worksheet(String part, String where, Nature nature) throws IOException {
        BitSet hiddenColumns = new BitSet();
        int[] row = {0};
        parts.read(part, element -> {
            boolean isEdge = element.is("oddHeader") || element.is("oddFooter");
            if (isEdge) {
                pieces.add(Nature.SHOWN, where + "的页眉页脚", 1, 1, 0, text(element));
            } else if (element.is("col")) {
                int first = element.number("min", 1);
                int last = Math.min(element.number("max", first), MOST_COLUMNS);
                hiddenColumns.set(Math.min(first, last), last + 1, isHidden(element));
            } else if (element.is("row")) {
                pieces.store(element.text());
                row[0] = element.number("r", row[0] + 1);
                int column = 0;
                for (XmlElement cell : element.children()) {
                    column = Cell.of(cell.attribute("r"), row[0], column + 1).column();
                    boolean isHidden = isHidden(element) || hiddenColumns.get(column);
                    pieces.add(isHidden ? Nature.HIDDEN : nature, where, row[0], column, column, value(cell));
                }
            }
            return isEdge || element.is("row");
        });
    }

    private String text(XmlElement in) {
        return String.join("", OfficeFile.texts(in, Nature.SHOWN, pieces).values());
    }

    private String value(XmlElement cell) {
        String type = cell.attribute("t");
        String text = text(cell);
        if (!type.equals("s")) {
            return type.isEmpty() || type.equals("n") ? plain(text) : text;
        }
        int index = (int) NumberUtils.toDouble(text, shared.size());
        if (index >= shared.size()) {
            return "";
        }
        used.set(index);
        return shared.get(index);
    }

    private static boolean isHidden(XmlElement columnOrRow) {
        return columnOrRow.attribute("hidden").matches("1|true|on");
    }

    /** Formats a number without an exponent. */
    static String plain(String number) {
        if (number.indexOf('E') < 0 || number.length() > 40 || !number.matches("-?[0-9.]+E[+-]?\\d{1,2}")) {
            return number;
        }
        return new BigDecimal(number).toPlainString();
    }

    /** The row and the column, from 1, of a cell. */
    record Cell(int row, int column) {

        private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})(\\d{1,9})");

        /** Reads a name such as {@code AB12}; a text that is none is the cell of a row and a column. */
        static Cell of(String name, int row, int column) {
            Matcher named = NAME.matcher(name);
            return named.lookingAt()
                    ? new Cell(
                            Integer.parseInt(named.group(2)), CellReference.convertColStringToIndex(named.group(1)) + 1)
                    : new Cell(row, column);
        }
    }
}
