package org.gongkai.write.document.word;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A .docx for tests.
 *
 * @param parts the parts by their names
 * @param relations relations of the document by their ids: kind and target
 */
record WordFile(Map<String, byte[]> parts, Map<String, String[]> relations) {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS = "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"" + OFFICE + "\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

    /** A document with a body. */
    static WordFile of(String body) {
        WordFile file = new WordFile(new TreeMap<>(), new TreeMap<>());
        file.parts().put("word/document.xml", xml("document", "<w:body>" + body + "</w:body>"));
        return file;
    }

    /** Adds a part such as numbering, styles or footnotes. */
    WordFile with(String kind, String content) {
        String root = Map.of("header", "hdr", "footer", "ftr").getOrDefault(kind, kind);
        return related("r" + kind, kind, kind + ".xml", xml(root, content));
    }

    /** Adds another part. */
    WordFile related(String id, String kind, String target, byte[] content) {
        parts.put("word/" + target, content);
        relations.put(id, new String[] {kind, target, ""});
        return this;
    }

    /** Adds a relation to an address. */
    WordFile leading(String id, String kind, String address) {
        relations.put(id, new String[] {kind, address, " TargetMode=\"External\""});
        return this;
    }

    /** Replaces a part as a whole. */
    WordFile replacing(String part, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Removes parts that relations lead to. */
    WordFile without(String... names) {
        List.of(names).forEach(parts::remove);
        return this;
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve("文件.docx");
        StringBuilder related = new StringBuilder();
        relations.forEach((id, to) -> related.append("<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + to[0]
                + "\" Target=\"" + to[1] + "\"" + to[2] + "/>"));
        Map<String, byte[]> all = new TreeMap<>(parts);
        all.put("word/_rels/document.xml.rels", utf8(RELATIONS.replace("%s", related)));
        all.put(
                "_rels/.rels",
                utf8(RELATIONS.replace(
                        "%s",
                        "<Relationship Id=\"r1\" Type=\"" + OFFICE
                                + "/officeDocument\" Target=\"word/document.xml\"/>")));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A paragraph. */
    static String p(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    /** A paragraph with properties. */
    static String p(String properties, String content) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
    }

    /** A run. */
    static String r(String text) {
        return r("", text);
    }

    /** A run with properties. */
    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /** A field with a result. */
    static String field(String code, String result) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + code + "</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + result
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    private static byte[] xml(String root, String content) {
        return utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + root + NAMESPACES + ">" + content + "</w:" + root
                + ">");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
