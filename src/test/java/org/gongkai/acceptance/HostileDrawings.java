package org.gongkai.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Drawings by somebody who means harm, and honest ones, from lists. In the lists {@code <SVG} opens a drawing with its names,
 * {@code JS} is a script that calls, and {@code URL} is where it calls.
 */
final class HostileDrawings {

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:l=\"http://www.w3.org/1999/xlink\"";

    /** What is put into a drawing at random. */
    private static final List<String> PIECES = List.of(
            "<!-- -->",
            "<!---->",
            "<?x y?>",
            "<![CDATA[]]>",
            "<![CDATA[",
            "]]>",
            "<g/>",
            "</g>",
            "&#9;",
            "&#10;",
            "&#x0;",
            "&amp;",
            "\t",
            "\n",
            " ",
            "/**/",
            "/*",
            "*/",
            "\\",
            "\"",
            "'",
            "\u00a0",
            "\ufeff",
            "\u0085",
            "\u2028",
            "<!DOCTYPE svg>",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"x\">",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
            "<?xml version=\"1.1\"?>",
            "<script>JS</script>",
            "<style>@import \"URL/p\";</style>",
            "<image href=\"URL/p\"/>",
            "@import \"URL/p\";",
            "url(URL/p)",
            "image-set('URL/p' 1x)",
            " onload=\"JS\"",
            " onclick='JS'",
            " style=\"background:url(URL/p)\"",
            " href=\"URL/p\"",
            " l:href=\"javascript:JS\"",
            " xml:base=\"URL/\"",
            " xmlns:h=\"http://www.w3.org/1999/xhtml\"",
            " xmlns=\"http://www.w3.org/1999/xhtml\"");

    private HostileDrawings() {}

    /** The items of a list as they stand in it. */
    static List<String> list(String name) {
        try (InputStream in = HostileDrawings.class.getResourceAsStream("hostile/" + name)) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\n%%\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An item, made to call at an address. */
    static String made(String item, String trap) {
        return item.replace("<SVG", SVG)
                .replaceAll("\\bJS\\b", "fetch(`" + trap + "/js`)")
                .replaceAll("\\bURL\\b", trap);
    }

    /** A drawing that acts, in every encoding that a browser may read it in. */
    static List<IntFunction<byte[]>> encoded(IntFunction<String> traps) {
        List<IntFunction<byte[]>> all = new ArrayList<>();
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-2022-JP", "GBK", "IBM037")) {
            for (String head : List.of("", "\ufeff", "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>")) {
                all.add(number -> (head + acting(traps.apply(number))).getBytes(Charset.forName(charset)));
            }
        }
        // In these the bytes of ASCII mean something else, so that a script hides in what reads as a text.
        all.add(number -> ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>+ADw-script+AD4-fetch(`"
                        + traps.apply(number)
                        + "/js`)+ADw-/script+AD4-</text></svg>")
                .getBytes(StandardCharsets.US_ASCII));
        all.add(number -> ("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text x=\"\u001b$B\" y=\"\u001b(B\" onclick=\"fetch(`"
                        + traps.apply(number) + "/js`)\">x</text></svg>")
                .getBytes(StandardCharsets.US_ASCII));
        all.add(number -> ("\ufeff" + acting(traps.apply(number))).getBytes(StandardCharsets.UTF_8));
        all.add(number -> packed(acting(traps.apply(number)).getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static String acting(String trap) {
        return made("<SVG><script>JS</script><image href=\"URL/a\" width=\"9\" height=\"9\"/></svg>", trap);
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An item changed at random in up to three places. */
    static String changed(String item, List<String> others, Random random) {
        StringBuilder text = new StringBuilder(item);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 4 -> {
                    String other = others.get(random.nextInt(others.size()));
                    int from = other.indexOf('>') + 1;
                    text.insert(at, other, from, Math.max(from, other.lastIndexOf("</")));
                }
                case 5 -> {
                    int end = Math.min(text.length(), at + 1);
                    text.replace(at, end, at < end ? "&#" + (int) text.charAt(at) + ";" : "");
                }
                case 6 -> {
                    int tag = text.indexOf(">", at);
                    text.insert(tag < 0 ? at : tag + 1, PIECES.get(random.nextInt(PIECES.size())));
                }
                default -> {
                    int space = text.indexOf(" ", at);
                    text.insert(space < 0 ? at : space, PIECES.get(random.nextInt(PIECES.size())));
                }
            }
        }
        return text.toString();
    }
}
