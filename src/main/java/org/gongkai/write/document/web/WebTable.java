package org.gongkai.write.document.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.write.document.Block;
import org.jsoup.nodes.Element;

/** Reads tables of a page, with the columns that each cell really has. */
final class WebTable {

    private static final int MOST_COLUMNS = 200;

    private WebTable() {}

    /** The rows of a table, not those of tables within it. */
    static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else if (child.normalName().matches("thead|tbody|tfoot")) {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    /** Whether a table only lays out the page: it has one column, or tables within its cells. */
    static boolean isLayout(Element table) {
        List<Element> rows = rows(table);
        return rows.stream().allMatch(row -> row.children().size() <= 1)
                || table.select("table").size() > 1
                || table.attr("role").equals("presentation");
    }

    /** @param isRead whether a row, a group of rows or a cell is read; asked once for each */
    static Block.Table of(Element table, Predicate<Element> isRead, Function<Element, List<Block>> content) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        Map<Element, Boolean> groups = new HashMap<>(Map.of(table, true));
        Map<Integer, Integer> covered = new HashMap<>();
        int headRows = 0;
        for (Element row : rows(table)) {
            if (!groups.computeIfAbsent(row.parent(), isRead::test) || !isRead.test(row)) {
                continue;
            }
            List<Block.Cell> cells = new ArrayList<>();
            Map<Integer, Integer> next = new HashMap<>();
            covered.forEach((column, left) -> {
                if (left > 1) {
                    next.put(column, left - 1);
                }
            });
            int column = 0;
            for (Element cell : row.children()) {
                while (covered.containsKey(column)) {
                    column++;
                }
                int columns = span(cell, "colspan");
                int spanned = span(cell, "rowspan");
                cells.add(
                        new Block.Cell(isRead.test(cell) ? content.apply(cell) : List.of(), column, columns, spanned));
                for (int i = 0; i < columns && spanned > 1; i++) {
                    next.put(column + i, spanned - 1);
                }
                column += columns;
            }
            boolean isHead = row.parent() != null && row.parent().normalName().equals("thead");
            headRows += isHead ? 1 : 0;
            rows.add(cells);
            covered = next;
        }
        return new Block.Table(rows, headRows);
    }

    private static int span(Element cell, String name) {
        String typed = cell.attr(name).strip();
        return typed.matches("[1-9]\\d{0,3}") ? Math.min(MOST_COLUMNS, Integer.parseInt(typed)) : 1;
    }
}
