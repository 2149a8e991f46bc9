package org.gongkai.feature.search.pack;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Script files that hand values to the search page by calling its function {@code gk}. In UTF-16 a packed value takes
 * 15 bits of 16 also where nothing is compressed, from a disc; the byte order mark overrides whatever encoding a server
 * announces.
 */
public final class ScriptFile {

    /** A byte order mark and the call. */
    private static final String BEFORE = "\ufeffgk(";

    private static final String AFTER = ")";

    private ScriptFile() {}

    /** Returns the bytes of a script that calls the function with arguments. */
    public static byte[] call(String arguments) {
        return (BEFORE + arguments + AFTER).getBytes(StandardCharsets.UTF_16LE);
    }

    /**
     * Returns the arguments that a script hands on.
     *
     * @throws IllegalArgumentException if the file is damaged
     */
    public static String arguments(byte[] script) {
        String text = new String(script, StandardCharsets.UTF_16LE);
        if (!text.startsWith(BEFORE) || !text.endsWith(AFTER)) {
            throw new IllegalArgumentException("no file of a search index");
        }
        return text.substring(BEFORE.length(), text.length() - AFTER.length());
    }

    /** Returns a string literal. */
    public static String string(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
