package org.gongkai.publish.print;

import java.util.Map;
import org.gongkai.pipeline.live.PartialSite;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Papers bound together: a title, a table of contents, and each paper on a sheet of its own, numbered through. */
final class Volume {

    private static final String PAPER = "paper-";

    private final Document document = Document.createShell("");
    private final Element contents;
    private final boolean inColumns;
    private String column = "";
    private int papers;

    /**
     * @param title its title
     * @param inColumns whether the contents name the columns
     */
    Volume(String title, boolean inColumns) {
        this.inColumns = inColumns;
        document.outputSettings().prettyPrint(false);
        document.title(title);
        document.selectFirst("html").attr("lang", "zh-CN");
        Element cover = document.body().appendElement("article").addClass("contents");
        cover.appendElement("h1").text(title);
        this.contents = cover;
    }

    /** Appends a paper. */
    void add(String columnName, String address, Document paper) {
        papers++;
        if (papers == 1) {
            document.head().append(paper.select("style").outerHtml());
        }
        if (inColumns && !columnName.equals(column)) {
            contents.appendElement("h2").text(columnName);
            column = columnName;
        }
        String id = PAPER + papers;
        Element line = contents.appendElement("p");
        line.appendElement("a").attr("href", "#" + id).text(paper.title());
        line.appendElement("span");
        for (Element named : paper.select("[id]")) {
            named.attr("id", id + "-" + named.id());
        }
        for (Element link : paper.select("a[href^=#]")) {
            link.attr("href", "#" + id + "-" + link.attr("href").substring(1));
        }
        paper.select("[srcset]").removeAttr("srcset");
        for (Element shown : paper.select("[src]")) {
            PartialSite.target(address, shown.attr("src")).ifPresent(file -> shown.attr("src", file));
        }
        document.body().appendChild(paper.selectFirst("article").attr("id", id));
    }

    Document document() {
        return document;
    }

    /** The lines of the table of contents; empty if a document has none. */
    static Elements lines(Document document) {
        return document.select(".contents p");
    }

    /**
     * Writes the numbers of sheets into a table of contents.
     *
     * @param sheets the sheets of the papers by their identifiers, from 1
     */
    static void number(Document document, Map<String, Integer> sheets) {
        for (Element line : lines(document)) {
            Integer sheet = sheets.get(line.selectFirst("a").attr("href").substring(1));
            line.selectFirst("span").text(sheet == null ? "" : sheet.toString());
        }
    }
}
