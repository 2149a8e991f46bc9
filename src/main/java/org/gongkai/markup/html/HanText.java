package org.gongkai.markup.html;

import java.util.Set;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.text.Characters;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes text without the line breaks between Han characters, which a browser would show as spaces. */
final class HanText {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
            "small", "span", "strong", "sub", "sup", "time", "u", "var");

    private final StringBuilder out;
    private char last;
    private int preformatted;

    HanText(StringBuilder out) {
        this.out = out;
    }

    void opened(Element element) {
        preformatted += element.nameIs("pre") ? 1 : 0;
        last = INLINE.contains(element.normalName()) ? last : 0;
    }

    void closed(Element element) {
        preformatted -= element.nameIs("pre") ? 1 : 0;
        last = INLINE.contains(element.normalName()) ? last : 0;
    }

    void write(TextNode node) {
        String text = node.getWholeText();
        int from = 0;
        int newline = preformatted > 0 ? -1 : text.indexOf('\n');
        while (newline >= 0) {
            char before = newline > 0 ? text.charAt(newline - 1) : last;
            char after = newline + 1 < text.length() ? text.charAt(newline + 1) : next(node);
            if (Characters.join(before, after)) {
                HtmlEscape.text(out, text, from, newline);
                from = newline + 1;
            }
            newline = text.indexOf('\n', newline + 1);
        }
        HtmlEscape.text(out, text, from, text.length());
        last = text.isEmpty() ? last : text.charAt(text.length() - 1);
    }

    /** Returns the first character of the following text in the same paragraph, or 0. */
    private static char next(Node text) {
        Node at = text;
        while (true) {
            if (at instanceof Element element && element.childNodeSize() > 0) {
                at = element.firstChild();
            } else {
                while (at.nextSibling() == null) {
                    at = at.parent();
                    if (at == null || !INLINE.contains(at.normalName())) {
                        return 0;
                    }
                }
                at = at.nextSibling();
            }
            if (at instanceof TextNode found && !found.getWholeText().isEmpty()) {
                return found.getWholeText().charAt(0);
            }
            if (at instanceof Element && !INLINE.contains(at.normalName())) {
                return 0;
            }
        }
    }
}
