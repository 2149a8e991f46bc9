package org.gongkai.markup.html;

import java.util.List;
import java.util.Set;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.clean.HtmlEvent;
import org.gongkai.text.Characters;

/** Writes text without the line breaks between Han characters, which a browser would show as spaces. */
final class HanText {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
            "small", "span", "strong", "sub", "sup", "time", "u", "var");

    private final List<HtmlEvent> events;
    private final StringBuilder out;
    private char last;
    private int preformatted;

    HanText(List<HtmlEvent> events, StringBuilder out) {
        this.events = events;
        this.out = out;
    }

    /** Notes a tag. */
    void tag(HtmlEvent event) {
        if (event.value().equals("pre")) {
            preformatted += event.kind() == HtmlEvent.Kind.OPEN ? 1 : -1;
        }
        if (!INLINE.contains(event.value())) {
            last = 0;
        }
    }

    void write(String text, int index) {
        int from = 0;
        int newline = preformatted > 0 ? -1 : text.indexOf('\n');
        while (newline >= 0) {
            char before = newline > 0 ? text.charAt(newline - 1) : last;
            char after = newline + 1 < text.length() ? text.charAt(newline + 1) : next(index);
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
    private char next(int index) {
        for (int i = index + 1; i < events.size(); i++) {
            HtmlEvent event = events.get(i);
            if (event.kind() == HtmlEvent.Kind.TEXT && !event.value().isEmpty()) {
                return event.value().charAt(0);
            }
            if (event.kind() != HtmlEvent.Kind.TEXT && !INLINE.contains(event.value())) {
                return 0;
            }
        }
        return 0;
    }
}
