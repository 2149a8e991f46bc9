package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.TextPiece.Nature;

/**
 * Reads a workbook: all worksheets including hidden ones, comments, text boxes, and the cached sources of pivot tables.
 */
final class Workbook {

    private static final int HEAP_OF_TEXT = 64;
    private static final int HEAP_OF_RELATION = 400;

    private final ZipParts parts;
    private final TextPieces pieces;

    private record SheetName(String name, boolean hidden, String relation) {}

    Workbook(ZipParts parts, TextPieces pieces) {
        this.parts = parts;
        this.pieces = pieces;
    }

    void read() throws IOException {
        List<String> shared = new ArrayList<>();
        for (byte[] part : parts.texts("xl/sharedStrings\\.xml").values()) {
            SafeXml.read(part, pieces, new SharedTexts(shared, pieces));
        }
        List<SheetName> sheets = new ArrayList<>();
        for (byte[] part : parts.texts("xl/workbook\\.xml").values()) {
            SafeXml.read(part, pieces, new Starts((name, at) -> {
                if (name.equals("sheet")) {
                    String state = SafeXml.attribute(at, "state");
                    sheets.add(new SheetName(
                            SafeXml.attribute(at, "name"), state.endsWith("idden"), SafeXml.attribute(at, "id")));
                }
            }));
        }
        Map<String, String> targets = relations("xl/_rels/workbook\\.xml\\.rels");
        for (SheetName sheet : sheets) {
            String path = targets.getOrDefault(sheet.relation(), "");
            String where = "工作表“" + sheet.name() + "”";
            pieces.add(sheet.hidden() ? Nature.HIDDEN : Nature.SHOWN, "工作表名称", 1, 1, 0, sheet.name());
            for (byte[] part : exactly(path).values()) {
                SafeXml.read(part, pieces, new SheetCells(pieces, where, sheet.hidden(), shared));
            }
            String name = path.substring(path.lastIndexOf('/') + 1);
            for (String comments : relations("xl/worksheets/_rels/" + Pattern.quote(name) + "\\.rels")
                    .values()) {
                if (comments.matches(".*(comments|threadedComment)[^/]*\\.xml")) {
                    for (byte[] part : exactly(comments).values()) {
                        SafeXml.read(part, pieces, new CellComments(pieces, where));
                    }
                }
            }
        }
        for (byte[] part : parts.texts("xl/drawings/drawing\\d+\\.xml").values()) {
            ParagraphReader.read(part, pieces, "文本框", Nature.SHOWN);
        }
        for (byte[] part : parts.texts("xl/pivotCache/[^/]+\\.xml").values()) {
            SafeXml.read(part, pieces, new Starts((name, at) -> {
                if (Set.of("s", "n", "d").contains(name)) {
                    pieces.add(Nature.HIDDEN, "数据透视表的缓存", 1, 1, 0, SheetCells.plain(SafeXml.attribute(at, "v")));
                }
            }));
        }
    }

    /** The targets of relationships by their ids, as paths in the ZIP file. */
    private Map<String, String> relations(String rels) throws IOException {
        Map<String, String> targets = new HashMap<>();
        for (byte[] part : parts.texts(rels).values()) {
            SafeXml.read(part, pieces, new Starts((name, at) -> {
                if (name.equals("Relationship")) {
                    pieces.take(HEAP_OF_RELATION);
                    String target = SafeXml.attribute(at, "Target");
                    String path = target.startsWith("/")
                            ? target.substring(1)
                            : "xl/" + target.replaceFirst("^(\\.\\./)+", "");
                    targets.put(SafeXml.attribute(at, "Id"), path);
                }
            }));
        }
        return targets;
    }

    private Map<String, byte[]> exactly(String name) {
        return parts.texts(Pattern.quote(name));
    }

    /** Handles start tags only. */
    private record Starts(BiConsumer<String, XMLStreamReader> starts) implements SafeXml.Handler {
        @Override
        public void start(String name, XMLStreamReader at) {
            starts.accept(name, at);
        }

        @Override
        public void end(String name) {}

        @Override
        public void text(String text) {}
    }

    /** The shared strings in order, without phonetic hints. */
    private static final class SharedTexts implements SafeXml.Handler {
        private final List<String> shared;
        private final TextPieces pieces;
        private final StringBuilder item = new StringBuilder();
        private boolean reading;
        private boolean phonetic;

        SharedTexts(List<String> shared, TextPieces pieces) {
            this.shared = shared;
            this.pieces = pieces;
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
                pieces.take(HEAP_OF_TEXT + 2L * item.length());
                shared.add(item.toString());
                item.setLength(0);
            }
        }

        @Override
        public void text(String text) {
            if (reading) {
                item.append(text);
            }
        }
    }

    /** Reads the comments on the cells of a worksheet, both legacy comments and threaded ones. */
    private static final class CellComments implements SafeXml.Handler {

        private final TextPieces pieces;
        private final String where;
        private final StringBuilder text = new StringBuilder();
        private String cell = "";
        private boolean reading;

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

        @Override
        public void text(String more) {
            if (reading) {
                text.append(more);
            }
        }
    }
}
