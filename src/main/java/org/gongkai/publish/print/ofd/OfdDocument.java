package org.gongkai.publish.print.ofd;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.gongkai.io.Digests;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.ArchiveWriter.ArchivePart;
import org.gongkai.publish.print.Xml;

/**
 * An OFD document that is being written: a ZIP file of XML files and pictures (GB/T 33190-2016, chapter 7). Faces are
 * named as office programs know them, and are not in the file.
 */
public final class OfdDocument {

    private static final String NAMESPACE = "http://www.ofdspec.org/2016";
    private static final String FOLDER = "Doc_0/";

    private final List<ArchivePart> files = new ArrayList<>();
    /** Numbers of faces and of pictures by their names. */
    private final Map<String, Integer> faces = new LinkedHashMap<>();

    private final Map<String, Integer> pictures = new LinkedHashMap<>();
    private int last;

    /**
     * Writes a document; the same sheets give the same bytes.
     *
     * @param pdf the sheets
     * @param title the title of the document
     * @param day the day of its making
     * @throws IOException if a file cannot be read or written, or if a sheet has a drawing that is not taken over, such
     *     as a gradient or rotated text
     */
    public static void write(Path pdf, String title, LocalDate day, Path target) throws IOException {
        OfdDocument document = new OfdDocument();
        List<String> pages = new ArrayList<>();
        try (PDDocument sheets = Loader.loadPDF(pdf.toFile())) {
            for (PDPage sheet : sheets.getPages()) {
                String file = "Pages/Page_" + pages.size() + "/Content.xml";
                document.add(sheet, file);
                pages.add(file);
            }
        }
        document.end(pages, title, day, Digests.sha256(Files.readAllBytes(pdf)));
        ArchiveWriter.write(target, document.files, day.atStartOfDay());
    }

    /** A number that nothing else in the document has. */
    int nextId() {
        return ++last;
    }

    /** The number of a face. */
    int face(String name) {
        return faces.computeIfAbsent(name, unknown -> nextId());
    }

    /** Adds a picture and returns its number. */
    int picture(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        String name = Digests.sha256(bytes.toByteArray()).substring(0, 16) + ".png";
        if (!pictures.containsKey(name)) {
            files.add(ArchivePart.of(FOLDER + "Res/" + name, bytes.toByteArray()));
            pictures.put(name, nextId());
        }
        return pictures.get(name);
    }

    private void add(PDPage sheet, String file) throws IOException {
        OfdPage page = new OfdPage(sheet, this);
        Xml xml = begin("Page");
        xml.begin("ofd:Area").begin("ofd:PhysicalBox").text(page.box()).end().end();
        xml.begin("ofd:Content").begin("ofd:Layer", "ID", nextId(), "Type", "Body");
        page.draw(xml);
        put(FOLDER + file, xml.end().end().end());
    }

    private void end(List<String> pages, String title, LocalDate day, String hash) throws IOException {
        Xml fonts = begin("Res", "BaseLoc", "Res").begin("ofd:Fonts");
        faces.forEach((name, id) -> fonts.empty(
                "ofd:Font",
                "ID",
                id,
                "FontName",
                name,
                "FamilyName",
                name,
                "Charset",
                "prc",
                "Serif",
                !name.contains("Sans")));
        put(FOLDER + "PublicRes.xml", fonts.end().end());
        Xml media = begin("Res", "BaseLoc", "Res").begin("ofd:MultiMedias");
        pictures.forEach((name, id) -> media.begin("ofd:MultiMedia", "ID", id, "Type", "Image", "Format", "PNG")
                .begin("ofd:MediaFile")
                .text(name)
                .end()
                .end());
        put(FOLDER + "DocumentRes.xml", media.end().end());
        Xml document = begin("Document").begin("ofd:CommonData");
        value(document, "ofd:MaxUnitID", last + pages.size());
        value(document.begin("ofd:PageArea"), "ofd:PhysicalBox", "0 0 210 297");
        value(document.end(), "ofd:PublicRes", "PublicRes.xml");
        value(document, "ofd:DocumentRes", "DocumentRes.xml");
        document.end().begin("ofd:Pages");
        pages.forEach(page -> document.empty("ofd:Page", "ID", nextId(), "BaseLoc", page));
        put(FOLDER + "Document.xml", document.end().end());
        Xml root = begin("OFD", "Version", "1.0", "DocType", "OFD")
                .begin("ofd:DocBody")
                .begin("ofd:DocInfo");
        value(root, "ofd:DocID", hash.substring(0, 32));
        value(root, "ofd:Title", title);
        value(root, "ofd:CreationDate", day);
        value(root, "ofd:Creator", "gongkai");
        value(root.end(), "ofd:DocRoot", FOLDER + "Document.xml");
        put("OFD.xml", root.end().end());
    }

    private static void value(Xml xml, String name, Object value) {
        xml.begin(name).text(value.toString()).end();
    }

    private static Xml begin(String root, Object... attributes) {
        List<Object> all = new ArrayList<>(List.of("xmlns:ofd", NAMESPACE));
        all.addAll(List.of(attributes));
        return new Xml().begin("ofd:" + root, all.toArray());
    }

    private void put(String file, Xml xml) throws IOException {
        files.add(ArchivePart.of(file, xml.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
