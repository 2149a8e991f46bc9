package org.gongkai.write.document.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A web page and its pictures in one file (MHTML), as browsers, Word and scripts of web sites write it.
 *
 * @param page the bytes of the page
 * @param pictures the pictures as addresses that contain them, by the addresses in the page
 */
record WebArchive(byte[] page, Map<String, String> pictures) {

    private static final Pattern START = Pattern.compile(
            "\\A(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?(?:mime-version|content-type):", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("(?m)^([\\w-]+):[ \\t]*(.*(?:\\n[ \\t].*)*)");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)\\bboundary=(?:\"([^\"]*)\"|'([^']*)'|([^\\s;]+))");
    private static final Pattern HEADER_END = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final int DEEPEST = 4;
    static final int LONGEST_START = 4_096;
    private static final int LONGEST_HEADER = 1 << 16;

    /** A part with its decoded content; fields have names in small letters. */
    private record Part(Map<String, String> fields, byte[] content) {

        String type() {
            String type = fields.getOrDefault("content-type", "text/plain");
            return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        }

        String boundary() {
            Matcher boundary = BOUNDARY.matcher(fields.getOrDefault("content-type", ""));
            return boundary.find()
                    ? Stream.of(1, 2, 3)
                            .map(boundary::group)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse("")
                    : "";
        }
    }

    /** Whether a file begins like one. */
    static boolean begins(byte[] start) {
        String head = new String(start, 0, Math.min(start.length, LONGEST_START), StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n");
        return START.matcher(head).find() && head.toLowerCase(Locale.ROOT).contains("multipart/");
    }

    /** Reads a file; empty if there is no page in it. */
    static Optional<WebArchive> of(byte[] bytes) {
        List<Part> parts = new ArrayList<>();
        collect(new String(bytes, StandardCharsets.ISO_8859_1), parts, DEEPEST);
        Optional<Part> page =
                parts.stream().filter(part -> part.type().equals("text/html")).findFirst();
        Map<String, String> pictures = new HashMap<>();
        for (Part part : parts) {
            if (part.type().startsWith("image/")) {
                String address =
                        "data:" + part.type() + ";base64," + Base64.getEncoder().encodeToString(part.content());
                pictures.put(part.fields().getOrDefault("content-location", "").strip(), address);
                pictures.put(
                        "cid:" + part.fields().getOrDefault("content-id", "").replaceAll("[<>\\s]", ""), address);
            }
        }
        return page.map(found -> new WebArchive(found.content(), pictures));
    }

    private static void collect(String text, List<Part> parts, int depth) {
        Matcher end = HEADER_END.matcher(text);
        if (depth == 0 || !end.find() || end.start() > LONGEST_HEADER) {
            return;
        }
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(text.substring(0, end.start()).replace("\r\n", "\n"));
        while (field.find()) {
            fields.putIfAbsent(
                    field.group(1).toLowerCase(Locale.ROOT), field.group(2).replaceAll("\\s*\\n\\s*", " "));
        }
        String body = text.substring(end.end());
        Part part = new Part(fields, new byte[0]);
        if (!part.type().startsWith("multipart/")) {
            parts.add(new Part(fields, decoded(body, fields.getOrDefault("content-transfer-encoding", ""))));
            return;
        }
        String line = "--" + part.boundary();
        int from = body.startsWith(line) ? 0 : body.indexOf("\n" + line) + 1;
        while (line.length() > 2 && body.startsWith(line, from) && !body.startsWith("--", from + line.length())) {
            int next = body.indexOf("\n" + line, from + line.length());
            int start = body.indexOf('\n', from + line.length()) + 1;
            if (start == 0) {
                return;
            }
            collect(body.substring(start, next < start ? body.length() : next), parts, depth - 1);
            from = next < 0 ? body.length() : next + 1;
        }
    }

    private static byte[] decoded(String body, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> bytes(body.replaceAll("[^A-Za-z0-9+/]", ""));
            case "quoted-printable" -> unquoted(body);
            default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    /** The bytes of complete groups of four characters, of which a damaged file may have one less. */
    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64);
    }

    private static byte[] unquoted(String body) {
        String text = body.replaceAll("=[ \\t]*\\r?\\n", "");
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '=' && i + 2 < text.length() ? code(text, i + 1) : -1;
            out.write(code < 0 ? text.charAt(i) : code);
            i += code < 0 ? 0 : 2;
        }
        return out.toByteArray();
    }

    private static int code(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
