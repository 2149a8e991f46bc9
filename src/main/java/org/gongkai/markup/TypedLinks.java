package org.gongkai.markup;

import java.util.HashMap;
import java.util.Map;

/** Resolves the addresses found in HTML and tells where in the file each was typed. */
final class TypedLinks {
    private final Markup markup;
    private final Links links;
    private final Marks marks;
    private final Positions positions;
    private final Map<String, Integer> searchedTo = new HashMap<>();

    /** Links of a body; {@code marks} stand for addresses resolved before, {@code null} for none. */
    TypedLinks(Markup markup, Links links, Marks marks) {
        this.markup = markup;
        this.links = links;
        this.marks = marks;
        this.positions = new Positions(Prepared.asTyped(markup.text()), markup.firstLine());
    }

    /** Where an address leads; an empty href when it leads nowhere or must not. */
    Links.Target resolve(Links.Kind kind, String destination) {
        String known = marks == null ? null : marks.addressOf(destination);
        if (known != null) {
            return new Links.Target(known, "");
        }
        int offset = find(destination);
        int line = offset < 0 ? markup.firstLine() : positions.line(offset);
        int column = offset < 0 ? 1 : positions.column(offset);
        Links.Target target = links.resolve(kind, destination, line, column);
        return Addresses.isSafe(target.href()) ? target : new Links.Target("", target.label());
    }

    /** An address typed twice is found at its second place the second time. */
    private int find(String destination) {
        if (destination.isEmpty()) {
            return -1;
        }
        String text = markup.text();
        String typed = typed(text, destination);
        int from = searchedTo.getOrDefault(destination, 0);
        int at = text.indexOf(typed, from);
        at = at < 0 ? text.indexOf(typed) : at;
        if (at >= 0) {
            searchedTo.put(destination, at + typed.length());
        }
        boolean isMarked = destination.startsWith("#") && !typed.equals(destination);
        // The mark before the name of a place is no part of it.
        return at < 0 || !isMarked ? at : at + typed.length() - destination.length() + 1;
    }

    /** The form in which an address stands in the text. */
    private static String typed(String text, String destination) {
        if (destination.startsWith("#")) {
            for (String before : new String[] {"<<", "xref:"}) {
                if (text.contains(before + destination.substring(1))) {
                    return before + destination.substring(1);
                }
            }
        }
        for (String form :
                new String[] {destination, destination.replace("&", "&amp;"), destination.replace("%20", " ")}) {
            if (text.contains(form)) {
                return form;
            }
        }
        return destination;
    }
}
