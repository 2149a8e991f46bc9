package org.gongkai.markup;

/** Escapes text and attribute values for HTML. */
public final class HtmlEscape {
    private HtmlEscape() {}

    public static void text(StringBuilder out, String text) {
        text(out, text, 0, text.length());
    }

    public static void text(StringBuilder out, String text, int from, int to) {
        int done = from;
        for (int i = from; i < to; i++) {
            String entity = entity(text.charAt(i));
            if (entity != null) {
                out.append(text, done, i).append(entity);
                done = i + 1;
            }
        }
        out.append(text, done, to);
    }

    public static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"");
        text(out, value);
        out.append('"');
    }

    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text(out, text);
        return out.toString();
    }

    private static String entity(char c) {
        if (c > '>') {
            return null;
        }
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\0' -> "\ufffd";
            default -> null;
        };
    }
}
