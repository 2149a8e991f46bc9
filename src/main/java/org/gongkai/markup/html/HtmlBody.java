package org.gongkai.markup.html;

import java.util.List;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.LinkResolver.Kind;
import org.gongkai.markup.LinkResolver.Target;
import org.gongkai.markup.Markup;
import org.gongkai.markup.SafeAddress;
import org.gongkai.problem.Problem;
import org.gongkai.text.Characters;
import org.gongkai.text.InlineElements;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Converts sanitized HTML to a body: addresses resolved, headings with ids, tables framed.
 *
 * @param links its links
 * @param isAsciiDoc whether Asciidoctor wrote it, and generated some of the links
 * @param headings its headings
 */
public record HtmlBody(SourceLinks links, boolean isAsciiDoc, HeadingIds headings) {

    /** Converts HTML that an author typed: it passes the allow-list, then the same rules apply as for every body. */
    public static Body of(Markup markup, LinkResolver links) {
        DroppedHtml dropped = new DroppedHtml(markup, false);
        String text = dropped.withoutControl(markup.text());
        BodyPositions positions = new BodyPositions(text, markup.firstLine());
        String typed = HtmlFilter.filter(
                text, true, (fate, token) -> dropped.dropped(fate, token.name(), positions, token.start()));
        return ofMarkdown(typed, new SourceLinks(markup, links), dropped);
    }

    /** Returns the body of Markdown with filtered HTML; {@code dropped} records what is not shown of it. */
    public static Body ofMarkdown(String html, SourceLinks links, DroppedHtml dropped) {
        Element clean = Sanitizer.cleanFiltered(dropped.withoutControl(html), dropped);
        return of(clean, links, false, dropped.problems(), Set.of());
    }

    /** Returns the body of sanitized HTML; in that of AsciiDoc, Asciidoctor generated some links. */
    public static Body of(
            Element clean, SourceLinks links, boolean isAsciiDoc, List<Problem> problems, Set<String> included) {
        AnchorNames anchors = new AnchorNames();
        HeadingIds headings = new HeadingIds(clean, anchors);
        HtmlBody body = new HtmlBody(links, isAsciiDoc, headings);
        for (Element element : List.copyOf(clean.getAllElements())) {
            body.adapt(element);
            if (element.hasAttr("id") && element.hasParent() && HeadingIds.level(element) == 0) {
                element.attr("id", anchors.claim(element.id()));
            }
        }
        Writer writer = new Writer();
        clean.childNodes().forEach(node -> node.traverse(writer));
        return new Body(writer.out.toString(), headings.outline(), anchors.all(), problems, included);
    }

    /**
     * Returns the body of a text exactly as another program would write it: ids, heading levels, white space and links
     * stay. Only what the allow-list removes is missing, with a warning.
     *
     * @param html the converted text
     * @param included files that the text includes
     */
    public static Body verbatim(String html, Markup markup, LinkResolver links, Set<String> included) {
        DroppedHtml dropped = new DroppedHtml(markup, true);
        Element clean = Sanitizer.clean(html, dropped);
        for (Element element : clean.select("[href], [src]")) {
            String name = element.hasAttr("src") ? "src" : "href";
            Kind kind = element.hasAttr("src") ? Kind.IMAGE : Kind.LINK;
            String typed = element.attr(name);
            String href = links.resolve(kind, typed, markup.firstLine(), 1).href();
            if (isSafe(href)) {
                element.attr(name, href);
            } else {
                element.removeAttr(name);
                dropped.address(typed);
            }
        }
        return new Body(clean.html(), List.of(), Set.of(), dropped.problems(), included);
    }

    /** Whether the allow-list permits an address, so that generated HTML need not pass it. */
    public static boolean isSafe(String address) {
        String typed = address.strip();
        // A scheme-relative address is checked like one with a scheme.
        return typed.isEmpty() || SafeAddress.isSafe(typed.startsWith("//") ? "https:" + typed : typed);
    }

    private void adapt(Element element) {
        boolean isResolved = !isAsciiDoc && !element.hasAttr(HtmlFilter.TYPED);
        element.removeAttr(HtmlFilter.TYPED);
        switch (element.normalName()) {
            case "a" -> link(element, isResolved);
            case "img" -> image(element, isResolved);
            case "table" -> {
                if (!element.parent().hasClass("table-wrap")) {
                    element.wrap(HtmlElements.TABLE_FRAME);
                }
            }
            case "tr" -> {
                // A header cell in the head of a table, or in a row of such cells only, is that of a column.
                boolean isAbove = element.closest("thead") != null
                        || element.children().stream().noneMatch(cell -> cell.nameIs("td"));
                element.children().stream()
                        .filter(cell -> cell.nameIs("th") && !cell.hasAttr("scope"))
                        .forEach(cell -> cell.attr("scope", isAbove ? "col" : "row"));
            }
            default -> {}
        }
    }

