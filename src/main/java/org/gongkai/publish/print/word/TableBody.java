package org.gongkai.publish.print.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.publish.print.word.WordRuns.Look;
import org.gongkai.publish.print.word.WordRuns.Property;
import org.jsoup.nodes.Element;

/** Writes tables; the body writes the blocks within their cells. */
record TableBody(WordBody body, Xml xml, WordRuns runs) {

    private static final String TABLE_TEXT = "TableText";

    void write(Element element) {
        Element caption = element.selectFirst("> caption");
        if (caption != null) {
            runs.paragraph("Caption", caption);
        }
        WordTable table = WordTable.of(element);
        xml.begin("w:tbl").begin("w:tblPr").empty("w:tblW", "w:w", "5000", "w:type", "pct");
        xml.begin("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000");
        }
        xml.end().end().begin("w:tblGrid");
        for (int i = 0; i < table.columns(); i++) {
            xml.empty("w:gridCol", "w:w", WordBody.WIDTH / table.columns());
        }
        xml.end();
        for (WordTable.Row row : table.rows()) {
            xml.begin("w:tr").begin("w:trPr").empty("w:cantSplit");
            if (row.isHead()) {
                xml.empty("w:tblHeader");
            }
            xml.end();
            for (WordTable.Cell cell : row.cells()) {
                cell(cell);
            }
            xml.end();
        }
        xml.end();
        // Word joins tables between which nothing stands.
        runs.empty(TABLE_TEXT, 1);
    }

    private void cell(WordTable.Cell cell) {
        Element content = cell.content();
        xml.begin("w:tc").begin("w:tcPr");
        xml.empty("w:gridSpan", "w:val", cell.span());
        if (cell.begins()) {
            xml.empty("w:vMerge", "w:val", "restart");
        } else if (content == null) {
            xml.empty("w:vMerge");
        }
        if (content != null && content.hasClass("short")) {
            xml.empty("w:noWrap");
        }
        xml.empty("w:vAlign", "w:val", "center").end();
        boolean blocks = content != null && content.children().stream().anyMatch(WordBody::isBlock);
        if (blocks) {
            body.blocks(content, TABLE_TEXT);
        }
        if (!blocks || content.children().last().normalName().equals("table")) {
            runs.begin(TABLE_TEXT);
            aligned(content).ifPresent(side -> xml.empty("w:jc", "w:val", side));
            xml.end();
            if (content != null && !blocks) {
                runs.children(
                        content, content.normalName().equals("th") ? Look.PLAIN.with(Property.FACE, "黑体") : Look.PLAIN);
            }
            xml.end();
        }
        xml.end();
    }

    private static Optional<String> aligned(Element cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String all = cell.attr("style") + " " + cell.attr("align") + " " + cell.className();
        return all.matches(".*(?:right|\\bnum\\b).*")
                ? Optional.of("right")
                : all.matches(".*(?:center|\\bseq\\b).*") ? Optional.of("center") : Optional.empty();
    }

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
}
