package org.gongkai.markup.html;

import java.util.List;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.html.clean.HtmlEvent;

/** Where a link in sanitised HTML leads and what it is called. */
final class HtmlLinks {
    private final List<HtmlEvent> events;
    private final SourceLinks links;
    private final HeadingIds headings;
    private final boolean isAsciiDoc;
    private final StringBuilder out;

    HtmlLinks(List<HtmlEvent> events, SourceLinks links, HeadingIds headings, boolean isAsciiDoc, StringBuilder out) {
        this.events = events;
        this.links = links;
        this.headings = headings;
        this.isAsciiDoc = isAsciiDoc;
        this.out = out;
    }

    /**
     * Where an address leads; links that Asciidoctor made itself lead within the body and are no one's to resolve.
     *
     * @param next index of what follows the opening tag
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
     * Gives its label to a link that has no text of its own, or only its address for one.
     *
     * @param next index of what follows the opening tag
     * @return index of a text that is not to be written any more, or -1
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
