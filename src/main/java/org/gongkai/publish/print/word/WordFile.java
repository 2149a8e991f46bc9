package org.gongkai.publish.print.word;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.io.TextResource;
import org.gongkai.publish.print.Xml;
import org.jsoup.nodes.Document;

/** Writes a paper as a Word file: its styles, numbering, tables and pictures, and the grid of GB/T 9704. */
public final class WordFile {

    /** The earliest time of a ZIP; the same paper gives the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Map<String, String> FIXED = Map.of(
            "_rels/.rels", "package-rels.xml",
            "word/settings.xml", "settings.xml",
            "word/styles.xml", "styles.xml",
            "word/footer-odd.xml", "footer-odd.xml",
            "word/footer-even.xml", "footer-even.xml");

    private static final List<String> RELATIONS =
            List.of("styles", "settings", "numbering", "footer-odd", "footer-even");

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private WordFile() {}

    /**
     * Writes a paper.
     *
     * @param paper as the template of papers makes it, in the order of an official paper
     * @param pictures finds the bytes of a picture by its address as the paper has it
     * @return how many pictures Word cannot show; their words stand for them
     */
    public static int write(Document paper, Function<String, Optional<byte[]>> pictures, OutputStream to)
            throws IOException {
        WordPictures shown = new WordPictures(pictures);
        WordLists lists = new WordLists();
        String body = new WordBody(shown, lists).write(paper);
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        put(zip, "[Content_Types].xml", fixed("content-types.xml"));
        for (Map.Entry<String, String> part : new TreeMap<>(FIXED).entrySet()) {
            put(zip, part.getKey(), fixed(part.getValue()));
        }
        put(zip, "docProps/core.xml", fixed("core.xml").formatted(Xml.escaped(paper.title())));
        put(zip, "word/_rels/document.xml.rels", relations(shown));
        put(zip, "word/document.xml", body);
        put(zip, "word/numbering.xml", lists.numbering());
        for (WordPictures.Shown picture : shown.all()) {
            put(zip, "word/" + picture.part(), picture.bytes());
        }
        zip.finish();
        return shown.missing();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String fixed(String name) {
        return TextResource.of(WordFile.class, name);
    }

    private static String relations(WordPictures pictures) {
        Xml xml = new Xml();
        xml.begin("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        for (String part : RELATIONS) {
            relation(xml, part, part.replaceFirst("-.*", ""), part + ".xml");
        }
        pictures.all().forEach(picture -> relation(xml, picture.id(), "image", picture.part()));
        return xml.raw("\n").end().raw("\n").toString();
    }

    private static void relation(Xml xml, String id, String type, String target) {
        xml.raw("\n").empty("Relationship", "Id", id, "Type", RELATION + type, "Target", target);
    }
}
