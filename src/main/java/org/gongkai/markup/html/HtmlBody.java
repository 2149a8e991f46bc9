package org.gongkai.markup.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.gongkai.text.Characters;
import org.gongkai.text.InlineElements;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Converts sanitized HTML to a body: addresses resolved, headings with ids, tables framed. */
public final class HtmlBody implements NodeVisitor {
    private final SourceLinks links;
    private final boolean isAsciiDoc;
    private final StringBuilder out = new StringBuilder();
    private final AnchorNames anchors = new AnchorNames();
    private final HeadingIds headings;
    /** End tag of each open element; empty when its start tag was omitted. */
    private final Deque<String> closing = new ArrayDeque<>();
    /** Whether a row has header cells only. */
    private final Map<Element, Boolean> rowsOfHeads = new HashMap<>();
    /** A text that was replaced by a label. */
    private Node replaced;

    private HtmlBody(Element body, SourceLinks links, boolean isAsciiDoc) {
        this.links = links;
        this.isAsciiDoc = isAsciiDoc;
        this.headings = new HeadingIds(body, anchors);
    }

    /** Converts HTML that an author typed: it passes the allow-list, then the same rules apply as for every body. */
    public static Body of(Markup markup, LinkResolver links) {
        DroppedHtml dropped = new DroppedHtml(markup, DroppedHtml.Origin.TYPED);
        Element clean = Sanitizer.cleanTyped(markup.text(), dropped);
        return of(clean, new SourceLinks(markup, links), false, dropped.problems(), Set.of());
    }

    /** Returns the body of Markdown with typed HTML; {@code dropped} records what is not shown of it. */
    public static Body ofMarkdown(String html, SourceLinks links, DroppedHtml dropped) {
        Element clean = Sanitizer.clean(html, dropped);
        return of(clean, links, false, dropped.problems(), Set.of());
    }

    /** Returns a body of AsciiDoc, in which Asciidoctor generated some links. */
    public static Body ofAsciiDoc(Element clean, SourceLinks links, List<Problem> problems, Set<String> included) {
        return of(clean, links, true, problems, included);
    }

    private static Body of(
            Element clean, SourceLinks links, boolean isAsciiDoc, List<Problem> problems, Set<String> included) {
        HtmlBody body = new HtmlBody(clean, links, isAsciiDoc);
        clean.childNodes().forEach(node -> node.traverse(body));
        return new Body(
                HanLines.joined(body.out.toString()), body.headings.outline(), body.anchors.all(), problems, included);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (text != replaced) {
                HtmlEscape.text(out, text.getWholeText());
            }
        } else if (node instanceof Element element) {
            String close = open(element);
            if (!HtmlElements.VOID.contains(element.normalName())) {
                closing.push(close);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !HtmlElements.VOID.contains(element.normalName())) {
            out.append(closing.pop());
        }
    }

    /** Writes a start tag; returns the end tag. */
    private String open(Element element) {
        String name = element.normalName();
        String close = "</" + name + ">";
        if (HeadingIds.level(element) > 0) {
            return heading(element, headings.of(element));
        }
        switch (name) {
            case "a" -> {
                return link(element) ? close : "";
            }
            case "img" -> image(element);
            case "table" -> {
                boolean isFramed = element.parent() != null && element.parent().hasClass("table-wrap");
                out.append(isFramed ? "" : HtmlElements.TABLE_FRAME);
                tag(element, "");
                return isFramed ? close : close + HtmlElements.TABLE_FRAME_END;
            }
            case "th" ->
                tag(
                        element,
                        element.hasAttr("scope") ? "" : isAboveColumn(element) ? " scope=\"col\"" : " scope=\"row\"");
            default -> tag(element, "");
        }
        return close;
    }

    private String heading(Element element, Body.Heading heading) {
        out.append("<h").append(heading.level());
        HtmlEscape.attribute(out, "id", heading.id());
        attributes(element, false);
        out.append('>');
        return "</h" + heading.level() + ">";
    }

    private boolean link(Element element) {
        String typed = element.attr("href");
        boolean isPlace = element.hasAttr("id");
        LinkResolver.Target target = typed.isEmpty() ? new LinkResolver.Target("", "") : target(element, typed);
        if (!target.href().isEmpty()) {
            out.append("<a");
            HtmlEscape.attribute(out, "href", target.href());
            attributes(element, true);
            out.append('>');
        } else if (isPlace) {
            tag(element, "");
        }
        if (!typed.isEmpty()) {
            label(element, target.label(), typed);
        }
        return isPlace || !target.href().isEmpty();
    }

