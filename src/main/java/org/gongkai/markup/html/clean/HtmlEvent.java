package org.gongkai.markup.html.clean;

import java.util.List;

/**
 * A tag or text in sanitized HTML.
 *
 * @param kind what it is
 * @param value name of the element, or the text
 * @param attributes names and values in turn
 */
public record HtmlEvent(Kind kind, String value, List<String> attributes) {
    public enum Kind {
        OPEN,
        CLOSE,
        TEXT
    }

    public HtmlEvent {
        attributes = List.copyOf(attributes);
    }

    public boolean opens(String name) {
        return kind == Kind.OPEN && value.equals(name);
    }

    public boolean closes(String name) {
        return kind == Kind.CLOSE && value.equals(name);
    }

    /** Level of the heading whose start tag this is, or 0. */
    public int headingLevel() {
        return kind == Kind.OPEN && value.length() == 2 && value.charAt(0) == 'h' && value.charAt(1) != 'r'
                ? value.charAt(1) - '0'
                : 0;
    }

    /** Value of an attribute, or an empty string. */
    public String attribute(String name) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    public boolean hasClass(String name) {
        String classes = attribute("class");
        return !classes.isEmpty() && (" " + classes + " ").contains(" " + name + " ");
    }
}
