package org.gongkai.write.document.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ddf.EscherOptRecord;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.model.PicturesTable;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.util.LittleEndian;
import org.gongkai.text.Characters;
import org.gongkai.write.document.word.assemble.NumberFormat;
import org.gongkai.write.document.word.assemble.SymbolFonts;
import org.gongkai.write.document.word.docx.Parts;
import org.gongkai.write.document.word.docx.XmlElement;

/**
 * The parts of a .docx with the content of a binary document, so that both formats are read in one way. Characters
 * below the blank stand for what is no character.
 */
final class DocParts implements Parts {

    /** The name of the main part. */
    static final String MAIN = "document";

    /** Colours of text and of highlights: [MS-DOC] 2.9.119 and, as three bytes, 2.9.43. */
    private static final int BLACK = 1;

    private static final int WHITE = 8;
    private static final int WHITE_24 = 0xFFFFFF;

    private static final char PICTURE = 1;
    private static final char NOTE = 2;
    private static final char COMMENT = 5;
    private static final char DRAWING = 8;
    private static final char LINE = 11;
    private static final char PAGE = 12;
    private static final char COLUMN = 14;
    private static final char FIELD = 19;
    private static final char RESULT = 20;
    private static final char FIELD_END = 21;
    private static final char HYPHEN = 30;

    /** Length of what precedes each picture, which states it behind its total length. */
    private static final int PICTURE_HEADER = 68;

    /** Edges of cells that differ by less are the same; twentieths of a point. */
    private static final int TOLERANCE = 30;

    private static final int LAST_HEADING_STYLE = 9;
    private static final int NO_OUTLINE = 9;
    private static final int LONGEST_CHAIN = 20;

    /** Numbers of lists from here on stand for lists of Word 6 that are not used any more. */
    private static final int OBSOLETE = 0x7FF;

    /** The byte of a level that holds its switches, and the one that says that it does not start again. */
    private static final int SWITCHES = 5;

    private static final int NO_RESTART = 8;
    private static final int RESTART_LIMIT = 26;

    private static final String TITLE = "title";

    /** What leads to no part. */
    private static final String NOWHERE = "?";

    private final HWPFDocument document;
    private final Map<String, XmlElement> parts = new HashMap<>();
    private final Map<String, Relation> relations = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();

    /** Lists by their numbers, and what they refer to. */
    private final Map<Integer, XmlElement> lists = new HashMap<>();

    private final List<XmlElement> definitions = new ArrayList<>();

    /** The notes that the text refers to, by their kinds. */
    private final Map<String, List<XmlElement>> notes = new HashMap<>();

    /** The texts of comments that no mark has referred to yet. */
    private final Deque<String> comments;

    private final List<XmlElement> commented = new ArrayList<>();

    /** The parts of the text that have been read: a damaged structure of tables may hide others from the library. */
    private final BitSet read = new BitSet();

    /** For each open field, the innermost first, whether its result has begun. */
    private Deque<Boolean> fields = new ArrayDeque<>();

