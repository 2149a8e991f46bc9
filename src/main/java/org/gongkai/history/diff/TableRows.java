package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The rows of a table and the layout of its cells.
 *
 * @param rows from top to bottom
 * @param width columns of the widest row
 * @param covered for each row the columns that a cell of a row above covers
 */
public record TableRows(List<Element> rows, int width, boolean hasHighCells, List<boolean[]> covered) {
    /** Columns beyond this are ignored. */
    private static final int WIDEST = 1000;

    public static List<Element> of(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.nameIs("tr")) {
                rows.add(child);
            } else {
                child.children().stream().filter(row -> row.nameIs("tr")).forEach(rows::add);
            }
        }
        return rows;
    }

    public static TableRows read(Element table) {
        List<Element> rows = of(table);
        List<boolean[]> covered = new ArrayList<>();
        int width = 0;
        boolean hasHighCells = false;
        int[] reach = new int[WIDEST];
        for (int r = 0; r < rows.size(); r++) {
            boolean isFirst = r == 0 || rows.get(r).parent() != rows.get(r - 1).parent();
            boolean[] above = new boolean[WIDEST];
            for (int c = 0; c < WIDEST; c++) {
                // No cell spans into the next section of its table.
                reach[c] = isFirst ? 0 : Math.max(0, reach[c] - 1);
                above[c] = reach[c] > 0;
            }
            int column = 0;
            for (Element cell : rows.get(r).children()) {
                while (column < WIDEST && above[column]) {
                    column++;
                }
                int wide = span(cell, "colspan");
                int high = span(cell, "rowspan");
                hasHighCells |= high > 1;
                for (int k = 0; k < wide && column < WIDEST; k++, column++) {
                    reach[column] = Math.max(reach[column], high);
                }
            }
            for (int c = column; c < WIDEST; c++) {
                column = above[c] ? c + 1 : column;
            }
            width = Math.max(width, column);
            covered.add(above);
        }
        return new TableRows(rows, width, hasHighCells, covered);
    }

    private static int span(Element cell, String name) {
        String typed = cell.attr(name);
        return typed.matches("[1-9]\\d{0,2}") ? Integer.parseInt(typed) : 1;
    }
}
