package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;

/** A PDF that the program has printed through the machine's Chromium, read back as a person sees it. */
final class PrintedPaper implements AutoCloseable {

    private static final float MILLIMETRE = 72 / 25.4f;

    private final PDDocument document;

    private PrintedPaper(PDDocument document) {
        this.document = document;
    }

    /** Prints; the arguments are those of {@code print} without its {@code -o}. */
    static PrintedPaper of(Path pdf, String... args) throws IOException {
        return of(pdf, Browser.environment(), args);
    }

    /** Prints in an environment, which decides on the browser. */
    static PrintedPaper of(Path pdf, Map<String, String> environment, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("print", "-o", pdf.toString()));
        all.addAll(List.of(args));
        Ran ran = SiteFolder.run(environment, all.toArray(String[]::new));
        assertThat(ran.status()).as(ran.err()).isZero();
        return of(pdf);
    }

    /** Opens what was printed. */
    static PrintedPaper of(Path pdf) throws IOException {
        return new PrintedPaper(Loader.loadPDF(pdf.toFile()));
    }

    int sheets() {
        return document.getNumberOfPages();
    }

    /** All text of a sheet, counted from 1. */
    String text(int sheet) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(sheet);
            stripper.setEndPage(sheet);
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of links on a sheet. */
    int links(int sheet) throws IOException {
        return page(sheet).getAnnotations().size();
    }

    /** How often a word stands on all sheets. */
    int count(String word) throws IOException {
        return new PDFTextStripper().getText(document).split(word, -1).length - 1;
    }

    /** What stands below the text in the left and in the right half of a sheet. */
    List<String> foot(int sheet) throws IOException {
        PDRectangle box = page(sheet).getMediaBox();
        float half = box.getWidth() / 2;
        float foot = 34 * MILLIMETRE;
        PDFTextStripperByArea text = new PDFTextStripperByArea();
        text.addRegion("left", new Rectangle2D.Float(0, box.getHeight() - foot, half, foot));
        text.addRegion("right", new Rectangle2D.Float(half, box.getHeight() - foot, half, foot));
        text.extractRegions(page(sheet));
        return List.of(
                text.getTextForRegion("left").strip(),
                text.getTextForRegion("right").strip());
    }

    /** What the QR code of a sheet says. */
    Optional<String> qrCode(int sheet) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(sheet - 1, 200);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE)))
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (ReaderException e) {
            throw new AssertionError("a QR code that cannot be read", e);
        }
    }

    /** Width and height of a sheet in millimetres. */
    List<Integer> size(int sheet) {
        PDRectangle box = page(sheet).getMediaBox();
        return List.of(Math.round(box.getWidth() / MILLIMETRE), Math.round(box.getHeight() / MILLIMETRE));
    }

    String title() {
        return document.getDocumentInformation().getTitle();
    }

    /** The bookmarks of the highest level. */
    List<String> bookmarks() {
        List<String> titles = new ArrayList<>();
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(item.getTitle());
        }
        return titles;
    }

    private PDPage page(int sheet) {
        return document.getPage(sheet - 1);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
