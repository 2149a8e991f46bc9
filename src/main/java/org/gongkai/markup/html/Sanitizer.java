package org.gongkai.markup.html;

import java.util.List;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.html.DroppedHtml.Fate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The allow-list for HTML from outside the program. What it permits can show text and link, nothing else; addresses are
 * left to {@link LinkResolver}. The output of our own writers passes unchanged.
 */
public final class Sanitizer {
    private static final int ROUNDS = 3;

    private Sanitizer() {}

    /** Returns sanitized HTML as a browser reads it; {@code dropped} records what was removed. */
    public static Element clean(String html, DroppedHtml dropped) {
        String filtered = HtmlFilter.filter(
                dropped.withoutControl(html), false, (fate, token) -> dropped.generated(fate, token.name()));
        return cleanFiltered(filtered, dropped);
    }

    /** Returns sanitized HTML whose typed parts were filtered. */
    static Element cleanFiltered(String filtered, DroppedHtml dropped) {
        Document read = read(filtered);
        AuthorClasses.rename(read, HtmlFilter.TYPED, name -> false);
        // Old HTML names anchors so.
        read.select("a[name]:not([id])")
                .forEach(anchor -> anchor.attr("id", anchor.attr("name")).removeAttr("name"));
        Safelist allowed = new Safelist() {
            @Override
            public boolean isSafeTag(String tag) {
                return HtmlElements.ALLOWED.contains(tag);
            }

            @Override
            public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
                boolean isSafe = attribute.getKey().equals(HtmlFilter.TYPED)
                        || HtmlElements.isAllowed(tag, attribute.getKey(), attribute.getValue());
                if (!isSafe) {
                    dropped.attribute(attribute.getKey());
                }
                return isSafe;
            }
        };
        Element body = new Cleaner(allowed).clean(read).body();
        for (Element element : List.copyOf(body.getAllElements())) {
            boolean isBox = element.nameIs("input") && element.attr("type").equalsIgnoreCase("checkbox");
            if (isBox && !element.hasAttr("disabled")) {
                element.attr("disabled", "disabled");
            } else if (element.nameIs("input") && !isBox
                    || element.nameIs("img") && !element.hasAttr("src") && !element.hasAttr("alt")) {
                dropped.generated(Fate.REMOVED, element.normalName());
                element.remove();
            } else if (HtmlElements.LINE_AFTER_OPEN.contains(element.normalName())) {
                // The white space between rows and items is not shown; without any, words would join without tags.
                element.textNodes().stream().filter(TextNode::isBlank).forEach(TextNode::remove);
                element.prependChild(new TextNode("\n"));
            } else if (element.nameIs("colgroup")) {
                element.textNodes().forEach(TextNode::remove);
            }
            if (HtmlElements.LINE_AFTER_CLOSE.contains(element.normalName())) {
                element.after(new TextNode("\n"));
            }
        }
        return body;
    }

    /** What the library repairs is written and read again: a tree with an item in an item would be read otherwise. */
    private static Document read(String html) {
        Document read = Document.createShell("");
        read.outputSettings().prettyPrint(false);
        String typed = html;
        for (int i = 0; i < ROUNDS; i++) {
            ParseErrorList errors = ParseErrorList.tracking(1);
            read.body().empty().appendChildren(Parser.parseFragment(typed, read.body(), "", errors));
            if (errors.isEmpty()) {
                break;
            }
            typed = read.body().html();
        }
        return read;
    }
}
