package org.gongkai.input.attachment;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.OfficeFile.ParagraphReader;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.Workbook.SharedTexts;

/**
 * Reads a workbook: all worksheets including hidden ones, comments, text boxes, and the cached sources of pivot tables.
 */
record Workbook(ZipParts parts, TextPieces pieces) {

    private static final int HEAP_OF_RELATION = 400;

    private record SheetName(String name, boolean hidden, String relation) {}

    void read() throws IOException {
        SharedTexts shared = new SharedTexts(pieces);
        parts.each("xl/sharedStrings\\.xml", (name, part) -> SafeXml.read(part, pieces, shared));
        List<SheetName> sheets = new ArrayList<>();
        SafeXml.Handler names = (name, at) -> {
            if (name.equals("sheet")) {
                String state = SafeXml.attribute(at, "state");
                sheets.add(new SheetName(
                        SafeXml.attribute(at, "name"), state.endsWith("idden"), SafeXml.attribute(at, "id")));
            }
        };
        parts.each("xl/workbook\\.xml", (name, part) -> SafeXml.read(part, pieces, names));
        Map<String, String> targets = relations("xl/_rels/workbook\\.xml\\.rels");
        for (SheetName sheet : sheets) {
            String path = targets.getOrDefault(sheet.relation(), "");
            String where = "工作表“" + sheet.name() + "”";
            pieces.add(sheet.hidden() ? Nature.HIDDEN : Nature.SHOWN, "工作表名称", 1, 1, 0, sheet.name());
            SheetCells cells = new SheetCells(pieces, where, sheet.hidden(), shared);
            parts.each(Pattern.quote(path), (name, part) -> SafeXml.read(part, pieces, cells));
            String file = path.substring(path.lastIndexOf('/') + 1);
            for (String comments : relations("xl/worksheets/_rels/" + Pattern.quote(file) + "\\.rels")
                    .values()) {
                if (comments.matches(".*(comments|threadedComment)[^/]*\\.xml")) {
                    CellComments reader = new CellComments(pieces, where);
                    parts.each(Pattern.quote(comments), (name, part) -> SafeXml.read(part, pieces, reader));
                }
            }
        }
        parts.each(
                "xl/drawings/drawing\\d+\\.xml",
                (name, part) -> ParagraphReader.read(part, pieces, "文本框", Nature.SHOWN));
        SafeXml.Handler cached = (name, at) -> {
            if (Set.of("s", "n", "d").contains(name)) {
                pieces.add(Nature.HIDDEN, "数据透视表的缓存", 1, 1, 0, SheetCells.plain(SafeXml.attribute(at, "v")));
            }
        };
        parts.each("xl/pivotCache/[^/]+\\.xml", (name, part) -> SafeXml.read(part, pieces, cached));
        shared.storeUnused();
    }

    /** The targets of relationships by their ids, as paths in the ZIP file. */
    private Map<String, String> relations(String rels) throws IOException {
        Map<String, String> targets = new HashMap<>();
        SafeXml.Handler reader = (name, at) -> {
            if (name.equals("Relationship")) {
                pieces.take(HEAP_OF_RELATION);
                String target = SafeXml.attribute(at, "Target");
                String path =
                        target.startsWith("/") ? target.substring(1) : "xl/" + target.replaceFirst("^(\\.\\./)+", "");
                targets.put(SafeXml.attribute(at, "Id"), path);
            }
        };
        parts.each(rels, (name, part) -> SafeXml.read(part, pieces, reader));
        return targets;
    }

    /** Reads the comments on the cells of a worksheet, both legacy comments and threaded ones. */
    private static final class CellComments extends SafeXml.TextCollector {

        private final TextPieces pieces;
        private final String where;
        private String cell = "";

        CellComments(TextPieces pieces, String where) {
            this.pieces = pieces;
            this.where = where;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            if (name.equals("comment") || name.equals("threadedComment")) {
                cell = SafeXml.attribute(at, "ref");
                text.setLength(0);
            }
            // Threaded comments contain text directly, legacy ones in a child element t.
            reading = name.equals("t") || name.equals("text");
        }

        @Override
        public void end(String name) {
            reading = false;
            if (name.equals("comment") || name.equals("threadedComment")) {
                pieces.add(
                        Nature.COMMENT,
                        where + "的批注",
                        SheetCells.row(cell),
                        SheetCells.column(cell, 1),
                        0,
                        text.toString());
            }
        }
    }

    /** The shared strings of a workbook in order, without phonetic hints. */
    static final class SharedTexts extends SafeXml.TextCollector {

        private static final int HEAP_OF_TEXT = 64;

        private final TextPieces pieces;
        private final List<String> texts = new ArrayList<>();
        private final BitSet used = new BitSet();
        private boolean phonetic;

        SharedTexts(TextPieces pieces) {
            this.pieces = pieces;
        }

        /** Returns the text with a number from 0 for a cell; empty if there is none. */
        String use(int index) {
            if (index < 0 || index >= texts.size()) {
                return "";
            }
            used.set(index);
            return texts.get(index);
        }

        /** Stores the texts that no cell has used. */
        void storeUnused() {
            for (int i = used.nextClearBit(0); i < texts.size(); i = used.nextClearBit(i + 1)) {
                pieces.store(texts.get(i));
            }
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            phonetic |= name.equals("rPh");
            reading = name.equals("t") && !phonetic;
        }

        @Override
        public void end(String name) {
            reading = false;
            if (name.equals("rPh")) {
                phonetic = false;
            } else if (name.equals("si")) {
                pieces.take(HEAP_OF_TEXT + 2L * text.length());
                texts.add(take());
            }
        }
    }

    /** Reads the cells of a worksheet with their rows and columns. */
    static final class SheetCells extends SafeXml.TextCollector {

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
}
