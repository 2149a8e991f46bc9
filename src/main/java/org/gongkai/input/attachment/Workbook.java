package org.gongkai.input.attachment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Reads the parts of a workbook one after the other: all worksheets including hidden ones, and comments on cells. */
final class Workbook implements SafeXml.Handler {

    private static final int HEAP_OF_RELATION = 400;
    private static final int HEAP_OF_TEXT = 64;

    /** Maximum number of columns of a worksheet. */
    private static final int MOST_COLUMNS = 16_384;

    private final ZipParts parts;
    private final TextPieces pieces;
    private final List<Sheet> sheets = new ArrayList<>();

    /** The texts that cells share, and those that a cell has used. */
    private final List<String> shared = new ArrayList<>();

    private final BitSet used = new BitSet();

    /** The paths of parts by the ids of the relationships of the part that was read last. */
    private Map<String, String> targets = new HashMap<>();

    private final BitSet hiddenColumns = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private Sheet sheet = new Sheet("", false, "");
    private boolean hiddenRow;
    private boolean phonetic;
    private String type = "";
    private int row;
    private int column;

    private record Sheet(String name, boolean hidden, String relation) {
        String where() {
            return "工作表“" + name + "”";
        }
    }

    Workbook(ZipParts parts, TextPieces pieces) {
        this.parts = parts;
        this.pieces = pieces;
    }

    void read() throws IOException {
        part("xl/sharedStrings.xml");
        part("xl/workbook.xml");
        Map<String, String> paths = relations("xl/_rels/workbook.xml.rels");
        for (Sheet each : List.copyOf(sheets)) {
            sheet = each;
            hiddenColumns.clear();
            hiddenRow = false;
            row = 0;
            pieces.add(nature(sheet.hidden()), "工作表名称", 1, 1, 0, sheet.name());
            String path = paths.getOrDefault(sheet.relation(), "");
            part(path);
            String file = path.substring(path.lastIndexOf('/') + 1);
            for (String comments :
                    relations("xl/worksheets/_rels/" + file + ".rels").values()) {
                if (comments.matches(".*(comments|threadedComment)[^/]*\\.xml")) {
                    part(comments);
                }
            }
        }
        for (int i = used.nextClearBit(0); i < shared.size(); i = used.nextClearBit(i + 1)) {
            pieces.store(shared.get(i));
        }
    }

    private void part(String name) throws IOException {
        parts.each(Pattern.quote(name), (any, part) -> SafeXml.read(part, pieces, this));
    }

    private Map<String, String> relations(String part) throws IOException {
        targets = new HashMap<>();
        part(part);
        return targets;
    }

    @Override
    public void start(String name, XMLStreamReader at) {
        switch (name) {
            case "sheet" ->
                sheets.add(new Sheet(
                        SafeXml.attribute(at, "name"),
                        SafeXml.attribute(at, "state").endsWith("idden"),
                        SafeXml.attribute(at, "id")));
            case "Relationship" -> {
                pieces.take(HEAP_OF_RELATION);
                String to = SafeXml.attribute(at, "Target");
                targets.put(
                        SafeXml.attribute(at, "Id"),
                        to.startsWith("/") ? to.substring(1) : "xl/" + to.replaceFirst("^(\\.\\./)+", ""));
            }
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
            case "comment", "threadedComment" -> {
                String cell = SafeXml.attribute(at, "ref");
                row = number(cell.replaceFirst("^[A-Z]+", ""), 1);
                column = column(cell, 1);
                text.setLength(0);
            }
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic = true;
            default -> {
                // Formulas and formatting; the result of a formula is in another element.
            }
        }
    }

    @Override
    public boolean end(String name, String content) {
        switch (name) {
            case "v", "t", "text" -> {
                text.append(phonetic ? "" : content);
                return !phonetic;
            }
            case "c" -> {
                boolean hidden = sheet.hidden() || hiddenRow || hiddenColumns.get(column);
                pieces.add(nature(hidden), sheet.where(), row, column, column, value());
            }
            case "oddHeader", "oddFooter" -> {
                pieces.add(Nature.SHOWN, sheet.where() + "的页眉页脚", 1, 1, 0, content);
                return true;
            }
            case "comment", "threadedComment" -> {
                pieces.add(Nature.COMMENT, sheet.where() + "的批注", row, column, 0, text.toString());
                text.setLength(0);
            }
            case "si" -> {
                pieces.take(HEAP_OF_TEXT + 2L * text.length());
                shared.add(text.toString());
            }
            case "rPh" -> phonetic = false;
            default -> {
                // Nothing else has a text of its own.
            }
        }
        return false;
    }

    private static Nature nature(boolean hidden) {
        return hidden ? Nature.HIDDEN : Nature.SHOWN;
    }

    private String value() {
        if (!type.equals("s")) {
            return type.isEmpty() || type.equals("n") ? plain(text.toString()) : text.toString();
        }
        int index = number(text.toString(), shared.size());
        if (index >= shared.size()) {
            return "";
        }
        used.set(index);
        return shared.get(index);
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
