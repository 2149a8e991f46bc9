package org.gongkai.write.document.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Run;

/** Turns lines whose columns were set with tabs into tables, if each line has the same number of columns. */
final class TabbedTables {

    private static final int LONGEST_CELL = 60;
    private static final int FEWEST_ROWS = 2;

    /** Two columns may be a label and a text; only several of them are a table. */
    private static final int FEWEST_ROWS_OF_TWO = 3;

    private TabbedTables() {}

    static List<Block> of(List<Block> blocks, List<Remark> remarks) {
        List<Block> result = new ArrayList<>();
        int at = 0;
        while (at < blocks.size()) {
            int end = at;
            while (end < blocks.size() && cells(blocks.get(end)).size() > 1) {
                end++;
            }
            if (end - at < FEWEST_ROWS) {
                result.add(blocks.get(at++));
                continue;
            }
            result.addAll(rows(blocks.subList(at, end), at, remarks));
            at = end;
        }
        return result;
    }

    private static List<Block> rows(List<Block> lines, int first, List<Remark> remarks) {
        List<List<String>> rows = lines.stream().map(TabbedTables::cells).toList();
        int columns = rows.get(0).size();
        String place = BlockText.place(first) + "到" + BlockText.place(first + lines.size() - 1);
        boolean isRegular = rows.stream()
                .allMatch(row -> row.size() == columns && row.stream().allMatch(cell -> cell.length() <= LONGEST_CELL));
        if (!isRegular) {
            remarks.add(new Remark(place, "用制表符排成几列，各行列数不同，没有做成表格，请核对", Remark.Weight.NOTE));
            return lines;
        }
        if (columns == 2 && lines.size() < FEWEST_ROWS_OF_TWO) {
            return lines;
        }
        remarks.add(new Remark(place, "用制表符排成的 " + columns + " 列做成了表格", Remark.Weight.NOTE));
        List<List<Block.Cell>> cells = new ArrayList<>();
        for (List<String> row : rows) {
            List<Block.Cell> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                line.add(cell(row.get(column), column));
            }
            cells.add(line);
        }
        return List.of(new Block.Table(cells, 1));
    }

    private static Block.Cell cell(String text, int column) {
        List<Run> runs = text.isEmpty() ? List.of() : List.of(new Run.Text(text, Run.Style.PLAIN, ""));
        return new Block.Cell(List.of(new Block.Paragraph(runs, Block.Alignment.LEFT, 0)), column, 1, 1);
    }

    /** The columns of a paragraph of plain text; one for any other block. */
    private static List<String> cells(Block block) {
        String text = BlockText.of(block);
        return !BlockText.isPlain(block) || text.indexOf('\t') < 0 || text.indexOf('\n') >= 0
                ? List.of(text)
                : Arrays.stream(text.split("\t+", -1)).map(String::strip).toList();
    }
}
