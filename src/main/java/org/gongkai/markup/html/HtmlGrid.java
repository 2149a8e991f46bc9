package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/**
 * The grid of a table, in which each cell that spans rows stands in each of them.
 *
 * @param columns the number of columns
 * @param rows its rows
 */
public record HtmlGrid(int columns, List<Row> rows) {

    /** More than any table has; {@code colspan} and {@code rowspan} are what somebody typed. */
    private static final int MOST = 100;

    /** A row of a table. */
    public record Row(Element element, List<Cell> cells) {

        /** Whether it is in the head of the table. */
        public boolean isHead() {
            return element.parent().nameIs("thead");
        }
    }

    /**
     * A cell of a row.
     *
     * @param column the column, from 0, in which it begins
     * @param columns how many columns it takes
     * @param rows how many rows it takes from this one on
     * @param continues whether it began in a row above
     */
    public record Cell(Element element, int column, int columns, int rows, boolean continues) {}

    /** The rows of a table, not those of tables within it. */
    public static List<Element> rows(Element table) {
        return table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    }

    /** Returns the grid of those rows of a table that are wanted. */
    public static HtmlGrid of(Element table, Predicate<Element> wanted) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, Cell> open = new HashMap<>();
        int most = 1;
        for (Element row : rows(table)) {
            if (!wanted.test(row)) {
                continue;
            }
            List<Cell> cells = new ArrayList<>();
            List<Element> left = new ArrayList<>(row.children());
            int column = 0;
            while (!left.isEmpty() || open.containsKey(column)) {
                Cell above = open.remove(column);
                Cell cell = above != null
                        ? new Cell(above.element(), column, above.columns(), above.rows() - 1, true)
                        : cell(left.remove(0), column);
                cells.add(cell);
                column += cell.columns();
            }
            cells.stream().filter(cell -> cell.rows() > 1).forEach(cell -> open.put(cell.column(), cell));
            most = Math.max(most, column);
            rows.add(new Row(row, cells));
        }
        return new HtmlGrid(most, rows);
    }

    private static Cell cell(Element cell, int column) {
        return new Cell(cell, column, number(cell.attr("colspan")), number(cell.attr("rowspan")), false);
    }

    private static int number(String typed) {
        return typed.strip().matches("[1-9]\\d{0,3}") ? Math.min(MOST, Integer.parseInt(typed.strip())) : 1;
    }
}
