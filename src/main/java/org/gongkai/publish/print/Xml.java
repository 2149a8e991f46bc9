package org.gongkai.publish.print;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML whose names have their prefixes. */
public final class Xml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Begins an element with attributes: names and values in turn. */
    public Xml begin(String name, Object... attributes) {
        open.push(name);
        return tag(name, ">", attributes);
    }

    /** Writes an element without content. */
    public Xml empty(String name, Object... attributes) {
        return tag(name, "/>", attributes);
    }

    private Xml tag(String name, String end, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = escaped(attributes[i + 1].toString());
            text.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        text.append(end);
        return this;
    }

    public Xml text(String characters) {
        text.append(escaped(characters).replace("&quot;", "\""));
        return this;
    }

    /** Writes what is XML already. */
    public Xml raw(String xml) {
        text.append(xml);
        return this;
    }

    public Xml end() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
