package org.gongkai.markup.asciidoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.markup.html.AuthorClasses;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** HTML of Asciidoctor and HTML of ours in one form, in which only differences that are not meant are left. */
final class ComparableAsciiDoc {
    private static final String CHINESE = "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·]";
    /** A line that ends between two Han is no blank; Asciidoctor knows nothing of that. */
    private static final Pattern BETWEEN_HAN =
            Pattern.compile("(CHINESE(?:<[^>]+>)*)\\s+(?=(?:<[^>]+>)*CHINESE)".replace("CHINESE", CHINESE));

    private static final String EDGE = "\u0001";
    private static final Pattern AROUND_BLOCKS = Pattern.compile("\\s*" + EDGE + "[\\s" + EDGE + "]*");
    /** Looks are the business of the theme, and a page carries no styles of its own. */
    private static final Set<String> LOOKS = Set.of("style", "loading", "scope", "data-lang", "tabindex");

    private static final Set<String> BLOCKS = Set.of(
            "div p ul ol li dl dt dd table tbody thead tfoot tr th td caption pre blockquote h1 h2 h3 h4 h5 h6 hr br"
                    .split(" "));

    private ComparableAsciiDoc() {}

    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        unwrapLayout(body);
        // Names under which other programs know a heading.
        body.select("h1, h2, h3, h4, h5, h6")
                .select("span[id]:not(:has(*)):not(:matchesWholeText(.))")
                .remove();
        StringBuilder out = new StringBuilder();
        for (Node child : body.childNodes()) {
            write(child, false, out);
        }
        return AROUND_BLOCKS.matcher(out).replaceAll("\n").strip();
    }

    private static void unwrapLayout(Element body) {
        // Our frame around tables scrolls.
        body.select("div.table-wrap").unwrap();
        // Asciidoctor lays admonitions out as a table.
        for (Element block : body.select("div.admonitionblock")) {
            Elements layout = new Elements();
            for (Element table : block.children()) {
                if (table.normalName().equals("table") && !table.hasClass("tableblock")) {
                    layout.add(table);
                    table.children().forEach(rows -> {
                        layout.add(rows);
                        rows.children().forEach(row -> {
                            layout.add(row);
                            layout.addAll(row.children());
                        });
                    });
                }
            }
            layout.unwrap();
        }
        // Widths of columns are styles.
        body.select("colgroup").remove();
        // What a search engine should think of a link, and in which window it opens, is the site's to say.
        body.select("a").removeAttr("rel").removeAttr("target");
        body.select("[title=查看脚注]").attr("title", "View footnote.");
        // Roles that a writer made up have names that no theme knows.
        body.select("[class*=" + AuthorClasses.PREFIX + "]")
                .forEach(element -> element.attr("class", element.className().replace(AuthorClasses.PREFIX, "")));
        // A page has one heading of the first level, its title.
        if (!body.select("h1").isEmpty()) {
            for (int level = 5; level >= 1; level--) {
                body.select("h" + level).tagName("h" + (level + 1));
            }
        }
        // Headings are named by one rule for all forms of text.
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            heading.removeAttr("id");
        }
        for (Element link : body.select("a[href^=#]")) {
            if (!link.attr("href").startsWith("#_footnote")) {
                link.attr("href", "#");
            }
        }
    }

    private static void write(Node node, boolean preformatted, StringBuilder out) {
        if (node instanceof TextNode text) {
            String shown = text.getWholeText();
            out.append(preformatted ? shown : shown.replaceAll("[ \\t\\n\\r]+", " "));
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        boolean block = BLOCKS.contains(element.normalName());
        String open = "<" + element.normalName() + attributes(element) + ">";
        StringBuilder inner = new StringBuilder();
        boolean pre = preformatted || element.normalName().equals("pre");
        for (Node child : element.childNodes()) {
            write(child, pre, inner);
        }
        String content = inner.toString();
        if (block && !pre) {
            content = BETWEEN_HAN.matcher(content).replaceAll("$1");
        }
        String edge = block ? EDGE : "";
        String inside = pre ? "" : edge;
        out.append(edge).append(open).append(inside).append(content).append(inside);
        out.append("</").append(element.normalName()).append('>').append(edge);
    }

    private static String attributes(Element element) {
        List<String> kept = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            boolean isFlag = attribute.getKey().equals("reversed");
            if (!LOOKS.contains(attribute.getKey())
                    && (isFlag || !attribute.getValue().isEmpty())) {
                kept.add(" " + attribute.getKey() + (isFlag ? "" : "=" + attribute.getValue()));
            }
        }
        kept.sort(null);
        return String.join("", kept);
    }
}
