package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.TableAssembler;

/** Reads a table. The format stores where cells begin, not how many columns they span. */
final class DocTable {

    /** Edges that differ by less are the same; twentieths of a point. */
    private static final int TOLERANCE = 30;

    private DocTable() {}

    /**
     * Reads a table.
     *
     * @param level number of tables around its cells
     */
    static Optional<Block> read(Table table, DocStory story, FieldStack fields, int level) {
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
                        DocBody.blocks(cell, story, fields, level),
                        column(edges, right) - column(edges, cell.getLeftEdge()),
                        cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged(),
                        cell.isMerged() && !cell.isFirstMerged());
            }
            rest(row, story, fields, level, assembler);
        }
        story.remarks().endTable();
        return assembler.table();
    }

    /** The mark at the end of a row is a paragraph of its own without text, unless the mark of its last cell is lost. */
    private static void rest(TableRow row, DocStory story, FieldStack fields, int level, TableAssembler assembler) {
        Paragraph end = row.getParagraph(row.numParagraphs() - 1);
        if (!story.coverage().contains(end) && !DocReader.plain(end.text()).isEmpty()) {
            Range text = new Range(end.getStartOffset(), end.getEndOffset(), story.document());
            assembler.cell(DocBody.blocks(text, story, fields, level), 1, false, false);
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
