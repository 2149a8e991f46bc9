package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Puts what a browser has printed into one file, without the time of printing and the name of the browser. */
final class PrintedPages {

    /** Any number does: PDFBox would otherwise make an identifier of the time. */
    private static final long IDENTIFIER = 1;

    private PrintedPages() {}

    /**
     * Writes one file with the pages of several, in their order, with their bookmarks.
     *
     * @param title the title of the file
     * @return the number of its pages
     */
    static int join(List<Path> printed, String title, Path target) throws IOException {
        try (PDDocument all = new PDDocument()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (Path file : printed) {
                try (PDDocument one = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                    SheetNumbers.complete(one);
                    merger.appendDocument(all, one);
                }
            }
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            all.setDocumentInformation(information);
            all.getDocumentCatalog().setLanguage("zh-CN");
            all.setDocumentId(IDENTIFIER);
            all.save(target.toFile());
            return all.getNumberOfPages();
        }
    }
}
