package org.gongkai.markup.html;

import java.util.List;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.html.clean.HtmlEvent;

/** Targets and labels of links in sanitized HTML. */
record HtmlLinks(
        List<HtmlEvent> events, SourceLinks links, HeadingIds headings, boolean isAsciiDoc, StringBuilder out) {

    /**
     * Resolves an address; links that Asciidoctor generated refer to anchors of the body and are not resolved.
     *
     * @param next index of the event after the start tag
     */
    LinkResolver.Target target(String typed, int next, boolean inToc) {
        if (isAsciiDoc && typed.startsWith("#")) {
            String fragment = typed.substring(1);
            String own = inToc && headings.isId(fragment) ? fragment : headings.ownTarget(fragment);
            if (!own.isEmpty()) {
                return new LinkResolver.Target("#" + own, "");
            }
        }
        String text = next < events.size() && events.get(next).kind() == HtmlEvent.Kind.TEXT
                ? events.get(next).value()
                : "";
        boolean isRead = typed.endsWith("://" + text)
                || typed.equals("mailto:" + text)
                || (typed.equals(text) && typed.contains("://"));
        return links.resolve(isRead ? LinkResolver.Kind.ADDRESS : LinkResolver.Kind.LINK, typed);
    }

    /**
     * Writes the label of a link without text, or whose text is only its address.
     *
     * @param next index of the event after the start tag
     * @return index of the text that the label replaces, or -1
     */
    int label(String label, String typed, int next) {
        if (next < events.size() && events.get(next).closes("a")) {
            HtmlEscape.text(out, label);
            return -1;
        }
        boolean isAlone = next + 1 < events.size()
                && events.get(next).kind() == HtmlEvent.Kind.TEXT
                && events.get(next + 1).closes("a");
        if (!isAlone) {
            return -1;
        }
        String text = events.get(next).value();
        int fragment = typed.indexOf('#');
        boolean isAddress = text.equals(typed) || (fragment > 0 && text.equals(typed.substring(0, fragment)));
        if (isAddress && !label.isEmpty()) {
            HtmlEscape.text(out, label);
            return next;
        }
        String heading = text.equals("[" + typed.substring(1) + "]") ? headings.textOf(typed.substring(1)) : "";
        if (!heading.isEmpty()) {
            HtmlEscape.text(out, heading);
            return next;
        }
        return -1;
    }
}
