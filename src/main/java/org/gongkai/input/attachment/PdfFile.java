package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gongkai.input.attachment.Inspection.Finding;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.pdf.FallbackFont;

/** Reads a PDF: the text of each page, annotations, form fields and the author. */
final class PdfFile {

    private static final long HEAP_OF_CHARACTER = 400;

    private final byte[] bytes;
    private final TextPieces pieces;

    PdfFile(byte[] bytes, TextPieces pieces) {
        this.bytes = bytes;
        this.pieces = pieces;
    }

    /**
     * Reads all pages.
     *
     * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException if a password is required
     * @throws IOException if the file is damaged
     */
    Set<Finding> read() throws IOException {
        FallbackFont.use();
        try (PDDocument document = open(bytes, pieces.heap())) {
            if (document.getNumberOfPages() > pieces.limits().pages()) {
                throw new LimitExceeded(false);
            }
            boolean pictures = false;
            boolean placed = false;
            PdfPhotographs photographs = new PdfPhotographs(pieces);
            PDFTextStripper stripper = new TimedStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pieces.add(Nature.SHOWN, "", page, 1, 0, stripper.getText(document));
                PDPage leaf = document.getPage(page - 1);
                for (PDAnnotation note : leaf.getAnnotations()) {
                    String contents = note.getContents();
                    pieces.add(Nature.COMMENT, "批注", page, 1, 0, contents == null ? "" : contents);
                }
                pictures |= leaf.getResources() != null
                        && leaf.getResources().getXObjectNames().iterator().hasNext();
                placed |= photographs.isPlaced(leaf.getResources());
            }
            form(document);
            String author = document.getDocumentInformation().getAuthor();
            pieces.add(Nature.AUTHOR, "文档属性", 1, 1, 0, author == null ? "" : author);
            if (placed) {
                return Set.of(Finding.PICTURES, Finding.GPS);
            }
            return pictures ? Set.of(Finding.PICTURES) : Set.of();
        }
    }

    /**
     * Returns the number of pages.
     *
     * @throws IOException if the file is damaged or requires a password
     */
    static int pages(byte[] bytes, long heap) throws IOException {
        try (PDDocument document = open(bytes, heap)) {
            return document.getNumberOfPages();
        }
    }

    private static PDDocument open(byte[] bytes, long heap) throws IOException {
        return Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(heap).streamCache);
    }

    private void form(PDDocument document) {
        var form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                String value = field.getValueAsString();
                pieces.add(Nature.SHOWN, "表单", 1, 1, 0, value == null ? "" : value);
            }
        }
    }

    /** Stops at the limits: a few bytes can request endless drawing operations. */
    private final class TimedStripper extends PDFTextStripper {

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            pieces.checkTime();
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition position) {
            pieces.take(HEAP_OF_CHARACTER);
            super.processTextPosition(position);
        }

        @Override
        protected void endPage(PDPage page) throws IOException {
            super.endPage(page);
            pieces.release(HEAP_OF_CHARACTER
                    * getCharactersByArticle().stream().mapToInt(List::size).sum());
        }
    }
}
