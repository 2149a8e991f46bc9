package org.gongkai.output;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes JSON texts. */
public final class Json {

    private Json() {}

    /**
     * A value as JSON on one line.
     *
     * @param value a map (in its order), a collection, a text, a number, a truth, or an {@link Optional} of these: empty is
     *     {@code null}
     */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> quoted(String.valueOf(field.getKey())) + ":" + of(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(Json::of).orElse("null");
        }
        if (value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return quoted((String) value);
    }

    /** A JSON string with its quotes; safe inside a script element too. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c == '<' || c == '\u2028' || c == '\u2029') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
