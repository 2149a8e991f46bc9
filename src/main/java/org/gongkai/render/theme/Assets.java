package org.gongkai.render.theme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.site.SiteFile;

/**
 * The style sheets, scripts and images of a theme; a file of the site overrides the built-in file of the same name. The
 * built-in style sheets are compacted, because every reader loads them, as the scripts were when the program was built.
 */
public final class Assets {

    /** A look: a style sheet that names colours and what takes their places in all of them, with rules of its own. */
    private static final String LOOK = "assets/look-";

    private static final Map<String, String> LOOKS = Map.of("朴素", "plain", "现代", "modern");

    private final Map<String, SiteFile.Original> files = new TreeMap<>();

    /** @param look the name of a look; may be empty */
    public Assets(SourceTree source, CompactStyles styles, String look) {
        for (String path : BuiltInTheme.parts()) {
            if (path.startsWith("assets/") && !path.startsWith(LOOK) && BuiltInTheme.find(path) != null) {
                files.put(
                        path,
                        () -> isCompacted(path)
                                ? new ByteArrayInputStream(styles.builtIn(path, look))
                                : BuiltInTheme.open(path));
            }
        }
        for (SourceFile file : source.files("assets")) {
            SiteFile.Original builtIn = files.get(file.path());
            files.put(file.path(), () -> open(source, file, builtIn));
        }
    }

    /** Every file, sorted by its address. */
    public List<SiteFile> files() {
        return files.entrySet().stream()
                .map(file -> SiteFile.copy(file.getKey(), () -> "", file.getValue()))
                .toList();
    }

    /** A copy of a built-in file is as good as none. */
    private static InputStream open(SourceTree source, SourceFile file, SiteFile.Original builtIn) throws IOException {
        if (builtIn != null && isCompacted(file.path())) {
            byte[] own;
            try (InputStream in = source.open(file)) {
                own = in.readAllBytes();
            }
            boolean copy = Arrays.equals(own, bytes(file.path()));
            return copy ? builtIn.open() : new ByteArrayInputStream(own);
        }
        return source.open(file);
    }

    private static boolean isCompacted(String path) {
        return path.endsWith(".css");
    }

    private static byte[] bytes(String path) throws IOException {
        try (InputStream in = BuiltInTheme.open(path)) {
            return in.readAllBytes();
        }
    }

    /**
     * Leaves out of the theme's own style sheets what only their readers need: comments and blanks. It knows no more of
     * CSS than these files use, and is applied to no others. Safe for many threads.
     */
    public static final class CompactStyles {

        private static final String MAIN = "assets/gongkai.css";

        /** Characters beside which no blank is needed in a style sheet. */
        private static final String TIGHT = "{};,>~";

        private static final Pattern COLOUR = Pattern.compile("(#[0-9a-f]{3,6}) > (#[0-9a-f]{3,6})");

        private final Map<String, byte[]> known = new ConcurrentHashMap<>();

        /**
         * Returns a built-in style sheet in a look, which is compacted once.
         *
         * @throws IOException if the file of the program cannot be read
         */
        byte[] builtIn(String path, String look) throws IOException {
            byte[] compact = known.get(look + path);
            if (compact == null) {
                String sheet = new String(bytes(path), StandardCharsets.UTF_8);
                if (LOOKS.containsKey(look) && !path.contains("print")) {
                    String own = new String(bytes(LOOK + LOOKS.get(look) + ".css"), StandardCharsets.UTF_8);
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
}
