package org.gongkai.publish.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDStructureElementNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.gongkai.io.TextResource;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Puts what a browser has printed into one file, without the time of printing and the name of the browser. */
final class PrintedSheets {

    /** Any number does: PDFBox would otherwise make an identifier of the time. */
    private static final long IDENTIFIER = 1;

    private static final float MILLIMETRE = 72 / 25.4f;
    /** Where the text of a paper ends above the edge of the sheet, in mm. */
    private static final int BOTTOM = 35;

    private PrintedSheets() {}

    /**
     * Writes one file with the sheets of several, in their order, with their bookmarks. It is PDF/A-2u if
     * the browser has numbered the sheets.
     *
     * @param title the title of the file
     * @return the number of its sheets
     */
    static int join(List<Path> printed, String title, Path target) throws IOException {
        try (PDDocument all = new PDDocument()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            boolean drawn = false;
            int named = 0;
            for (Path file : printed) {
                try (PDDocument one = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                    drawn |= SheetNumbers.complete(one);
                    named = StructureTags.rename(one, named);
                    merger.appendDocument(all, one);
                }
            }
            all.getDocumentCatalog().setLanguage("zh-CN");
            all.setDocumentId(IDENTIFIER);
            ExtractableText.correct(all);
            StructureTags.ArchivalPdf.declare(all, title, !drawn);
            all.save(target.toFile());
            return all.getNumberOfPages();
        }
    }

