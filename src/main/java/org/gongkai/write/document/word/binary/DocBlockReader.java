package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.assemble.BlockAssembler;
import org.gongkai.write.document.word.assemble.BlockAssembler.ParagraphShape;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.ListCounters.ListLabel;
import org.gongkai.write.document.word.assemble.TableAssembler;

/** Reads the blocks of a body, a cell or a note. */
final class DocBlockReader {

    /** Edges that differ by less are the same; twentieths of a point. */
    private static final int TOLERANCE = 30;

    private static final int LAST_HEADING_STYLE = 9;
    private static final int NO_OUTLINE = 9;
    private static final int LONGEST_CHAIN = 20;

    private final DocStory story;
    private final FieldStack fields;
    private final int level;
    private final BlockAssembler blocks;

    private DocBlockReader(DocStory story, FieldStack fields, int level) {
        this.story = story;
        this.fields = fields;
        this.level = level;
        this.blocks = new BlockAssembler(story.remarks());
    }

    /**
     * Reads blocks.
     *
     * @param fields the fields that are open where they begin
     * @param level number of tables around them
     */
    static List<Block> blocks(Range range, DocStory story, FieldStack fields, int level) {
        DocBlockReader body = new DocBlockReader(story, fields, level);
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                int end = body.table(range, paragraph);
                while (i + 1 < range.numParagraphs()
                        && range.getParagraph(i + 1).getStartOffset() < end) {
                    i++;
                }
            } else {
                body.paragraph(paragraph);
            }
        }
        return body.blocks.blocks();
    }

    /** Reads a table and returns its end. */
    private int table(Range range, Paragraph first) {
        org.apache.poi.hwpf.usermodel.Table table = range.getTable(first);
        blocks.finish();
        table(table, story, fields, level + 1).ifPresent(blocks::add);
        return table.getEndOffset();
    }

    private void paragraph(Paragraph paragraph) {
        story.remarks().beginParagraph();
        DocRunReader reader = new DocRunReader(story, fields);
        boolean contents = fields.isContents();
        List<Run> runs = reader.read(paragraph);
        if (reader.isMarkDeleted()) {
            blocks.unended(shape(paragraph, ListLabel.NONE), runs);
            return;
        }
        // The next heading may stand in the paragraph in which a table of contents ends.
        boolean entry = contents && (fields.isContents() || runs.isEmpty());
        ListLabel label = entry ? ListLabel.NONE : story.numbering().next(paragraph);
        blocks.paragraph(shape(paragraph, label), runs);
    }

    private ParagraphShape shape(Paragraph paragraph, ListLabel label) {
        return new ParagraphShape(
                level > 0 ? -1 : heading(paragraph),
                alignment(paragraph.getJustification()),
                label,
                paragraph.pageBreakBefore(),
                !paragraph.getBottomBorder().isEmpty()
                        || !paragraph.getTopBorder().isEmpty(),
                level > 0);
    }

    private static Alignment alignment(int code) {
        return switch (code) {
            case 1 -> Alignment.CENTER;
            case 2 -> Alignment.RIGHT;
            default -> Alignment.LEFT;
        };
    }

    /** Styles 1 to 9 are the headings in every document; others inherit from them. */
    private int heading(Paragraph paragraph) {
        int outline = paragraph.getLvl();
        if (outline >= 0 && outline < NO_OUTLINE) {
            return outline + 1;
        }
        int style = paragraph.getStyleIndex();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            StyleDescription description =
                    style < 0 || style >= story.document().getStyleSheet().numStyles()
                            ? null
                            : story.document().getStyleSheet().getStyleDescription(style);
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

    /**
     * Reads a table.
     *
     * @param level number of tables around its cells
     */
    static Optional<Block> table(Table table, DocStory story, FieldStack fields, int level) {
        List<Integer> edges = edges(table);
        TableAssembler assembler = new TableAssembler(story.remarks());
        story.remarks().beginTable();
        for (int i = 0; i < table.numRows(); i++) {
            TableRow row = table.getRow(i);
            story.remarks().beginRow();
            assembler.beginRow(
                    row.numCells() == 0 ? 0 : column(edges, row.getCell(0).getLeftEdge()), row.isTableHeader());
            for (int j = 0; j < row.numCells(); j++) {
                TableCell cell = row.getCell(j);
                int right = cell.getLeftEdge() + cell.getWidth();
                assembler.cell(
                        DocBlockReader.blocks(cell, story, fields, level),
                        column(edges, right) - column(edges, cell.getLeftEdge()),
                        cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged(),
                        cell.isMerged() && !cell.isFirstMerged());
            }
            rest(row, story, fields, level, assembler);
        }
        story.remarks().endTable();
        return assembler.table();
    }

    /**
     * The mark at the end of a row is a paragraph of its own without text, unless the mark of its last cell is lost.
     */
    private static void rest(TableRow row, DocStory story, FieldStack fields, int level, TableAssembler assembler) {
        Paragraph end = row.getParagraph(row.numParagraphs() - 1);
        if (!story.coverage().contains(end) && !DocReader.plain(end.text()).isEmpty()) {
            Range text = new Range(end.getStartOffset(), end.getEndOffset(), story.document());
            assembler.cell(DocBlockReader.blocks(text, story, fields, level), 1, false, false);
        }
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
}
