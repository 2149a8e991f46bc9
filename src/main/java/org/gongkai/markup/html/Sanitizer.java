package org.gongkai.markup.html;

import java.util.List;
import org.gongkai.markup.LinkResolver;
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
        return pass(HtmlFilter.filter(dropped.withoutControl(html), dropped), dropped);
    }

    /** Sanitizes HTML that was typed as a whole. */
    static Element cleanTyped(String html, DroppedHtml dropped) {
        return pass(dropped.withoutControl(HtmlFilter.filterTyped(html, dropped)), dropped);
    }

    private static Element pass(String filtered, DroppedHtml dropped) {
        Document read = read(filtered);
        for (Element anchor : read.getElementsByTag("a")) {
            // Old HTML names anchors so.
            if (!anchor.hasAttr("id") && anchor.hasAttr("name")) {
                anchor.attr("id", anchor.attr("name")).removeAttr("name");
            }
        }
        Element body = new Cleaner(new AllowList(dropped)).clean(read).body();
        for (Element element : List.copyOf(body.getAllElements())) {
            boolean isBox = element.nameIs("input") && element.attr("type").equalsIgnoreCase("checkbox");
            if (isBox && !element.hasAttr("disabled")) {
                element.attr("disabled", "disabled");
            } else if (element.nameIs("input") && !isBox || element.nameIs("img") && element.attributesSize() == 0) {
                dropped.element(element.normalName());
                element.remove();
            } else if (HtmlElements.LINE_AFTER_OPEN.contains(element.normalName()) || element.nameIs("colgroup")) {
                // The white space between rows and items is not shown.
                element.textNodes().stream().filter(TextNode::isBlank).forEach(TextNode::remove);
            }
        }
        // Without white space words would join when tags are removed.
        for (Element element : body.getAllElements()) {
            if (HtmlElements.LINE_AFTER_OPEN.contains(element.normalName())) {
                element.prependChild(new TextNode("\n"));
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

    /** Our elements and attributes; tells of attributes that are not, as the filter does of elements. */
    private static final class AllowList extends Safelist {
        private final DroppedHtml dropped;

        AllowList(DroppedHtml dropped) {
            this.dropped = dropped;
        }

        @Override
        public boolean isSafeTag(String tag) {
            return HtmlElements.ALLOWED.contains(tag);
        }

        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            boolean isSafe = HtmlElements.isAllowed(tag, attribute.getKey(), attribute.getValue());
            if (!isSafe) {
                dropped.attribute(attribute.getKey());
            }
            return isSafe;
        }
    }
}
