package org.gongkai.history.diff;

import java.util.List;
import org.gongkai.history.diff.BodyDiff.MarkedBody;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Compares texts in tests and looks at what came out. */
final class Marked {
    private static final MarkdownConverter MARKDOWN = new MarkdownConverter();

    private Marked() {}

    static String markdown(String text) {
        LinkResolver links = (kind, destination, line, column) -> new LinkResolver.Target(destination, "");
        return MARKDOWN.convert(new Markup("content/甲.md", text, 1), links)
                .html()
                .stripTrailing();
    }

    static MarkedBody compare(String before, String now) {
        return new BodyDiff().compare(markdown(before), markdown(now));
    }

    /** Marks as they would be typed in a letter: {@code [-gone-]}, {@code [+new+]}, notes as they are. */
    static String brief(String html) {
        Document document = parse(html);
        document.select(".vh").forEach(Node::remove);
        for (Element mark : document.select("ins, del")) {
            String sign = mark.nameIs("ins") ? "+" : "-";
            mark.prependText("[" + sign);
            mark.appendText(sign + "]");
        }
        document.select("p, li, tr, h2, h3, dt, dd, pre").forEach(each -> each.after("\n"));
        document.select("td, th").forEach(each -> each.appendText("|"));
        document.select("tr")
                .forEach(row ->
                        row.textNodes().stream().filter(TextNode::isBlank).forEach(Node::remove));
        return String.join(
                "\n",
                document.body()
                        .wholeText()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** What the older text read, as far as it can be told from the marks: without blanks, moved blocks where they are now. */
    static String old(String html) {
        return without(html, "ins", "del");
    }

    static String now(String html) {
        return without(html, "del", "ins");
    }

    private static String without(String html, String dropped, String kept) {
        Document document = parse(html);
        document.select(".vh, .change-note, " + dropped).forEach(Node::remove);
        document.select(kept).forEach(Element::unwrap);
        return document.body().wholeText().replaceAll("\\s", "");
    }

    static Document parse(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    static List<String> ids(String html) {
        return parse(html).select("[id]").eachAttr("id");
    }
}
