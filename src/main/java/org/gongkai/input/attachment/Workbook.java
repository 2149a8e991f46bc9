package org.gongkai.input.attachment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.ZipParts.Relation;

/** Reads the texts that the cells of a workbook share, and all worksheets including hidden ones. */
final class Workbook {

    private static final int HEAP_OF_TEXT = 64;

    /** Maximum number of columns of a worksheet. */
    private static final int MOST_COLUMNS = 16_384;

    private final ZipParts parts;
    private final TextPieces pieces;

    /** The texts that cells share, and those that a cell has used. */
    private final List<String> shared = new ArrayList<>();

    private final BitSet used = new BitSet();

    Workbook(ZipParts parts, TextPieces pieces) {
        this.parts = parts;
        this.pieces = pieces;
    }

    void read() throws IOException {
        parts.read("xl/sharedStrings.xml", item -> item.is("si") && share(text(item)));
        List<XmlElement> sheets = new ArrayList<>();
        parts.read("xl/workbook.xml", each -> each.is("sheet") && !sheets.add(each));
        Map<String, Relation> relations = parts.relations("xl/workbook.xml");
        for (XmlElement sheet : sheets) {
            boolean isHidden = sheet.attribute("state").endsWith("idden");
            pieces.add(nature(isHidden), "工作表名称", 1, 1, 0, sheet.attribute("name"));
            if (relations.containsKey(sheet.attribute("id"))) {
                String where = "工作表“" + sheet.attribute("name") + "”";
                worksheet(relations.get(sheet.attribute("id")).target(), where, isHidden);
            }
        }
        for (int i = used.nextClearBit(0); i < shared.size(); i = used.nextClearBit(i + 1)) {
            pieces.store(shared.get(i));
        }
    }

    private boolean share(String text) {
        pieces.take(HEAP_OF_TEXT + 2L * text.length());
        return shared.add(text);
    }

    private void worksheet(String part, String where, boolean isHidden) throws IOException {
        BitSet hiddenColumns = new BitSet();
        int[] row = {0};
        parts.read(part, element -> {
            boolean isEdge = element.is("oddHeader") || element.is("oddFooter");
            if (isEdge) {
                pieces.add(Nature.SHOWN, where + "的页眉页脚", 1, 1, 0, text(element));
            } else if (element.is("col")) {
                int first = number(element.attribute("min"), 1);
                int last = Math.min(number(element.attribute("max"), first), MOST_COLUMNS);
                hiddenColumns.set(Math.min(first, last), last + 1, isOn(element.attribute("hidden")));
            } else if (element.is("row")) {
                pieces.store(element.text());
                row[0] = number(element.attribute("r"), row[0] + 1);
                boolean isRowHidden = isHidden || isOn(element.attribute("hidden"));
                int column = 0;
                for (XmlElement cell : element.children()) {
                    column = column(cell.attribute("r"), column + 1);
                    Nature nature = nature(isRowHidden || hiddenColumns.get(column));
                    pieces.add(nature, where, row[0], column, column, value(cell));
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
        int index = number(text, shared.size());
        if (index >= shared.size()) {
            return "";
        }
        used.set(index);
        return shared.get(index);
    }

    private static Nature nature(boolean hidden) {
        return hidden ? Nature.HIDDEN : Nature.SHOWN;
    }

    private static boolean isOn(String switched) {
        return switched.matches("1|true|on");
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

    static int number(String digits, int otherwise) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
    }
}
