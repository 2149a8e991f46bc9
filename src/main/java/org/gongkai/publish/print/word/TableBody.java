package org.gongkai.publish.print.word;

import java.util.List;
import java.util.Optional;
import org.gongkai.markup.html.HtmlGrid;
import org.gongkai.publish.print.Xml;
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
        HtmlGrid table = HtmlGrid.of(element);
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
        for (HtmlGrid.Row row : table.rows()) {
            xml.begin("w:tr").begin("w:trPr").empty("w:cantSplit");
            if (row.isHead()) {
                xml.empty("w:tblHeader");
            }
            xml.end();
            for (HtmlGrid.Cell cell : row.cells()) {
                cell(cell);
            }
            xml.end();
        }
        xml.end();
        // Word joins tables between which nothing stands.
        runs.empty(TABLE_TEXT, 1);
    }

    private void cell(HtmlGrid.Cell cell) {
        Element content = cell.continues() ? null : cell.element();
        xml.begin("w:tc").begin("w:tcPr");
        xml.empty("w:gridSpan", "w:val", cell.columns());
        if (cell.continues()) {
            xml.empty("w:vMerge");
        } else if (cell.rows() > 1) {
            xml.empty("w:vMerge", "w:val", "restart");
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
}
