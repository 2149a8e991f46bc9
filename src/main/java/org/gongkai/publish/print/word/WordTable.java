package org.gongkai.publish.print.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The grid of a table, in which each cell that spans rows stands in each of them.
 *
 * @param columns the number of columns
 * @param rows its rows
 */
record WordTable(int columns, List<Row> rows) {

    /** More than any table has; {@code colspan} and {@code rowspan} are what somebody typed. */
    private static final int MOST = 100;

    /** A row; {@code isHead} repeats on each page. */
    record Row(boolean isHead, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param content null if it continues the one above
     * @param span how many columns it takes
     * @param begins whether it is the first of several rows
     */
    record Cell(Element content, int span, boolean begins) {}

    static WordTable of(Element table) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, int[]> open = new HashMap<>();
        int most = 1;
        for (Element row : table.select("tr")) {
            if (row.closest("table") != table) {
                continue;
            }
            List<Cell> cells = new ArrayList<>();
            int column = 0;
            List<Element> left = new ArrayList<>(row.select("> th, > td"));
            while (!left.isEmpty() || open.containsKey(column)) {
                int[] above = open.get(column);
                if (above != null) {
                    cells.add(new Cell(null, above[1], false));
                    if (--above[0] == 0) {
                        open.remove(column);
                    }
                    column += above[1];
                    continue;
                }
                Element cell = left.remove(0);
                int span = number(cell.attr("colspan"));
                int down = number(cell.attr("rowspan"));
                cells.add(new Cell(cell, span, down > 1));
                if (down > 1) {
                    open.put(column, new int[] {down - 1, span});
                }
                column += span;
            }
            most = Math.max(most, column);
            rows.add(new Row(row.parent().normalName().equals("thead"), cells));
        }
        return new WordTable(most, rows);
    }

    private static int number(String typed) {
        return typed.matches("[1-9][0-9]{0,2}") ? Math.min(MOST, Integer.parseInt(typed)) : 1;
    }
}
