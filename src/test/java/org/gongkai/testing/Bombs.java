package org.gongkai.testing;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Files that need many times as much memory as they have bytes, of every type that the program reads. They are made anew each
 * time, and most of them are small.
 */
public final class Bombs {

    private static final int MEGABYTE = 1 << 20;
    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    private static final int TEXT = 24 * MEGABYTE;

    private final Path folder;

    public Bombs(Path folder) {
        this.folder = folder;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Writes documents: a large text, many small ones, deep elements, large attributes, many parts. Returns their names. */
    public List<String> documents() {
        return List.of(
                zip("text.docx", out -> text(out, "docx", TEXT)),
                zip("many.xlsx", out -> many(out, "xlsx")),
                zip("deep.pptx", out -> write(out, "<p>".repeat(400_000))),
                zip("attribute.ofd", out -> {
                    write(out, "<p a=\"");
                    noise(out, TEXT);
                    write(out, "\"/>");
                }),
                zip("strings.xlsx", "xl/sharedStrings.xml", out -> write(out, "<si/>".repeat(1_500_000))),
                parts("parts.docx", 6_000));
    }

    private static void text(OutputStream out, String ending, int size) throws IOException {
        start(out, ending);
        noise(out, size);
        end(out, ending);
    }

    private static void many(OutputStream out, String ending) throws IOException {
        for (int i = 0; i < 300_000; i++) {
            start(out, ending);
            out.write((byte) ('a' + i % 7));
            end(out, ending);
        }
    }

    private String zip(String name, Content content) {
        return zip(name, part(name.substring(name.indexOf('.') + 1)), content);
    }

    private static String part(String ending) {
        return switch (ending) {
            case "docx" -> "word/document.xml";
            case "xlsx" -> "xl/worksheets/sheet1.xml";
            case "pptx" -> "ppt/slides/slide1.xml";
            default -> "Doc_0/Pages/Page_0/Content.xml";
        };
    }

    private static void start(OutputStream out, String ending) throws IOException {
        write(
                out,
                switch (ending) {
                    case "docx" -> "<w:p><w:r><w:t>";
                    case "xlsx" -> "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
                    case "pptx" -> "<p><r><t>";
                    default -> "<TextCode>";
                });
    }

    private static void end(OutputStream out, String ending) throws IOException {
        write(
                out,
                switch (ending) {
                    case "docx" -> "</w:t></w:r></w:p>";
                    case "xlsx" -> "</t></is></c></row>";
                    case "pptx" -> "</t></r></p>";
                    default -> "</TextCode>";
                });
    }

    private String zip(String name, String part, Content content) {
        return file(name, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            if (name.endsWith("docx")) {
                entry(
                        zip,
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            } else if (name.endsWith("xlsx")) {
                entry(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"1\" id=\"r\"/></sheets></workbook>");
                entry(
                        zip,
                        "xl/_rels/workbook.xml.rels",
                        "<r><Relationship Id=\"r\" Target=\"worksheets/sheet1.xml\"/></r>");
            } else if (name.endsWith("pptx")) {
                entry(zip, "ppt/presentation.xml", "<p/>");
            } else {
                entry(zip, "OFD.xml", "<OFD/>");
            }
            zip.putNextEntry(new ZipEntry(part));
            OutputStream inner = new BufferedOutputStream(zip, MEGABYTE);
            write(inner, part.endsWith("document.xml") ? WORD : "<d>");
            content.to(inner);
            write(inner, part.endsWith("document.xml") ? "</w:body></w:document>" : "</d>");
            inner.flush();
            zip.closeEntry();
            zip.finish();
        });
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, text);
        zip.closeEntry();
    }

    /** Writes documents with a photograph that says where it was taken, before or behind a part that is too large. */
    public List<String> photographed() {
        return List.of(
                photographed("before.docx", true, MEGABYTE),
                photographed("behind.docx", false, MEGABYTE),
                photographed("beside.docx", true, 100));
    }

    private String photographed(String name, boolean isFirst, int ratio) {
        return file(name, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
            entry(zip, "word/document.xml", "<p/>");
            for (boolean isPhotograph : new boolean[] {isFirst, !isFirst}) {
                zip.putNextEntry(new ZipEntry(isPhotograph ? "word/media/1.jpg" : "word/embeddings/1.bin"));
                if (isPhotograph) {
                    zip.write(Attachments.jpegWithPlace());
                } else {
                    byte[] letters = new byte[MEGABYTE];
                    byte[] noise = new byte[MEGABYTE / ratio];
                    new Random(1).nextBytes(noise);
                    System.arraycopy(noise, 0, letters, 0, noise.length);
                    for (int i = 0; i < 200; i++) {
                        zip.write(letters);
                    }
                }
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** Writes a photograph of 60 million pixels that was taken upright. */
    public String photograph() {
        return file("large.jpg", out -> {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(15_000, 4_000, BufferedImage.TYPE_3BYTE_BGR), "jpg", plain);
            out.write(plain.toByteArray(), 0, 2);
            out.write(ByteBuffer.allocate(36)
                    .putShort((short) 0xFFE1)
                    .putShort((short) 34)
                    .put("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6".getBytes(StandardCharsets.ISO_8859_1))
                    .array());
            out.write(plain.toByteArray(), 2, plain.size() - 2);
        });
    }

    private String parts(String name, int count) {
        return file(name, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < count; i++) {
                entry(zip, "word/" + i + ".xml", "");
            }
            entry(zip, "word/document.xml", "<p/>");
            zip.finish();
        });
    }

