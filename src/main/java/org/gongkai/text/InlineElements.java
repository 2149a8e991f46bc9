package org.gongkai.text;

import java.util.Set;

/** The elements of HTML that stand within a line of text, among them some that no page of this program has. */
public final class InlineElements {

    /** Elements that do not interrupt a word. */
    public static final Set<String> WITHIN_WORDS = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
            "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
            "tspan", "tt", "u", "var", "wbr");

    private InlineElements() {}
}
