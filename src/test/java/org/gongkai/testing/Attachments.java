package org.gongkai.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Small right files of the types that entries attach, made when a test runs. */
public final class Attachments {

    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String SHEET = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private Attachments() {}

    /** A document of these paragraphs. */
    public static byte[] docx(String... paragraphs) {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
        }
        return docx(Map.of("word/document.xml", body.toString()));
    }

    /** A document of these parts, the inside of each as XML of Word's. */
    public static byte[] docx(Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        parts.forEach((name, xml) -> all.put(name, "<w:part " + WORD + ">" + xml + "</w:part>"));
        return zip(all);
    }

    /** A document of one paragraph with a further part. */
    public static byte[] docxWith(String name, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:p xmlns:w=\"w\"><w:t>甲</w:t></w:p>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A workbook of one sheet 表 with these texts below one another. */
    public static byte[] xlsx(String... cells) {
        StringBuilder rows = new StringBuilder();
        for (String cell : cells) {
            rows.append("<row><c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c></row>");
        }
        return xlsx("<sheet name=\"表\" r:id=\"r1\"/>", Map.of("sheet1.xml", "<sheetData>" + rows + "</sheetData>"));
    }

    /** A workbook of these sheets, the inside of each as XML of Excel's; the n-th has the relation {@code rn}. */
    public static byte[] xlsx(String sheets, Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "xl/workbook.xml",
                "<workbook " + SHEET
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets>" + sheets + "</sheets></workbook>");
        StringBuilder relations = new StringBuilder();
        for (String name : parts.keySet()) {
            relations
                    .append("<Relationship Id=\"r")
                    .append(name.replaceAll("\\D", ""))
                    .append("\" Target=\"worksheets/")
                    .append(name)
                    .append("\"/>");
        }
        all.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        parts.forEach(
                (name, xml) -> all.put("xl/worksheets/" + name, "<worksheet " + SHEET + ">" + xml + "</worksheet>"));
        return zip(all);
    }

    /** A packed file of these parts. */
    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * An office file with a picture.
     *
     * @param program word, xl or ppt
     * @param more names of further parts
     */
    public static byte[] withPicture(String program, byte[] picture, String... more) {
        String main = Map.of("word", "document", "xl", "workbook", "ppt", "presentation")
                .get(program);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(program + "/" + main + ".xml"));
            zip.write(("<w:part " + WORD + "><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:part>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(program + "/media/image1.jpeg"));
            zip.write(picture);
            for (String name : more) {
                zip.putNextEntry(new ZipEntry(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PDF with a photograph, as it is. */
    public static byte[] pdfWithPicture(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(JPEGFactory.createFromByteArray(document, jpeg), 72, 700);
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText("visit");
                content.endText();
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PDF with one line of Latin text on each page. */
    public static byte[] pdf(String... pages) {
        return lockedPdf("", pages);
    }

    /** A PDF that opens with a password. */
    public static byte[] lockedPdf(String password, String... pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A picture of one pixel. */
    public static byte[] png() {
        return image("png");
    }

    /** A photograph of one pixel, taken nowhere. */
    public static byte[] jpeg() {
        return image("jpg");
    }

    /** A photograph taken at 1° north, 1° east. */
    public static byte[] jpegWithPlace() {
        ByteBuffer exif = ByteBuffer.allocate(200);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        // One field in the first directory: where the directory of the place begins.
        exif.putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        exif.putShort((short) 4);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(80);
        exif.putShort((short) 3).putShort((short) 2).putInt(2).put("E\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 4).putShort((short) 5).putInt(3).putInt(80);
        exif.putInt(0);
        for (int part : new int[] {1, 1, 0, 1, 0, 1}) {
            exif.putInt(part);
        }
        byte[] plain = jpeg();
        ByteBuffer photo = ByteBuffer.allocate(plain.length + exif.position() + 4);
        photo.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.position() + 2));
        photo.put(exif.array(), 0, exif.position()).put(plain, 2, plain.length - 2);
        return photo.array();
    }

    /** A picture of red lines on a blank of 200 by 200. */
    public static byte[] drawn(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D in = image.createGraphics();
        in.setColor(new Color(0xC8, 0x10, 0x1E));
        in.setStroke(new BasicStroke(8));
        drawing.accept(in);
        return written(image, "png");
    }

    private static byte[] image(String format) {
        return written(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), format);
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
