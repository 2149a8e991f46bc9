package org.gongkai.write.document.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.input.source.TextDecoder;
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

/** Reads web pages, those that sites offer with the name of a document, too. */
public final class WebPageReader implements FormatReader {

    private static final Pattern PAGE = Pattern.compile(
            "\\x{FEFF}?\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,400}?-->\\s*)?<(!doctype\\s+html|html|head|meta|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether a file is a page by its first bytes, whatever it is called. */
    public static boolean isPage(byte[] start) {
        boolean isWide = start.length > 1 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0xFE + 0xFF;
        String latin = new String(start, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return PAGE.matcher(latin).lookingAt();
    }

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        if (Files.size(file) > TextDecoder.maxBytes()) {
            throw new UnreadableDocument("网页有 " + TextDecoder.megabytes(Files.size(file)) + "，最多 "
                    + TextDecoder.megabytes(TextDecoder.maxBytes()));
        }
        byte[] bytes = Files.readAllBytes(file);
        List<Remark> remarks = new ArrayList<>();
        Map<String, Object> stated = new LinkedHashMap<>();
        Document page = page(bytes, remarks, stated);
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
}
