package org.gongkai.write.document.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.HeapBudget;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.text.ForeignText;
import org.gongkai.write.document.text.FrontMatter;
import org.gongkai.write.document.web.HtmlInlines.PagePictures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads web pages: {@code .html} and {@code .mht} files, and those that sites offer with the name of a document. */
public final class WebPageReader implements FormatReader {

    private static final long LARGEST_ARCHIVE = 100L << 20;

    /** The bytes of an archive, and several times its parts in their encoding. */
    private static final int HEAP_OF_ARCHIVE = 8;

    private static final Pattern PAGE = Pattern.compile(
            "\\x{FEFF}?\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,400}?-->\\s*)?<(!doctype\\s+html|html|head|meta|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether a file is a page by its first bytes, whatever it is called. */
    public static boolean isPage(byte[] start) {
        boolean isWide = start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFE + 0xFF;
        String latin = new String(start, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return PAGE.matcher(latin).lookingAt() || WebArchive.begins(start);
    }

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        boolean isArchive;
        try (InputStream in = Files.newInputStream(file)) {
            isArchive = WebArchive.begins(in.readNBytes(WebArchive.LONGEST_START));
        }
        long most = isArchive ? HeapBudget.ofProcess().most(LARGEST_ARCHIVE, HEAP_OF_ARCHIVE) : TextDecoder.maxBytes();
        if (Files.size(file) > most) {
            throw new UnreadableDocument(
                    "网页有 " + TextDecoder.megabytes(Files.size(file)) + "，最多 " + TextDecoder.megabytes(most));
        }
        byte[] bytes = Files.readAllBytes(file);
        List<Remark> remarks = new ArrayList<>();
        Map<String, Object> stated = new LinkedHashMap<>();
        Document page = isArchive ? archived(bytes, remarks) : page(bytes, remarks, stated);
        UnseenStyle.note(page);
        PageContent content = new PageContent(page);
        Element article = content.article();
        Map<String, Object> header = content.header();
        header.putAll(stated);
        PagePictures pictures = new PagePictures(file);
        HtmlBlocks blocks = new HtmlBlocks(pictures, wanted);
        blocks.walk(article);
        List<Block> found = blocks.blocks();
        if (found.isEmpty()) {
            throw new UnreadableDocument("网页里没有找到正文");
        }
        if (!header.containsKey("title") && !content.pageTitle().isEmpty() && !beginsWithTitle(found.get(0))) {
            header.put("title", content.pageTitle());
        }
        remarks.addAll(content.surroundings(article, String.valueOf(header.get("title"))));
        remarks.addAll(blocks.remarks());
        remarks.addAll(pictures.remarks());
        return new ImportedDocument(header, found, List.of(), pictures.pictures(), remarks);
    }

    /** Whether an article has its own title, which is better than that in the head of the page. */
    private static boolean beginsWithTitle(Block first) {
        return first instanceof Block.Heading
                || first instanceof Block.Paragraph paragraph && paragraph.alignment() == Block.Alignment.CENTER;
    }

    /** The page of an archive, with its pictures in it. */
    private static Document archived(byte[] bytes, List<Remark> remarks) throws IOException {
        WebArchive archive = WebArchive.of(bytes).orElseThrow(() -> new UnreadableDocument("这是单个文件的网页（.mht），里面没有找到网页"));
        Document page = page(archive.page(), remarks, new LinkedHashMap<>());
        for (Element image : page.select("img[src]")) {
            image.attr("src", archive.pictures().getOrDefault(image.attr("src"), image.attr("src")));
        }
        return page;
    }

    /** Parses a page; Jekyll and Hugo take pages with a header of their own, whose fields are added. */
    private static Document page(byte[] bytes, List<Remark> remarks, Map<String, Object> header) throws IOException {
        try {
            ForeignText text = ForeignText.of(bytes);
            remarks.addAll(text.remarks());
            FrontMatter matter = FrontMatter.of(text.text());
            remarks.addAll(matter.remarks());
            header.putAll(matter.header());
            return Jsoup.parse(matter.body());
        } catch (UnreadableDocument e) {
            String start = new String(bytes, 0, Math.min(2048, bytes.length), StandardCharsets.ISO_8859_1);
            if (!start.contains("charset") || start.indexOf('\0') >= 0) {
                throw e;
            }
            Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
            long unread = page.wholeText().chars().filter(c -> c == '\uFFFD').count();
            if (unread > 0) {
                remarks.add(new Remark("", "网页里有 " + unread + " 个字的编码读不出，写成了“\uFFFD”，请对照原文改", Remark.Weight.LEFT_OUT));
            }
            return page;
        }
    }

    /**
     * A web page and its pictures in one file (MHTML), as browsers, Word and scripts of web sites write it.
     *
     * @param page the bytes of the page
     * @param pictures the pictures as addresses that contain them, by the addresses in the page
     */
    record WebArchive(byte[] page, Map<String, String> pictures) {

        private static final Pattern START = Pattern.compile(
                "\\A(?:[\\w-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?(?:mime-version|content-type):",
                Pattern.CASE_INSENSITIVE);
        private static final Pattern FIELD = Pattern.compile("(?m)^([\\w-]+):[ \\t]*(.*(?:\\n[ \\t].*)*)");
        private static final Pattern BOUNDARY = Pattern.compile("(?i)\\bboundary=([\"']?)(.*?)\\1(?=[;\\s]|$)");
        private static final Pattern CODE = Pattern.compile("=([0-9A-Fa-f]{2})");
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
                return boundary.find() ? boundary.group(2) : "";
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
            Optional<Part> page = parts.stream()
                    .filter(part -> part.type().equals("text/html"))
                    .findFirst();
            Map<String, String> pictures = new HashMap<>();
            for (Part part : parts) {
                if (part.type().startsWith("image/")) {
                    String address = "data:" + part.type() + ";base64,"
                            + Base64.getEncoder().encodeToString(part.content());
                    pictures.put(
                            part.fields().getOrDefault("content-location", "").strip(), address);
                    pictures.put(
                            "cid:"
                                    + part.fields()
                                            .getOrDefault("content-id", "")
                                            .replaceAll("[<>\\s]", ""),
                            address);
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
            return Base64.getDecoder()
                    .decode(base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64);
        }

        private static byte[] unquoted(String body) {
            return CODE.matcher(body.replaceAll("=[ \\t]*\\r?\\n", ""))
                    .replaceAll(
                            code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