    /** Writes a legacy office file with much text. */
    public List<String> legacy() {
        return List.of(file("text.doc", out -> {
            try (POIFSFileSystem system = new POIFSFileSystem()) {
                byte[] text = new byte[9 * MEGABYTE];
                Arrays.fill(text, (byte) 'N');
                system.createDocument(new ByteArrayInputStream(text), "WordDocument");
                system.writeFilesystem(out);
            }
        }));
    }

    /** Writes PDF files: packed texts, deep objects, very many objects. */
    public List<String> pdf() {
        byte[] operators = deflated(out -> write(out, "BT (a) Tj ET\n".repeat(600_000)));
        return List.of(
                pdf("operators.pdf", "/Filter/FlateDecode", operators, ""),
                pdf("deep.pdf", "", new byte[0], "[".repeat(300_000)),
                pdf("wide.pdf", "", new byte[0], "[" + "1 ".repeat(1_000_000) + "]"));
    }

    private String pdf(String name, String filter, byte[] content, String more) {
        return file(name, out -> {
            write(out, "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
            write(out, "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
            write(out, "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Annots 5 0 R");
            write(out, "/Resources<<>>>>endobj\n4 0 obj<<" + filter + "/Length " + content.length + ">>stream\n");
            out.write(content);
            write(out, "\nendstream endobj\n5 0 obj " + more + " endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        });
    }

    /** Writes tables and texts: a single line, many cells, many numbers of persons, one that is too large to be read. */
    public List<String> texts() {
        return List.of(
                file("line.txt", out -> noise(out, 9 * MEGABYTE)),
                file("cells.csv", out -> write(out, ",a".repeat(MEGABYTE))),
                file("numbers.txt", out -> {
                    for (int i = 0; i < 4_000; i++) {
                        write(out, "1391234" + (1000 + i) + "\n");
                    }
                }),
                sparse("sparse.txt", 95L * MEGABYTE));
    }

    /** Writes pictures and films: many pixels, much metadata, wrong sizes. */
    public List<String> pictures() {
        byte[] photograph = Attachments.jpeg();
        return List.of(
                file(
                        "pixels.jpg",
                        out -> ImageIO.write(
                                new BufferedImage(6_000, 5_000, BufferedImage.TYPE_BYTE_GRAY), "jpg", out)),
                file("exif.jpg", out -> {
                    out.write(photograph, 0, 2);
                    for (int i = 0; i < 150; i++) {
                        out.write(ByteBuffer.allocate(65_535)
                                .putShort((short) 0xFFE1)
                                .putShort((short) 65_533)
                                .put("Exif\0\0MM\0*\0\0\0\10\24\0".getBytes(StandardCharsets.ISO_8859_1))
                                .array());
                    }
                    out.write(photograph, 2, photograph.length - 2);
                }),
                file(
                        "sizes.mp4",
                        out -> out.write(ByteBuffer.allocate(64)
                                .putInt(16)
                                .put("ftypisom".getBytes(StandardCharsets.ISO_8859_1))
                                .putInt(0)
                                .putInt(1)
                                .put("moov".getBytes(StandardCharsets.ISO_8859_1))
                                .putLong(Long.MAX_VALUE)
                                .array())),
                film("long.mp4", 95L * MEGABYTE));
    }

    /** Writes entries: many headings, a long line, very many attributes. */
    public List<String> entries() {
        String header = "---\n标题: 很长的一条\n发布日期: 2024-01-02\n---\n\n";
        return List.of(
                file("heads.md", out -> {
                    write(out, header);
                    for (int i = 0; i < 100_000; i++) {
                        write(out, "## 标题" + i + "\n\n");
                    }
                }),
                file("line.adoc", out -> write(out, header + "一二三".repeat(500_000))),
                file("attributes.html", out -> {
                    write(out, header + "<p");
                    for (int i = 0; i < 600_000; i++) {
                        write(out, " a" + i + "=1");
                    }
                }),
                sparse("sparse.md", 700L * MEGABYTE));
    }

    private String film(String name, long size) {
        sparse(name, size);
        try (RandomAccessFile film = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            film.write(ByteBuffer.allocate(24)
                    .putInt(16)
                    .put("ftypisom".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(0)
                    .putInt(0)
                    .put("XMP_".getBytes(StandardCharsets.ISO_8859_1))
                    .array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    /** Writes a file that takes no space. */
    public String sparse(String name, long size) {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    private String file(String name, Content content) {
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), MEGABYTE)) {
                content.to(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    private static byte[] deflated(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BufferedOutputStream(new DeflaterOutputStream(bytes), MEGABYTE)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Letters that cannot be packed to less than a hundredth. */
    private static void noise(OutputStream out, int bytes) throws IOException {
        Random random = new Random(1);
        byte[] block = new byte[1 << 10];
        Arrays.fill(block, (byte) 'a');
        for (int written = 0; written < bytes; written += block.length) {
            for (int i = 0; i < 8; i++) {
                block[i] = (byte) ('a' + random.nextInt(26));
            }
            out.write(block);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