    /** Returns how much of the last sheet is empty below its text, in whole mm. */
    static int spaceBelow(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            LowestText text = new LowestText();
            text.setStartPage(document.getNumberOfPages());
            text.getText(document);
            float height = document.getPage(document.getNumberOfPages() - 1)
                    .getMediaBox()
                    .getHeight();
            return Math.max(0, (int) ((height - text.lowest) / MILLIMETRE) - BOTTOM);
        }
    }

    /** Finds the lowest text of a sheet that stands above its number. */
    private static final class LowestText extends PDFTextStripper {

        private float lowest;

        @Override
        protected void processTextPosition(TextPosition text) {
            if (text.getYDirAdj() < text.getPageHeight() - BOTTOM * MILLIMETRE) {
                lowest = Math.max(lowest, text.getYDirAdj());
            }
        }
    }

    /**
     * The numbers of the sheets of a paper as GB/T 9704 wants them: 14 points, a dash on either side, odd ones one
     * character from the right edge of the text and even ones from the left. The style sheet of the theme says the
     * same; browsers that do not understand it leave the foot of the sheet empty.
     */
    static final class SheetNumbers {

        private static final float MILLIMETRE = 72 / 25.4f;
        private static final float SIZE = 14;
        private static final float LEFT_MARGIN = 28 * MILLIMETRE;
        private static final float RIGHT_MARGIN = 26 * MILLIMETRE;
        /** The text ends 35 mm above the edge; the number stands 7 mm below. */
        private static final float BASELINE = 25 * MILLIMETRE;

        private static final float FOOT = 34 * MILLIMETRE;

        private SheetNumbers() {}

        /**
         * Draws the number of each sheet at whose foot nothing stands.
         *
         * @return whether there were any; their face is not in the file
         */
        static boolean complete(PDDocument paper) throws IOException {
            boolean drawn = false;
            PDFont font = new PDType1Font(FontName.TIMES_ROMAN);
            for (int i = 0; i < paper.getNumberOfPages(); i++) {
                PDPage sheet = paper.getPage(i);
                if (foot(sheet).isBlank()) {
                    draw(paper, sheet, "— " + (i + 1) + " —", font, i % 2 == 0);
                    drawn = true;
                }
            }
            return drawn;
        }

        private static String foot(PDPage sheet) throws IOException {
            PDRectangle box = sheet.getMediaBox();
            PDFTextStripperByArea text = new PDFTextStripperByArea();
            text.addRegion("foot", new Rectangle2D.Float(0, box.getHeight() - FOOT, box.getWidth(), FOOT));
            text.extractRegions(sheet);
            return text.getTextForRegion("foot");
        }

        private static void draw(PDDocument paper, PDPage sheet, String number, PDFont font, boolean isOdd)
                throws IOException {
            float width = font.getStringWidth(number) / 1000 * SIZE;
            float x = isOdd ? sheet.getMediaBox().getWidth() - RIGHT_MARGIN - SIZE - width : LEFT_MARGIN + SIZE;
            try (PDPageContentStream content = new PDPageContentStream(paper, sheet, AppendMode.APPEND, true, true)) {
                content.beginText();
                content.setFont(font, SIZE);
                content.newLineAtOffset(x, BASELINE);
                content.showText(number);
                content.endText();
            }
        }
    }

    /** Names the tags that browsers give to the elements of a page alike in each printing. */
    private static final class StructureTags {

        private static final COSName HEADERS = COSName.getPDFName("Headers");

        private StructureTags() {}

        /**
         * Numbers the named elements of a file in their order: browsers name them after what else happened in the
         * browser meanwhile, and files that are joined must not share names.
         *
         * @param before how many elements the files before have named
         * @return how many there are with those of this file
         */
        static int rename(PDDocument document, int before) {
            PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
            if (root == null) {
                return before;
            }
            List<PDStructureElement> elements = new ArrayList<>();
            collect(root, elements);
            Map<String, String> names = new HashMap<>();
            Map<String, PDStructureElement> byName = new TreeMap<>();
            for (PDStructureElement element : elements) {
                String old = element.getElementIdentifier();
                if (old != null) {
                    String name = String.format(Locale.ROOT, "e%08d", before + byName.size() + 1);
                    names.put(old, name);
                    byName.put(name, element);
                    element.setElementIdentifier(name);
                }
            }
            for (PDStructureElement element : elements) {
                renameHeaders(element.getCOSObject().getDictionaryObject(COSName.A), names);
            }
            if (!byName.isEmpty()) {
                PDStructureElementNameTreeNode tree = new PDStructureElementNameTreeNode();
                tree.setNames(byName);
                root.setIDTree(tree);
            }
            return before + byName.size();
        }

        private static void collect(PDStructureNode node, List<PDStructureElement> elements) {
            for (Object kid : node.getKids()) {
                if (kid instanceof PDStructureElement element) {
                    elements.add(element);
                    collect(element, elements);
                }
            }
        }

        /** Renames the headers that the cell of a table names in one of its attributes. */
        private static void renameHeaders(COSBase attributes, Map<String, String> names) {
            if (attributes instanceof COSArray several) {
                for (int i = 0; i < several.size(); i++) {
                    renameHeaders(several.getObject(i), names);
                }
            } else if (attributes instanceof COSDictionary one && one.getCOSArray(HEADERS) != null) {
                COSArray headers = one.getCOSArray(HEADERS);
                for (int i = 0; i < headers.size(); i++) {
                    if (headers.getObject(i) instanceof COSString name) {
                        headers.set(i, new COSString(names.getOrDefault(name.getString(), name.getString())));
                    }
                }
            }
        }

        /** What PDF/A-2u (ISO 19005-2) wants beyond what browsers write: metadata and the profile of the colours. */
        static final class ArchivalPdf {

            private static final String COLOURS = "sRGB IEC61966-2.1";

            private ArchivalPdf() {}

            /**
             * Adds them to a file.
             *
             * @param title the title of the file
             * @param isArchival whether all faces are in the file, so that it may call itself PDF/A
             */
            static void declare(PDDocument document, String title, boolean isArchival) throws IOException {
                PDDocumentInformation information = new PDDocumentInformation();
                information.setTitle(title);
                document.setDocumentInformation(information);
                PDMetadata metadata = new PDMetadata(
                        document,
                        new ByteArrayInputStream(metadata(title, isArchival).getBytes(StandardCharsets.UTF_8)));
                document.getDocumentCatalog().setMetadata(metadata);
                PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
                preferences.setDisplayDocTitle(true);
                document.getDocumentCatalog().setViewerPreferences(preferences);
                byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
                PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
                intent.setInfo(COLOURS);
                intent.setOutputCondition(COLOURS);
                intent.setOutputConditionIdentifier(COLOURS);
                intent.setRegistryName("http://www.color.org");
                document.getDocumentCatalog().addOutputIntent(intent);
            }

            private static String metadata(String title, boolean isArchival) {
                String standards =
                        isArchival ? "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" : "";
                var xhtml = new Document.OutputSettings().escapeMode(Entities.EscapeMode.xhtml);
                return TextResource.of(StructureTags.class, "xmp.xml")
                        .replace("@STANDARDS@", standards)
                        .replace("@TITLE@", Entities.escape(title, xhtml));
            }
        }
    }
}