    /** Resolves an address; links that Asciidoctor generated refer to anchors of the body and are not resolved. */
    private LinkResolver.Target target(Element link, String typed) {
        if (isAsciiDoc && typed.startsWith("#")) {
            String fragment = typed.substring(1);
            boolean isInToc = link.parents().hasClass("toc");
            String own = isInToc && headings.isId(fragment) ? fragment : headings.ownTarget(fragment);
            if (!own.isEmpty()) {
                return new LinkResolver.Target("#" + own, "");
            }
        }
        String text = link.firstChild() instanceof TextNode first ? first.getWholeText() : "";
        boolean isRead = typed.endsWith("://" + text)
                || typed.equals("mailto:" + text)
                || (typed.equals(text) && typed.contains("://"));
        return links.resolve(isRead ? LinkResolver.Kind.ADDRESS : LinkResolver.Kind.LINK, typed);
    }

    /** Writes the label of a link without text, or whose text is only its address. */
    private void label(Element link, String label, String typed) {
        if (link.childNodeSize() == 0) {
            HtmlEscape.text(out, label);
        } else if (link.childNodeSize() == 1 && link.firstChild() instanceof TextNode only) {
            String text = only.getWholeText();
            int fragment = typed.indexOf('#');
            boolean isAddress = text.equals(typed) || (fragment > 0 && text.equals(typed.substring(0, fragment)));
            String heading = text.equals("[" + typed.substring(1) + "]") ? headings.textOf(typed.substring(1)) : "";
            String instead = isAddress && !label.isEmpty() ? label : heading;
            replaced = instead.isEmpty() ? null : only;
            HtmlEscape.text(out, instead);
        }
    }

    private void image(Element element) {
        LinkResolver.Target target = links.resolve(LinkResolver.Kind.IMAGE, element.attr("src"));
        if (target.href().isEmpty()) {
            HtmlEscape.text(out, element.attr("alt"));
            return;
        }
        out.append("<img");
        HtmlEscape.attribute(out, "src", target.href());
        HtmlEscape.attribute(out, "alt", element.attr("alt"));
        attributes(element, true);
        out.append(" loading=\"lazy\">");
    }

    private void tag(Element element, String more) {
        String name = element.normalName();
        out.append('<').append(name);
        attributes(element, true);
        out.append(more).append('>');
    }

    private void attributes(Element element, boolean withId) {
        for (Attribute attribute : element.attributes()) {
            switch (attribute.getKey()) {
                case "href", "src", "alt", "loading" -> {}
                case "id" -> {
                    if (withId) {
                        HtmlEscape.attribute(out, "id", anchors.claim(attribute.getValue()));
                    }
                }
                default -> HtmlEscape.attribute(out, attribute.getKey(), attribute.getValue());
            }
        }
    }

    /** Whether a header cell stands in the head of a table or in a row of such cells only. */
    private boolean isAboveColumn(Element cell) {
        return cell.closest("thead") != null
                || rowsOfHeads.computeIfAbsent(
                        cell.parent(), row -> row.children().stream().noneMatch(other -> other.nameIs("td")));
    }

    /** Removes the line breaks between Han characters in HTML that we wrote, which a browser would show as spaces. */
    private static final class HanLines {
        private HanLines() {}

        static String joined(String html) {
            StringBuilder joined = new StringBuilder(html.length());
            int from = 0;
            int preformatted = html.indexOf("<pre");
            for (int line = html.indexOf('\n'); line >= 0; line = html.indexOf('\n', line + 1)) {
                if (preformatted >= 0 && preformatted < line) {
                    line = html.indexOf("</pre>", preformatted);
                    preformatted = html.indexOf("<pre", line);
                } else if (Characters.join(before(html, line), after(html, line + 1))) {
                    joined.append(html, from, line);
                    from = line + 1;
                }
            }
            return joined.append(html, from, html.length()).toString();
        }

        private static char before(String html, int end) {
            int at = end - 1;
            while (at > 0 && html.charAt(at) == '>') {
                int tag = html.lastIndexOf('<', at);
                at = isWithinWords(html, tag) ? tag - 1 : 0;
            }
            return at > 0 ? html.charAt(at) : 0;
        }

        private static char after(String html, int start) {
            int at = start;
            while (at < html.length() && html.charAt(at) == '<') {
                at = isWithinWords(html, at) ? html.indexOf('>', at) + 1 : html.length();
            }
            return at < html.length() ? html.charAt(at) : 0;
        }

        private static boolean isWithinWords(String html, int tag) {
            int name = html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
            return InlineElements.WITHIN_WORDS.contains(
                    html.substring(name, Characters.end(html, name, Character::isLetterOrDigit)));
        }
    }
}
