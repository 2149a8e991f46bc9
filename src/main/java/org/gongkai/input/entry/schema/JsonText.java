package org.gongkai.input.entry.schema;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Formats maps, lists, strings, numbers and booleans as indented JSON. */
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Object value) {
        JsonText text = new JsonText();
        text.write(value, "");
        return text.out.append('\n').toString();
    }

    private void write(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            open('{', '}', map.entrySet(), indent);
        } else if (value instanceof Collection<?> list) {
            open('[', ']', list, indent);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            text(entry.getKey().toString());
            out.append(": ");
            write(entry.getValue(), indent);
        } else if (value instanceof String string) {
            text(string);
        } else {
            out.append(value);
        }
    }

    private void open(char start, char end, Collection<?> members, String indent) {
        out.append(start);
        boolean flat = members.stream()
                .noneMatch(m -> m instanceof Map || m instanceof Collection || m instanceof Map.Entry<?, ?>);
        String inner = indent + "  ";
        for (Iterator<?> i = members.iterator(); i.hasNext(); ) {
            if (!flat) {
                out.append('\n').append(inner);
            }
            write(i.next(), inner);
            if (i.hasNext()) {
                out.append(flat ? ", " : ",");
            }
        }
        if (!flat) {
            out.append('\n').append(indent);
        }
        out.append(end);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
