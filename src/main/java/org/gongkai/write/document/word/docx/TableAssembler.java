package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Cell;
import org.gongkai.write.document.word.docx.BlockAssembler.RunCollector;

/** Makes a table of cells in reading order, some of which continue another one. */
final class TableAssembler {

    private static final int WIDEST = 200;

    private final RemarkCollector remarks;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** The cells that another one may continue, by their first columns: the row and the place in it. */
    private Map<Integer, int[]> above = new HashMap<>();

    private Map<Integer, int[]> current = new HashMap<>();
    private int column;
    private int headRows;

    TableAssembler(RemarkCollector remarks) {
        this.remarks = remarks;
    }

    /**
     * A row begins.
     *
     * @param skipped number of columns without cells before the first one
     * @param head whether it is repeated on each page
     */
    void beginRow(int skipped, boolean head) {
        above = current;
        current = new HashMap<>();
        headRows += head && headRows == rows.size() ? 1 : 0;
        rows.add(new ArrayList<>());
        column = Math.max(0, Math.min(skipped, WIDEST));
    }

    /**
     * Adds a cell.
     *
     * @param columns number of columns that it spans
     * @param down whether it continues the cell above
     * @param across whether it continues the cell before
     */
    void cell(List<Block> content, int columns, boolean down, boolean across) {
        int span = Math.max(1, Math.min(columns, WIDEST));
        List<Cell> row = rows.get(rows.size() - 1);
        int[] upper = above.get(column);
        if (across && !row.isEmpty()) {
            Cell before = row.get(row.size() - 1);
            row.set(
                    row.size() - 1,
                    new Cell(before.content(), before.column(), before.columns() + span, before.rows()));
            hidden(content);
        } else if (down && upper != null) {
            Cell first = rows.get(upper[0]).get(upper[1]);
            rows.get(upper[0])
                    .set(upper[1], new Cell(first.content(), first.column(), first.columns(), first.rows() + 1));
            current.put(column, upper);
            hidden(content);
        } else {
            current.put(column, new int[] {rows.size() - 1, row.size()});
            row.add(new Cell(content, column, span, 1));
        }
        column += span;
    }

    private void hidden(List<Block> content) {
        if (!content.isEmpty()) {
            remarks.leftOut("合并后看不见的单元格里还有文字，没有导入" + text(content));
        }
    }

    /** The text of the paragraphs of a cell, quoted; empty if there is none. */
    private static String text(List<Block> content) {
        String text = content.stream()
                .map(block -> block instanceof Block.Paragraph paragraph ? RunCollector.text(paragraph.text()) : "")
                .collect(Collectors.joining(" "));
        return text.isBlank() ? "" : "：" + RemarkCollector.quoted(text);
    }

    /** The table; empty if it has no cells. */
    Optional<Block> table() {
        return rows.stream().allMatch(List::isEmpty) ? Optional.empty() : Optional.of(new Block.Table(rows, headRows));
    }
}
