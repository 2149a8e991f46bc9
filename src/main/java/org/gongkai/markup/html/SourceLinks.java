package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.SafeAddress;

/** Resolves the addresses in HTML and locates them in the source. */
public final class SourceLinks {
    /** What stands before the name of an anchor in AsciiDoc. */
    private static final List<String> MARKS = List.of("<<", "xref:");

    private final Markup markup;
    private final String text;
    private final boolean hasMarks;
    private final LinkResolver links;
    private final AddressPlaceholders marks;
    private final BodyPositions positions;
    private final Map<String, Integer> searchedTo = new HashMap<>();
    private int last;

    /** Links of a body; {@code marks} holds addresses that were resolved before, or is {@code null}. */
    public SourceLinks(Markup markup, LinkResolver links, AddressPlaceholders marks) {
        this.markup = markup;
        this.text = markup.text();
        this.hasMarks = MARKS.stream().anyMatch(text::contains);
        this.links = links;
        this.marks = marks;
        this.positions = markup.positions();
    }

    /** Resolves an address; the href is empty when there is no target or it is not allowed. */
    LinkResolver.Target resolve(LinkResolver.Kind kind, String destination) {
        String known = marks == null ? null : marks.addressOf(destination);
        if (known != null) {
            return new LinkResolver.Target(known, "");
        }
        int offset = find(destination);
        int line = offset < 0 ? markup.firstLine() : positions.line(offset);
        int column = offset < 0 ? 1 : positions.column(offset);
        LinkResolver.Target target = links.resolve(kind, destination, line, column);
        return SafeAddress.isSafe(target.href()) ? target : new LinkResolver.Target("", target.label());
    }

    /** Returns the offset of the next occurrence of an address. */
    private int find(String destination) {
        if (destination.isEmpty()) {
            return -1;
        }
        int from = searchedTo.getOrDefault(destination, 0);
        // Most links come in the order of the text: searching it from its beginning for each takes too long.
        String typed = typed(destination, Math.max(from, last));
        int at = text.indexOf(typed, Math.max(from, last));
        at = at < 0 ? text.indexOf(typed, from) : at;
        at = at < 0 ? text.indexOf(typed) : at;
        if (at >= 0) {
            last = at + typed.length();
            searchedTo.put(destination, last);
        }
        boolean isMarked = destination.startsWith("#") && !typed.equals(destination);
        // The characters before the name of an anchor are no part of it.
        return at < 0 || !isMarked ? at : at + typed.length() - destination.length() + 1;
    }

    /** Returns an address as it is written in the text, preferably from an offset on. */
    private String typed(String destination, int from) {
        if (hasMarks && destination.startsWith("#")) {
            for (String before : MARKS) {
                if (contains(before + destination.substring(1), from)) {
                    return before + destination.substring(1);
                }
            }
        }
        for (String form :
                new String[] {destination, destination.replace("&", "&amp;"), destination.replace("%20", " ")}) {
            if (contains(form, from)) {
                return form;
            }
        }
        return destination;
    }

    private boolean contains(String form, int from) {
        return text.indexOf(form, from) >= 0 || text.contains(form);
    }

    /**
     * Placeholders for resolved addresses in a body with typed HTML while it is sanitized, so that an address already
     * resolved is distinguishable from a typed one. A forged placeholder yields an address of the same body, which is
     * safe.
     */
    public static final class AddressPlaceholders {
        private static final Pattern MARK = Pattern.compile("\ue000(\\d{1,7})\ue001");

        private final List<String> addresses = new ArrayList<>();

        public String mark(String address) {
            addresses.add(address);
            return "\ue000" + (addresses.size() - 1) + "\ue001";
        }

        /** Returns the address of a placeholder, or {@code null} if the value is none. */
        String addressOf(String value) {
            Matcher mark = MARK.matcher(value);
            return mark.matches() ? address(mark) : null;
        }

        private String address(MatchResult mark) {
            int index = Integer.parseInt(mark.group(1));
            return index < addresses.size() ? addresses.get(index) : null;
        }

        /** Returns the HTML with every placeholder replaced by its address. */
        public String restore(CharSequence html) {
            return MARK.matcher(html).replaceAll(mark -> {
                String address = address(mark);
                return Matcher.quoteReplacement(address == null ? mark.group() : HtmlEscape.escape(address));
            });
        }
    }
}
