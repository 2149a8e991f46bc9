package org.gongkai.publish.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** Keeps the cells of narrow columns in one line each, so that no date, name or number is divided. */
final class TableColumns {

    /** The width of a sheet of text in characters of tables. */
    private static final double SHEET = 36;

    /** What the lines and margins of a column take. */
    private static final double FRAME = .8;

    /** What a column needs whose cells have several lines. */
    private static final double LEAST = 6;

    private static final String ONE_LINE = "short";

    private TableColumns() {}

    /** Marks the cells of the columns of a table that fit beside the others without a break, the narrowest first. */
    static void fit(Element table) {
        table.select("." + ONE_LINE).removeClass(ONE_LINE);
        List<List<Element>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            rows.add(row.select("> td, > th"));
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
            return;
        }
        List<Integer> narrowest = IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> width(rows, column)))
                .toList();
        double taken = 0;
        for (int i = 0; i < columns; i++) {
            taken += width(rows, narrowest.get(i)) + FRAME;
            if (taken + (columns - i - 1) * LEAST > SHEET) {
                return;
            }
            int column = narrowest.get(i);
            rows.forEach(row -> row.get(column).addClass(ONE_LINE));
        }
    }

    /** The width of the widest cell of a column in characters; of its parts, if it has several. */
    private static double width(List<List<Element>> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> row.get(column).select("br, p + p, li").isEmpty()
                        ? row.get(column)
                                .text()
                                .chars()
                                .mapToDouble(c -> c < 0x2000 ? .55 : 1)
                                .sum()
                        : SHEET)
                .max()
                .orElse(0);
    }
}
