package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDestinationNameTreeNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDestinationDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Puts what a browser has printed into one file, without the time of printing and the name of the browser. */
final class PrintedSheets {

    /** Any number does: PDFBox would otherwise make an identifier of the time. */
    private static final long IDENTIFIER = 1;

    private static final float MILLIMETRE = 72 / 25.4f;
    /** Where the text of a paper ends above the edge of the sheet, in mm. */
    private static final int BOTTOM = 35;

    private PrintedSheets() {}

    /**
     * Writes one file with the sheets of several, in their order, with their bookmarks. It is PDF/A-2u and PDF/UA-1 if the browser has
     * numbered the sheets.
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
            StructureTags.complete(all);
            Artifacts.mark(all);
            ArchivalPdf.declare(all, title, !drawn);
            all.save(target.toFile());
            return all.getNumberOfPages();
        }
    }

    /** Returns the sheets, from 1, on which the named places of a file are. */
    static Map<String, Integer> destinations(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            Map<String, Integer> sheets = new HashMap<>();
            var names = document.getDocumentCatalog().getNames();
            PDDestinationNameTreeNode tree = names == null ? null : names.getDests();
            if (tree != null && tree.getNames() != null) {
                for (var named : tree.getNames().entrySet()) {
                    put(sheets, named.getKey(), named.getValue());
                }
            }
            PDDocumentNameDestinationDictionary old =
                    document.getDocumentCatalog().getDests();
            if (old != null) {
                for (COSName name : old.getCOSObject().keySet()) {
                    put(sheets, name.getName(), (PDPageDestination) old.getDestination(name.getName()));
                }
            }
            return sheets;
        }
    }

    private static void put(Map<String, Integer> sheets, String name, PDPageDestination place) {
        int sheet = place.retrievePageNumber();
        if (sheet >= 0) {
            sheets.put(name, sheet + 1);
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
}