    private void link(Element link, boolean isResolved) {
        String typed = link.attr("href");
        link.removeAttr("href");
        Target target = typed.isEmpty() ? new Target("", "") : target(link, typed, isResolved);
        if (!typed.isEmpty()) {
            label(link, target.label(), typed);
        }
        if (!target.href().isEmpty()) {
            setFirst(link, "href", target.href());
        } else if (!link.hasAttr("id")) {
            link.unwrap();
        }
    }

    /** Resolves an address; links that Asciidoctor generated refer to anchors of the body and are not resolved. */
    private Target target(Element link, String typed, boolean isResolved) {
        if (isAsciiDoc && typed.startsWith("#")) {
            String fragment = typed.substring(1);
            boolean isInToc = link.parents().hasClass("toc");
            String own = isInToc && headings.isId(fragment) ? fragment : headings.ownTarget(fragment);
            if (!own.isEmpty()) {
                return new Target("#" + own, "");
            }
        }
        String text = link.firstChild() instanceof TextNode first ? first.getWholeText() : "";
        boolean isRead = typed.endsWith("://" + text)
                || typed.equals("mailto:" + text)
                || (typed.equals(text) && typed.contains("://"));
        return links.resolve(isRead ? Kind.ADDRESS : Kind.LINK, typed, isResolved);
    }

    /** Sets the label of a link without text, or whose text is only its address. */
    private void label(Element link, String label, String typed) {
        if (link.childNodeSize() == 0) {
            link.appendText(label);
        } else if (link.childNodeSize() == 1 && link.firstChild() instanceof TextNode only) {
            String text = only.getWholeText();
            int fragment = typed.indexOf('#');
            boolean isAddress = text.equals(typed) || (fragment > 0 && text.equals(typed.substring(0, fragment)));
            String heading = text.equals("[" + typed.substring(1) + "]") ? headings.textOf(typed.substring(1)) : "";
            String instead = isAddress && !label.isEmpty() ? label : heading;
            only.text(instead.isEmpty() ? text : instead);
        }
    }

    private void image(Element image, boolean isResolved) {
        Target target = links.resolve(Kind.IMAGE, image.attr("src"), isResolved);
        String alt = image.attr("alt").replaceFirst("^＿＿.*", "");
        if (target.href().isEmpty()) {
            image.replaceWith(new TextNode(alt));
        } else {
            setFirst(image, "alt", alt);
            setFirst(image, "src", target.href());
            image.removeAttr("loading").attr("loading", "lazy");
        }
    }

    /** Sets an attribute before all others. */
    static void setFirst(Element element, String name, String value) {
        Attributes others = element.attributes().clone();
        others.remove(name);
        element.clearAttributes().attr(name, value).attributes().addAll(others);
    }

    /** Writes HTML without the line breaks between Han characters, which a browser would show as spaces. */
    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int preformatted;
        /** The last character of the line of text, 0 at its beginning; where a line break after it stands, or -1. */
        private char last;

        private int lineBreak = -1;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                text(text.getWholeText());
            } else if (node instanceof Element element) {
                tag("<", element);
                preformatted += element.nameIs("pre") ? 1 : 0;
                for (Attribute attribute : element.attributes()) {
                    HtmlEscape.attribute(out, attribute.getKey(), attribute.getValue());
                }
                out.append('>');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && !HtmlElements.VOID.contains(element.normalName())) {
                preformatted -= element.nameIs("pre") ? 1 : 0;
                tag("</", element);
                out.append('>');
            }
        }

        private void tag(String begin, Element element) {
            out.append(begin).append(element.normalName());
            if (!InlineElements.WITHIN_WORDS.contains(element.normalName())) {
                last = 0;
                lineBreak = -1;
            }
        }

        private void text(String text) {
            int from = 0;
            for (int end = 0; end >= 0 && preformatted == 0; from = end + 1) {
                end = text.indexOf('\n', from);
                line(end < 0 ? text.substring(from) : text.substring(from, end));
                if (end < 0) {
                    return;
                }
                last = lineBreak < 0 ? last : 0;
                lineBreak = out.length();
                out.append('\n');
            }
            HtmlEscape.text(out, text);
        }

        private void line(String text) {
            if (!text.isEmpty()) {
                if (lineBreak >= 0 && Characters.join(last, text.charAt(0))) {
                    out.deleteCharAt(lineBreak);
                }
                lineBreak = -1;
                HtmlEscape.text(out, text);
                last = text.charAt(text.length() - 1);
            }
        }
    }
}
