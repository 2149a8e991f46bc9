package org.gongkai.input.attachment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.input.attachment.SafeXml.Wanted;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.ZipParts.Relation;

/** Reads the parts of a workbook one after the other: all worksheets including hidden ones, and comments on cells. */
final class Workbook {

    private static final int HEAP_OF_TEXT = 64;

    /** Maximum number of columns of a worksheet. */
    private static final int MOST_COLUMNS = 16_384;

    private static final Set<String> TEXTS = Set.of("v", "t", "text", "oddHeader", "oddFooter");

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
        each("xl/sharedStrings.xml", Set.of("si"), item -> {
            String text = text(item, pieces);
            pieces.take(HEAP_OF_TEXT + 2L * text.length());
            shared.add(text);
        });
        List<XmlElement> sheets = new ArrayList<>();
        parts.read("xl/workbook.xml", new Wanted("sheet"::equals, text -> false, sheets::add));
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

    private void worksheet(String part, String where, boolean isHidden) throws IOException {
        BitSet hiddenColumns = new BitSet();
        int[] row = {0};
        each(part, Set.of("col", "row", "oddHeader", "oddFooter"), element -> {
            if (element.is("col")) {
                int first = number(element.attribute("min"), 1);
                int last = Math.min(number(element.attribute("max"), first), MOST_COLUMNS);
                hiddenColumns.set(Math.min(first, last), last + 1, isOn(element.attribute("hidden")));
                pieces.store(text(element, pieces));
            } else if (element.is("row")) {
                row[0] = number(element.attribute("r"), row[0] + 1);
                boolean isRowHidden = isHidden || isOn(element.attribute("hidden"));
                int column = 0;
                for (XmlElement cell : element.children()) {
                    column = column(cell.attribute("r"), column + 1);
                    Nature nature = nature(isRowHidden || hiddenColumns.get(column));
                    pieces.add(nature, where, row[0], column, column, value(cell));
                }
            } else {
                pieces.add(Nature.SHOWN, where + "的页眉页脚", 1, 1, 0, text(element, pieces));
            }
        });
        for (Relation other : parts.relations(part).values()) {
            if (other.target().matches(".*(comments|threadedComment)[^/]*\\.xml")) {
                each(other.target(), Set.of("comment", "threadedComment"), comment -> {
                    String cell = comment.attribute("ref");
                    int line = number(cell.replaceFirst("^[A-Z]+", ""), 1);
                    pieces.add(Nature.COMMENT, where + "的批注", line, column(cell, 1), 0, text(comment, pieces));
                });
            }
        }
    }

    private void each(String part, Set<String> trees, Consumer<XmlElement> reader) throws IOException {
        parts.read(part, new Wanted(trees::contains, TEXTS::contains, reader));
    }

    /** The texts in an element; pronunciations are stored. */
    static String text(XmlElement in, TextPieces pieces) {
        StringBuilder text = new StringBuilder(in.text());
        for (XmlElement child : in.children()) {
            if (child.is("rPh")) {
                pieces.store(text(child, pieces));
            } else {
                text.append(text(child, pieces));
            }
        }
        return text.toString();
    }

    private String value(XmlElement cell) {
        String type = cell.attribute("t");
        String text = text(cell, pieces);
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
    private static int column(String cell, int otherwise) {
        int column = 0;
        for (int i = 0; i < cell.length() && cell.charAt(i) >= 'A' && cell.charAt(i) <= 'Z' && i < 3; i++) {
            column = column * 26 + cell.charAt(i) - 'A' + 1;
        }
        return column == 0 ? otherwise : column;
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : otherwise;
    }
}
