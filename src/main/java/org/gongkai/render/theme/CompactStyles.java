package org.gongkai.render.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves out of the theme's own style sheets what only their readers need: comments and blanks. It knows no more of CSS
 * than these files use, and is applied to no others. Safe for many threads.
 */
public final class CompactStyles {

    /** Characters beside which no blank is needed in a style sheet. */
    private static final String TIGHT = "{};,>~";

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /**
     * Returns a built-in style sheet, which is compacted once.
     *
     * @throws IOException if the file of the program cannot be read
     */
    byte[] builtIn(String path) throws IOException {
        byte[] compact = known.get(path);
        if (compact == null) {
            try (InputStream in = BuiltInTheme.open(path)) {
                compact = of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
            }
            known.put(path, compact);
        }
        return compact;
    }

    /** Returns a style sheet of the same rules. */
    static String of(String sheet) {
        StringBuilder out = new StringBuilder(sheet.length());
        boolean blank = false;
        for (int at = 0; at < sheet.length(); at++) {
            char c = sheet.charAt(at);
            if (sheet.startsWith("/*", at)) {
                at = sheet.indexOf("*/", at) + 1;
                blank = true;
            } else if (Character.isWhitespace(c)) {
                blank = true;
            } else {
                if (blank && needsBlank(out, c)) {
                    out.append(' ');
                }
                blank = false;
                if (c == '"' || c == '\'') {
                    int end = sheet.indexOf(c, at + 1);
                    out.append(sheet, at, end);
                    at = end;
                }
                out.append(c);
            }
        }
        return out.toString().replace(";}", "}") + "\n";
    }

    /** Returns whether a blank before a character separates something. A selector has none after its colons. */
    private static boolean needsBlank(StringBuilder out, char next) {
        char last = out.isEmpty() ? ';' : out.charAt(out.length() - 1);
        return last != ':' && TIGHT.indexOf(last) < 0 && TIGHT.indexOf(next) < 0;
    }
}
