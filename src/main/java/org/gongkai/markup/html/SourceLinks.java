package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.SafeAddress;

/** Resolves the addresses in HTML and locates them in the source. */
public final class SourceLinks {
    /**
     * Stands before each address in HTML that was resolved when it was written, until {@link HtmlBody} writes it anew.
     * {@link HtmlFilter} drops typed addresses that begin so.
     */
    public static final String RESOLVED = "\ue000";

    private final Markup markup;
    private final String text;
    private final LinkResolver links;
    private final BodyPositions positions;
    private final Map<String, Integer> searchedTo = new HashMap<>();
    private int last;

    /** Links of a body. */
    public SourceLinks(Markup markup, LinkResolver links) {
        this.markup = markup;
        this.text = markup.text();
        this.links = links;
        this.positions = markup.positions();
    }

    /** Resolves an address; the href is empty when there is no target or it is not allowed. */
    LinkResolver.Target resolve(LinkResolver.Kind kind, String destination) {
        LinkResolver.Target target = destination.startsWith(RESOLVED)
                ? new LinkResolver.Target(destination.substring(RESOLVED.length()), "")
                : found(kind, destination);
        return SafeAddress.isSafe(target.href()) ? target : new LinkResolver.Target("", target.label());
    }

    private LinkResolver.Target found(LinkResolver.Kind kind, String destination) {
        int offset = destination.isEmpty() ? -1 : find(destination);
        int line = offset < 0 ? markup.firstLine() : positions.line(offset);
        return links.resolve(kind, destination, line, offset < 0 ? 1 : positions.column(offset));
    }

    /** Returns the offset of the next occurrence of an address, in any form in which it may be typed; -1 if none. */
    private int find(String destination) {
        String anchor = destination.startsWith("#") ? destination.substring(1) : "";
        // In AsciiDoc the name of an anchor follows these marks, which are no part of it.
        List<String> forms = Stream.concat(
                        anchor.isEmpty() ? Stream.of() : Stream.of("<<" + anchor, "xref:" + anchor),
                        Stream.of(destination, destination.replace("&", "&amp;"), destination.replace("%20", " ")))
                .distinct()
                .toList();
        int searched = searchedTo.getOrDefault(destination, 0);
        // Most links come in the order of the text: searching it from its beginning for each takes too long.
        for (int from : new int[] {Math.max(searched, last), searched, 0}) {
            for (String form : forms) {
                int at = text.indexOf(form, from);
                if (at >= 0) {
                    last = at + form.length();
                    searchedTo.put(destination, last);
                    return form.endsWith(destination) || anchor.isEmpty() ? at : last - anchor.length();
                }
            }
        }
        return -1;
    }
}
