package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.SafeAddress;
import org.gongkai.problem.Problem;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Writes a body exactly as another program would: ids, heading levels, white space and links stay. Only
 * what the allow-list removes is missing, with a warning.
 */
public final class VerbatimBody implements NodeVisitor {
    /**
     * References to quotation marks and to characters from U+00A0 on, none of which can be part of a scheme or a tag.
     */
    private static final String HARMLESS =
            "quot|#(?:1[6-9]\\d|[2-9]\\d\\d|[1-9]\\d{3,5})|nbsp|[mn]dash|hellip|copy|reg|trade|"
                    + "[lr][sda]quo|middot|bull|[A-Za-z](?:grave|acute|circ|uml|tilde)|[a-z]cedil|szlig";

    private static final Pattern REFERENCE = Pattern.compile("&(" + HARMLESS + ");");
    private static final Pattern PLACEHOLDER = Pattern.compile("\ue000(" + HARMLESS + ")\ue001");

    private final Markup markup;
    private final LinkResolver links;
    private final List<Problem> problems;
    private final StringBuilder out = new StringBuilder();

    private VerbatimBody(Markup markup, LinkResolver links, List<Problem> problems) {
        this.markup = markup;
        this.links = links;
        this.problems = problems;
    }

    /**
     * Returns the body of a text.
     *
     * @param html the converted text
     * @param known problems found before
     * @param included files that the text includes
     */
    public static Body of(String html, Markup markup, LinkResolver links, List<Problem> known, Set<String> included) {
        DroppedHtml dropped = DroppedHtml.ofMade(markup);
        // Templates may count or escape characters, so references are retained.
        Element clean = Sanitizer.clean(REFERENCE.matcher(html).replaceAll("\ue000$1\ue001"), dropped);
        List<Problem> problems = new ArrayList<>(known);
        problems.addAll(dropped.problems());
        VerbatimBody body = new VerbatimBody(markup, links, problems);
        clean.childNodes().forEach(node -> node.traverse(body));
        String written = PLACEHOLDER.matcher(body.out).replaceAll("&$1;");
        return new Body(written, List.of(), Set.of(), problems, included);
    }

    /** Whether the allow-list permits an address, so that generated HTML need not pass it. */
    public static boolean isSafe(String address) {
        String typed = address.strip();
        return typed.isEmpty() || SafeAddress.isSafe(typed) || SafeAddress.isSafe(withScheme(typed));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            // Quotation marks stay as they are.
            String typed = text.getWholeText();
            out.append(typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        } else if (node instanceof Element element) {
            out.append('<').append(element.normalName());
            element.attributes().forEach(this::attribute);
            out.append('>');
            line(HtmlElements.LINE_AFTER_OPEN, element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !HtmlElements.VOID.contains(element.normalName())) {
            out.append("</").append(element.normalName()).append('>');
            line(HtmlElements.LINE_AFTER_CLOSE, element);
        }
    }

    /** The white space in lists and tables is dropped, without which words would join when tags are removed. */
    private void line(Set<String> where, Element element) {
        if (where.contains(element.normalName())) {
            out.append('\n');
        }
    }

    private void attribute(Attribute attribute) {
        String name = attribute.getKey();
        String value = attribute.getValue();
        boolean isImage = name.equals("src");
        if (!isImage && !name.equals("href")) {
            HtmlEscape.attribute(out, name, value);
            return;
        }
        String href = links.resolve(
                        isImage ? LinkResolver.Kind.IMAGE : LinkResolver.Kind.LINK, value, markup.firstLine(), 1)
                .href();
        // References are decoded before the check.
        if (isSafe(Parser.unescapeEntities(PLACEHOLDER.matcher(href).replaceAll("&$1;"), true))) {
            HtmlEscape.attribute(out, name, href);
        } else {
            BodyPositions positions = markup.positions();
            int at = Math.max(0, markup.text().indexOf(value));
            problems.add(Problem.warning(
                    "W164",
                    markup.path(),
                    positions.line(at),
                    positions.column(at),
                    "地址“" + value + "”不允许使用，已去掉，只留下文字",
                    "地址只能以 http、https、mailto 或 tel 开头，或写站内的路径"));
        }
    }

    /** A scheme-relative address is checked like one with a scheme. */
    private static String withScheme(String address) {
        return address.startsWith("//") ? "https:" + address : address;
    }
}
