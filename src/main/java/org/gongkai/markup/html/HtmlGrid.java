package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/**
 * The grid of a table, in which each cell that spans rows stands in each of them.
 *
 * @param columns the number of columns
 * @param rows its rows
 */
public record HtmlGrid(int columns, List<Row> rows) {

    /** Short rows are filled up to this column, so that what somebody typed cannot make endless ones. */
    private static final int WIDEST = 1_000;

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

    /** Returns the grid of a table. No cell spans into the next section of its table. */
    public static HtmlGrid of(Element table) {
        List<Row> rows = new ArrayList<>();
        TreeMap<Integer, Cell> open = new TreeMap<>();
        int most = 1;
        Element section = null;
        for (Element row : rows(table)) {
            if (row.parent() != section) {
                open.clear();
                section = row.parent();
            }
            List<Cell> cells = new ArrayList<>();
            List<Element> left = new ArrayList<>(row.children());
            int column = 0;
            while (!left.isEmpty() || column < WIDEST && !open.isEmpty()) {
                Cell above = open.remove(column);
                Cell cell = above != null
                        ? new Cell(above.element(), column, above.columns(), above.rows() - 1, true)
                        : cell(left.isEmpty() ? new Element("td") : left.remove(0), column);
                cells.add(cell);
                column += cell.columns();
                // A cell that spans columns hides what stands above them.
                open.headMap(column).clear();
            }
            open.clear();
            cells.stream().filter(cell -> cell.rows() > 1).forEach(cell -> open.put(cell.column(), cell));
            most = Math.max(most, column);
            rows.add(new Row(row, cells));
        }
        return new HtmlGrid(most, rows);
    }

    /** Whether a cell spans rows. */
    public boolean hasHighCells() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.rows() > 1);
    }

    private static Cell cell(Element cell, int column) {
        return new Cell(cell, column, number(cell.attr("colspan")), number(cell.attr("rowspan")), false);
    }

    /** More than three digits are more than any table has: these attributes are what somebody typed. */
    private static int number(String typed) {
        return typed.strip().matches("[1-9]\\d{0,2}") ? Integer.parseInt(typed.strip()) : 1;
    }
}
