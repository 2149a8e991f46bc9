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
    private final Markup markup;
    private final LinkResolver links;
    private final BodyPositions positions;
    private final Map<String, Integer> searchedTo = new HashMap<>();
    private int last;

    /** Links of a body. */
    public SourceLinks(Markup markup, LinkResolver links) {
        this.markup = markup;
        this.links = links;
        this.positions = markup.positions();
    }

    /** Resolves an address unless that was done; the href is empty when there is no target or it is not allowed. */
    LinkResolver.Target resolve(LinkResolver.Kind kind, String destination, boolean isResolved) {
        LinkResolver.Target target = new LinkResolver.Target(destination, "");
        if (!isResolved) {
            int offset = destination.isEmpty() ? -1 : find(destination);
            int line = offset < 0 ? markup.firstLine() : positions.line(offset);
            target = links.resolve(kind, destination, line, offset < 0 ? 1 : positions.column(offset));
        }
        return SafeAddress.isSafe(target.href()) ? target : new LinkResolver.Target("", target.label());
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
                int at = markup.text().indexOf(form, from);
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