    /** @param withBoxes whether the text boxes follow the text */
    DocParts(HWPFDocument document, boolean withBoxes) {
        this.document = document;
        this.comments = Arrays.stream(document.getCommentsRange().text().split(Character.toString(COMMENT)))
                .map(DocReader::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<XmlElement> body = new ArrayList<>(blocks(document.getRange(), 0));
        Range boxes = document.getMainTextboxRange();
        if (withBoxes && !DocReader.plain(boxes.text()).isEmpty()) {
            body.addAll(apart(boxes));
        }
        part(MAIN, "w:document", body);
        part("footnotes", "w:footnotes", notes.getOrDefault("w:footnote", List.of()));
        part("endnotes", "w:endnotes", notes.getOrDefault("w:endnote", List.of()));
        part("comments", "w:comments", commented);
        part(
                "numbering",
                "w:numbering",
                Stream.concat(definitions.stream(), lists.values().stream()).toList());
        part(
                "styles",
                "w:styles",
                List.of(XmlElement.of("w:style", List.of(value("w:name", TITLE)), "w:styleId", TITLE)));
    }

    private void part(String name, String root, List<XmlElement> content) {
        parts.put(name, XmlElement.of(root, content));
        relations.put(name, new Relation("/" + name, name, false));
    }

    /** Reads blocks to which no field extends. */
    private List<XmlElement> apart(Range range) {
        Deque<Boolean> around = fields;
        fields = new ArrayDeque<>();
        List<XmlElement> blocks = blocks(range, 0);
        fields = around;
        return blocks;
    }

    @Override
    public boolean has(String part) {
        return parts.containsKey(part);
    }

    @Override
    public XmlElement xml(String part) {
        return parts.getOrDefault(part, XmlElement.NONE);
    }

    @Override
    public Optional<byte[]> bytes(String part) {
        return Optional.ofNullable(pictures.get(part));
    }

    @Override
    public Map<String, Relation> relations(String part) {
        return relations;
    }

    /** Returns the texts of comments without marks. */
    List<String> comments() {
        return List.copyOf(comments);
    }

    /** Returns the texts that have not been read. */
    List<String> unread() {
        List<String> unread = new ArrayList<>();
        Range text = document.getRange();
        int end = text.getStartOffset() + text.text().length();
        for (int from = read.nextClearBit(text.getStartOffset()); from < end; ) {
            int next = read.nextSetBit(from);
            int to = next < 0 ? end : Math.min(next, end);
            unread.add(
                    DocReader.plain(text.text().substring(from - text.getStartOffset(), to - text.getStartOffset())));
            from = read.nextClearBit(to);
        }
        unread.removeIf(String::isEmpty);
        return unread;
    }

    private static XmlElement element(String name, XmlElement... children) {
        return XmlElement.of(name, List.of(children));
    }

    private static XmlElement value(String name, Object value) {
        return XmlElement.of(name, List.of(), "w:val", String.valueOf(value));
    }

    private static XmlElement text(String name, String characters) {
        return new XmlElement(name, List.of("xml:space", "preserve"), List.of(), characters);
    }

    /** @param level number of tables around the blocks */
    private List<XmlElement> blocks(Range range, int level) {
        List<XmlElement> blocks = new ArrayList<>();
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                Table table = range.getTable(paragraph);
                blocks.add(table(table, level + 1));
                while (i + 1 < range.numParagraphs()
                        && range.getParagraph(i + 1).getStartOffset() < table.getEndOffset()) {
                    i++;
                }
            } else {
                blocks.add(paragraph(paragraph));
            }
        }
        return blocks;
    }

    private XmlElement table(Table table, int level) {
        List<Integer> edges = edges(table);
        List<XmlElement> rows = new ArrayList<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            int skipped = row.numCells() == 0 ? 0 : column(edges, row.getCell(0).getLeftEdge());
            List<XmlElement> cells = new ArrayList<>();
            cells.add(element(
                    "w:trPr", value("w:gridBefore", skipped), element(row.isTableHeader() ? "w:tblHeader" : "")));
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                int right = column(edges, cell.getLeftEdge() + cell.getWidth());
                List<XmlElement> content = new ArrayList<>(blocks(cell, level));
                content.add(element(
                        "w:tcPr",
                        value("w:gridSpan", right - column(edges, cell.getLeftEdge())),
                        element(cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged() ? "w:vMerge" : ""),
                        element(cell.isMerged() && !cell.isFirstMerged() ? "w:hMerge" : "")));
                cells.add(XmlElement.of("w:tc", content));
            }
            // The mark at the end of a row is a paragraph of its own, unless the mark of its last cell is lost.
            Paragraph end = row.getParagraph(row.numParagraphs() - 1);
            if (!read.get(end.getStartOffset()) && !DocReader.plain(end.text()).isEmpty()) {
                Range rest = new Range(end.getStartOffset(), end.getEndOffset(), document);
                cells.add(XmlElement.of("w:tc", blocks(rest, level)));
            }
            rows.add(XmlElement.of("w:tr", cells));
        }
        return XmlElement.of("w:tbl", rows);
    }

    private static List<Integer> edges(Table table) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            for (int j = 0; j < row.numCells(); j++) {
                all.add(row.getCell(j).getLeftEdge());
                all.add(row.getCell(j).getLeftEdge() + row.getCell(j).getWidth());
            }
        }
        List<Integer> edges = new ArrayList<>();
        for (int edge : all) {
            if (edges.isEmpty() || edge - edges.get(edges.size() - 1) > TOLERANCE) {
                edges.add(edge);
            }
        }
        return edges;
    }

    private static int column(List<Integer> edges, int position) {
        int column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) <= position) {
            column++;
        }
        return column;
    }

    private XmlElement paragraph(Paragraph paragraph) {
        read.set(paragraph.getStartOffset(), Math.max(paragraph.getStartOffset(), paragraph.getEndOffset()));
        List<XmlElement> content = new ArrayList<>();
        StringBuilder deleted = new StringBuilder();
        boolean isMarkDeleted = false;
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            boolean isLast = i == paragraph.numCharacterRuns() - 1;
            if (run.isMarkedDeleted()) {
                isMarkDeleted |= isLast && run.text().endsWith("\r");
                deleted.append(run.text().replaceAll("[\\x00-\\x1f]", ""));
            } else {
                XmlElement made = run(run, isLast);
                content.add(run.isMarkedInserted() ? element("w:ins", made) : made);
            }
        }
        content.add(element("w:del", text("w:delText", deleted.toString())));
        content.add(properties(paragraph, isMarkDeleted));
        return XmlElement.of("w:p", content);
    }

    private XmlElement properties(Paragraph paragraph, boolean isMarkDeleted) {
        List<XmlElement> all = new ArrayList<>();
        int heading = heading(paragraph);
        if (heading >= 0) {
            all.add(heading == 0 ? value("w:pStyle", TITLE) : value("w:outlineLvl", heading - 1));
        }
        int alignment = paragraph.getJustification();
        all.add(value("w:jc", alignment == 1 ? "center" : alignment == 2 ? "right" : "left"));
        if (paragraph.pageBreakBefore()) {
            all.add(element("w:pageBreakBefore"));
        }
        if (!paragraph.getBottomBorder().isEmpty() || !paragraph.getTopBorder().isEmpty()) {
            all.add(element("w:pBdr", element("w:bottom")));
        }
        int list = paragraph.getIlfo();
        if (list > 0 && list < OBSOLETE) {
            define(list);
            all.add(element("w:numPr", value("w:numId", list), value("w:ilvl", paragraph.getIlvl())));
        }
        if (isMarkDeleted) {
            all.add(element("w:rPr", element("w:del")));
        }
        return XmlElement.of("w:pPr", all);
    }

    /**
     * The level of a heading, 0 for the title; -1 for none. Styles 1 to 9 are the headings in every document; others
     * inherit from them.
     */
    private int heading(Paragraph paragraph) {
        int outline = paragraph.getLvl();
        if (outline >= 0 && outline < NO_OUTLINE) {
            return outline + 1;
        }
        int style = paragraph.getStyleIndex();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            StyleDescription description =
                    style < 0 || style >= document.getStyleSheet().numStyles()
                            ? null
                            : document.getStyleSheet().getStyleDescription(style);
            if (description == null) {
                return -1;
            }
            if (style >= 1 && style <= LAST_HEADING_STYLE) {
                return style;
            }
            String name = String.valueOf(description.getName());
            if (name.equalsIgnoreCase("Title") || name.equals("标题")) {
                return 0;
            }
            style = description.getBaseStyle();
        }
        return -1;
    }

    /** Adds a list by its number from 1; it remains undefined if the tables are damaged. */
    private void define(int list) {
        ListTables tables = document.getListTables();
        try {
            ListData data = tables == null || lists.containsKey(list)
                    ? null
                    : tables.getListData(tables.getLfo(list).getLsid());
            if (data != null) {
                define(list, data, tables.getLfoData(list).getRgLfoLvl());
            }
        } catch (RuntimeException e) {
            // The library throws all kinds of exceptions for damaged tables.
            lists.remove(list);
        }
    }

    private void define(int list, ListData data, ListFormatOverrideLevel[] overrides) {
        List<XmlElement> levels = new ArrayList<>();
        for (ListLevel level : data.getLevels()) {
            levels.add(level(level, levels.size()));
        }
        definitions.add(XmlElement.of("w:abstractNum", levels, "w:abstractNumId", String.valueOf(data.getLsid())));
        List<XmlElement> own = new ArrayList<>(List.of(value("w:abstractNumId", data.getLsid())));
        for (ListFormatOverrideLevel override : overrides == null ? new ListFormatOverrideLevel[0] : overrides) {
            int number = override.getLevelNum();
            if (number < levels.size()) {
                boolean hasLevel = override.isFormatting() && override.getLevel() != null;
                XmlElement level = hasLevel ? level(override.getLevel(), number) : levels.get(number);
                Object start = override.isFormatting() ? level.child("w:start").value() : override.getIStartAt();
                own.add(XmlElement.of(
                        "w:lvlOverride",
                        List.of(level, override.isStartAt() ? value("w:startOverride", start) : XmlElement.NONE),
                        "w:ilvl",
                        String.valueOf(number)));
            }
        }
        lists.put(list, XmlElement.of("w:num", own, "w:numId", String.valueOf(list)));
    }

    private static XmlElement level(ListLevel level, int index) {
        String typed = level.getNumberText() == null ? "" : level.getNumberText();
        String pattern = typed.chars()
                .mapToObj(c -> c < 9 ? "%" + (c + 1) : Character.toString(c))
                .collect(Collectors.joining());
        byte[] stored = level.toByteArray();
        boolean never = (stored[SWITCHES] & NO_RESTART) != 0;
        String format = NumberFormat.name(level.getNumberFormat());
        XmlElement font = XmlElement.of("w:rFonts", List.of(), "w:ascii", "Wingdings");
        return XmlElement.of(
                "w:lvl",
                List.of(
                        value("w:numFmt", format),
                        value("w:lvlText", pattern),
                        value("w:start", level.getStartAt()),
                        value("w:lvlRestart", never ? stored[RESTART_LIMIT] : -1),
                        element(level.isLegalNumbering() ? "w:isLgl" : ""),
                        value(
                                "w:suff",
                                switch (level.getTypeOfCharFollowingTheNumber()) {
                                    case 1 -> "space";
                                    case 2 -> "nothing";
                                    default -> "tab";
                                }),
                        element("w:rPr", format.equals("bullet") ? font : XmlElement.NONE)),
                "w:ilvl",
                String.valueOf(index));
    }

    private XmlElement run(CharacterRun run, boolean isLast) {
        List<XmlElement> pieces = new ArrayList<>(List.of(properties(run)));
        if (run.isSymbol()) {
            String font = run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName();
            String code = Integer.toHexString(run.getSymbolCharacter());
            pieces.add(XmlElement.of("w:sym", List.of(), "w:char", code, "w:font", font));
        } else {
            String text = run.text();
            for (int i = 0; i < text.length(); ) {
                int end = Math.max(i + 1, Characters.end(text, i, c -> c >= ' '));
                boolean isCode = !fields.isEmpty() && !fields.peek();
                pieces.add(
                        text.charAt(i) >= ' '
                                ? text(isCode ? "w:instrText" : "w:t", text.substring(i, end))
                                : special(text.charAt(i), run, isCode, isLast && end == text.length()));
                i = end;
            }
        }
        return XmlElement.of("w:r", pieces);
    }

    private static XmlElement properties(CharacterRun run) {
        int position = run.getSubSuperScriptIndex();
        boolean isWhite = run.getColor() == WHITE || run.getIco24() == WHITE_24;
        boolean isBlack = run.getColor() <= BLACK && run.getIco24() <= 0;
        int marker = run.isHighlighted() ? run.getHighlightedColor() : 0;
        String font = String.valueOf(run.getFontName());
        return element(
                "w:rPr",
                element(run.isBold() ? "w:b" : ""),
                element(run.isItalic() ? "w:i" : ""),
                element(run.getUnderlineCode() != 0 ? "w:u" : ""),
                element(run.isStrikeThrough() || run.isDoubleStrikeThrough() ? "w:strike" : ""),
                element(run.isVanished() ? "w:vanish" : ""),
                value("w:vertAlign", position == 1 ? "superscript" : position == 2 ? "subscript" : ""),
                value("w:sz", run.getFontSize()),
                value("w:color", isWhite ? "FFFFFF" : isBlack ? "auto" : "808080"),
                value("w:highlight", marker == WHITE ? "white" : marker == BLACK ? "black" : ""),
                XmlElement.of("w:shd", List.of(), "w:fill", marker == 0 ? "auto" : "C0C0C0"),
                XmlElement.of("w:rFonts", List.of(), "w:ascii", SymbolFonts.is(font) ? font : ""));
    }

    private XmlElement special(char c, CharacterRun run, boolean isCode, boolean isEnd) {
        return switch (c) {
            case FIELD, RESULT, FIELD_END -> field(c);
            case '\t' -> element("w:tab");
            case LINE, COLUMN -> element("w:br");
            case PAGE -> isEnd ? XmlElement.NONE : XmlElement.of("w:br", List.of(), "w:type", "page");
            case HYPHEN -> element("w:noBreakHyphen");
            case PICTURE -> isCode ? XmlElement.NONE : picture(run);
            case DRAWING -> drawing(run);
            case NOTE -> note(run);
            case COMMENT -> run.isSpecialCharacter() ? comment() : XmlElement.NONE;
            default -> XmlElement.NONE; // Ends of paragraphs and cells, and marks without characters.
        };
    }

    private XmlElement field(char c) {
        if (c != FIELD) {
            fields.poll();
        }
        if (c != FIELD_END) {
            fields.push(c == RESULT);
        }
        String type = c == FIELD ? "begin" : c == RESULT ? "separate" : "end";
        return XmlElement.of("w:fldChar", List.of(), "w:fldCharType", type);
    }

    /** Whether a run is part of the body, in which marks of notes refer to them; in a note they stand for itself. */
    private boolean isInBody(CharacterRun run) {
        return run.getStartOffset() < document.getRange().getEndOffset();
    }

    private XmlElement note(CharacterRun run) {
        return note("w:footnote", document.getFootnotes(), document.getFootnoteRange(), run)
                .or(() -> note("w:endnote", document.getEndnotes(), document.getEndnoteRange(), run))
                .orElseGet(() -> isInBody(run) ? reference("w:footnote", NOWHERE) : XmlElement.NONE);
    }

    private Optional<XmlElement> note(String kind, Notes all, Range texts, CharacterRun run) {
        int index = all.getNoteIndexByAnchorPosition(run.getStartOffset());
        if (index < 0) {
            return Optional.empty();
        }
        int start = texts.getStartOffset();
        Range note =
                new Range(start + all.getNoteTextStartOffset(index), start + all.getNoteTextEndOffset(index), document);
        notes.computeIfAbsent(kind, any -> new ArrayList<>())
                .add(XmlElement.of(kind, apart(note), "w:id", kind + index));
        return Optional.of(reference(kind, kind + index));
    }

    private static XmlElement reference(String kind, String id) {
        return XmlElement.of(kind + "Reference", List.of(), "w:id", id);
    }

    private XmlElement comment() {
        String id = String.valueOf(commented.size());
        String said = Optional.ofNullable(comments.poll()).orElse("");
        commented.add(XmlElement.of("w:comment", List.of(text("w:t", said)), "w:id", id));
        return reference("w:comment", id);
    }

    private XmlElement picture(CharacterRun run) {
        PicturesTable table = document.getPicturesTable();
        if (run.isOle2() || !table.hasPicture(run)) {
            boolean isLost = run.isSpecialCharacter()
                    && !run.isOle2()
                    && !run.isData()
                    && !run.isObj()
                    && !isStored(run.getPicOffset());
            return isLost ? lost() : element(run.isSpecialCharacter() && run.isOle2() ? "w:object" : "");
        }
        Picture picture = table.extractPicture(run, true);
        boolean isCropped = picture.getDxaCropLeft() > 0
                || picture.getDxaCropRight() > 0
                || picture.getDyaCropTop() > 0
                || picture.getDyaCropBottom() > 0;
        String text = String.valueOf(picture.getDescription());
        return picture("p" + run.getPicOffset(), picture.getContent(), text.equals("null") ? "" : text, isCropped);
    }

    /** Whether there is a picture or another shape at a place of the stream for both. */
    private boolean isStored(int offset) {
        byte[] data = document.getDataStream();
        return data != null
                && offset >= 0
                && offset <= data.length - PICTURE_HEADER
                && LittleEndian.getUShort(data, offset + Integer.BYTES) == PICTURE_HEADER;
    }

    private XmlElement drawing(CharacterRun run) {
        OfficeDrawing drawing = document.getOfficeDrawingsMain().getOfficeDrawingAt(run.getStartOffset());
        if (drawing == null || drawing.getOfficeArtSpContainer() == null) {
            return run.isSpecialCharacter() && isInBody(run) ? lost() : XmlElement.NONE;
        }
        byte[] bytes = drawing.getPictureData();
        if (bytes != null) {
            return picture("d" + run.getStartOffset(), bytes, "", false);
        }
        EscherOptRecord options = drawing.getOfficeArtSpContainer().getChildById(EscherOptRecord.RECORD_ID);
        boolean isTextBox = options != null && options.lookup(EscherPropertyTypes.TEXT__TEXTID) != null;
        return element(isTextBox ? "" : "w:drawing");
    }

    private static XmlElement lost() {
        return element("w:drawing", XmlElement.of("a:blip", List.of(), "r:embed", NOWHERE));
    }

    private XmlElement picture(String id, byte[] bytes, String description, boolean isCropped) {
        if (bytes == null || bytes.length == 0) {
            // A shape that is no picture; text in it is reported as a text box.
            return XmlElement.NONE;
        }
        pictures.put(id, bytes);
        relations.put(id, new Relation("/image", id, false));
        return element(
                "w:drawing",
                XmlElement.of("wp:docPr", List.of(), "descr", description),
                XmlElement.of("a:srcRect", List.of(), "l", isCropped ? "1" : "0"),
                XmlElement.of("a:blip", List.of(), "r:embed", id));
    }
}
