package org.gongkai.render.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The theme's own style sheets in the looks that a site may choose, without what only their readers need: comments and
 * blanks. It knows no more of CSS than these files use, and is applied to no others. Safe for many threads.
 */
public final class LookStyles {

    /** A look: a style sheet that names colours and what takes their places in all of them, with rules of its own. */
    static final String FILE = "assets/look-";

    private static final Map<String, String> LOOKS = Map.of("朴素", "plain", "现代", "modern");

    private static final String MAIN = "assets/gongkai.css";

    /** Characters beside which no blank is needed in a style sheet. */
    private static final String TIGHT = "{};,>~!";

    private static final Pattern COLOUR = Pattern.compile("(#[0-9a-f]{3,6}) > (#[0-9a-f]{3,6})");

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /** Returns a built-in style sheet in a look, which is compacted once. */
    byte[] builtIn(String path, String look) throws IOException {
        byte[] compact = known.get(look + path);
        if (compact == null) {
            String sheet = new String(ThemeResources.bytes(path), StandardCharsets.UTF_8);
            if (LOOKS.containsKey(look) && !path.contains("print")) {
                String own = new String(ThemeResources.bytes(FILE + LOOKS.get(look) + ".css"), StandardCharsets.UTF_8);
                Map<String, String> colours = COLOUR.matcher(own)
                        .results()
                        .collect(Collectors.toMap(pair -> pair.group(1), pair -> pair.group(2)));
                sheet = Pattern.compile("#[0-9a-f]{3,6}")
                                .matcher(sheet)
                                .replaceAll(colour -> colours.getOrDefault(colour.group(), colour.group()))
                        + (path.equals(MAIN) ? own : "");
            }
            compact = of(sheet).getBytes(StandardCharsets.UTF_8);
            known.put(look + path, compact);
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
