package org.gongkai.markup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.markup.html.AuthorClasses;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * HTML as one line a node, without what every page of this program has beyond the specification: ids, names and levels
 * of headings, frames and scopes of tables, classes in place of {@code align}, pictures that load late and stand in
 * figures, boxes with labels.
 */
public final class ComparableHtml {
    private static final Set<String> INLINE =
            Set.of("a", "b", "code", "del", "em", "i", "img", "input", "span", "strong", "sub", "sup");

    private ComparableHtml() {}

    public static String of(String html) {
        Document document = Jsoup.parse(html, "", Parser.htmlParser());
        Element body = document.body();
        boolean shifts = !body.select("> h1").isEmpty();
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            heading.tagName("h" + Math.min(6, shifts ? level + 1 : Math.max(2, level)));
            heading.removeAttr("id");
            heading.select("span[id]:not(:has(*)):not(:matchesWholeText(.))").remove();
        }
        body.select("div.table-wrap").forEach(Element::unwrap);
        body.select("th").removeAttr("scope");
        body.select("[align]").forEach(cell -> {
            cell.addClass("align-" + cell.attr("align"));
            cell.removeAttr("align");
        });
        body.select("figcaption").remove();
        body.select("figure").tagName("p");
        body.select("img").removeAttr("loading");
        body.select("input").removeAttr("aria-label");
        body.select("li").removeClass("task-list-item").forEach(item -> {
            if (item.className().isEmpty()) {
                item.removeAttr("class");
            }
        });
        // Classes that a writer typed have names that no theme knows.
        body.select("[class*=" + AuthorClasses.PREFIX + "]")
                .forEach(element -> element.attr("class", element.className().replace(AuthorClasses.PREFIX, "")));
        List<String> lines = new ArrayList<>();
        write(body, lines, false);
        return String.join("\n", lines);
    }

    private static void write(Node parent, List<String> lines, boolean preformatted) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                text(text, lines, preformatted);
            } else if (node instanceof Element element) {
                String attributes = element.attributes().asList().stream()
                        .map(ComparableHtml::attribute)
                        .sorted()
                        .collect(Collectors.joining());
                lines.add("<" + element.tagName() + attributes + ">");
                write(element, lines, preformatted || element.tagName().equals("pre"));
                lines.add("</" + element.tagName() + ">");
            }
        }
    }

    private static String attribute(Attribute attribute) {
        boolean isFlag = Set.of("checked", "disabled").contains(attribute.getKey());
        boolean isAddress = Set.of("href", "src").contains(attribute.getKey());
        String value = isAddress ? decoded(attribute.getValue()) : attribute.getValue();
        return " " + attribute.getKey() + (isFlag ? "" : "=\"" + value + "\"");
    }

    /** Addresses are compared as they read: who resolves them encodes them, not who converts a body. */
    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static void text(TextNode node, List<String> lines, boolean preformatted) {
        String text = node.getWholeText();
        if (!preformatted) {
            text = text.replaceAll("[ \t\r\n]+", " ");
            text = isBlockEdge(node.previousSibling(), node) ? text.stripLeading() : text;
            text = isBlockEdge(node.nextSibling(), node) ? text.stripTrailing() : text;
        }
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    private static boolean isBlockEdge(Node neighbour, Node of) {
        if (neighbour instanceof Element element) {
            return !INLINE.contains(element.tagName());
        }
        return neighbour == null && !(of.parent() instanceof Element parent && INLINE.contains(parent.tagName()));
    }
}
