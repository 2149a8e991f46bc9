package org.gongkai.input.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.text.DateText;

/** Reads a PDF: the text of each page with its annotations, the author, and what {@link PdfObjects} finds. */
record PdfFile(byte[] bytes, TextPieces pieces, PdfObjects objects) {

    private static final long HEAP_OF_CHARACTER = 400;
    private static final int STEPS_PER_OPERATOR = 10;

    /** Drawing a form takes longer, and forms draw others. */
    private static final int STEPS_PER_OBJECT = 200;

    /**
     * Within so many bytes of its end a file ends with the place of its list of objects, or it is cut off, which the
     * library mends in silence.
     */
    private static final int TAIL = 1 << 16;

    /** What shows anything but text: pictures, lines, areas. Letters may be drawn with them. */
    private static final Set<String> DRAWING = Set.of("Do", "BI", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh");

    static {
        FontMappers.set(new FallbackFont());
    }

    /** @param files reads a file within the file by name */
    PdfFile(byte[] bytes, TextPieces pieces, BiConsumer<String, byte[]> files) {
        this(bytes, pieces, new PdfObjects(pieces, files));
    }

    /**
     * Reads all pages.
     *
     * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException if a password is required
     * @throws IOException if the file is damaged
     */
    void read() throws IOException {
        try (PDDocument document = open(bytes, pieces.heap())) {
            String author = document.getDocumentInformation().getAuthor();
            pieces.add(Nature.AUTHOR, "文档属性", 1, 1, 0, author == null ? "" : author);
            pieces.saved(saved(document));
            PageReader reader = new PageReader();
            reader.setSortByPosition(true);
            reader.setEndPage(pieces.limits().pages());
            reader.writeText(document, reader.text);
            objects.read(document.getDocument());
            if (document.getNumberOfPages() > pieces.limits().pages()) {
                throw new LimitExceeded(Limit.AMOUNT);
            }
            reader.found();
        }
    }

    private static Optional<LocalDate> saved(PDDocument document) {
        String typed = document.getDocumentInformation().getCustomMetadataValue("ModDate");
        return typed == null || !typed.matches("D:\\d{8}.*")
                ? Optional.empty()
                : DateText.day(typed.substring(2, 6) + "-" + typed.substring(6, 8) + "-" + typed.substring(8, 10));
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
        String end = new String(bytes, Math.max(0, bytes.length - TAIL), Math.min(bytes.length, TAIL), ISO_8859_1);
        if (!end.contains("startxref") && !end.contains("%%EOF")) {
            throw new IOException("cut off");
        }
        return Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(heap).streamCache);
    }

    /** Reads page by page, and counts its steps: a few bytes can request endless drawing operations. */
    private final class PageReader extends PDFTextStripper {

        private final StringWriter text = new StringWriter();
        private final List<Integer> drawn = new ArrayList<>();
        private boolean hasText;
        private boolean isDrawn;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            pieces.step(operator.getName().equals("Do") ? STEPS_PER_OBJECT : STEPS_PER_OPERATOR);
            isDrawn |= DRAWING.contains(operator.getName());
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition position) {
            pieces.take(HEAP_OF_CHARACTER);
            super.processTextPosition(position);
        }

        @Override
        protected void writePage() throws IOException {
            for (PDAnnotation note : getCurrentPage().getAnnotations()) {
                for (PDAppearanceStream look : looks(note)) {
                    processAnnotation(note, look);
                }
            }
            super.writePage();
        }

        /** All that may be shown of an annotation: one state of a field at a time, another one while it is pressed. */
        private static Collection<PDAppearanceStream> looks(PDAnnotation note) {
            Map<COSBase, PDAppearanceStream> looks = new IdentityHashMap<>();
            PDAppearanceDictionary all = note.getAppearance();
            if (all != null) {
                Stream.of(all.getNormalAppearance(), all.getRolloverAppearance(), all.getDownAppearance())
                        .filter(Objects::nonNull)
                        .flatMap(entry -> entry.isStream()
                                ? Stream.of(entry.getAppearanceStream())
                                : entry.getSubDictionary().values().stream())
                        .forEach(look -> looks.putIfAbsent(look.getCOSObject(), look));
            }
            return looks.values();
        }

        @Override
        protected void endPage(PDPage page) throws IOException {
            super.endPage(page);
            pieces.release(HEAP_OF_CHARACTER
                    * getCharactersByArticle().stream().mapToInt(List::size).sum());
            String written = text.toString();
            text.getBuffer().setLength(0);
            pieces.add(Nature.SHOWN, "", getCurrentPageNo(), 1, 0, written);
            for (PDAnnotation note : page.getAnnotations()) {
                String contents = note.getContents();
                pieces.add(Nature.COMMENT, "批注", getCurrentPageNo(), 1, 0, contents == null ? "" : contents);
            }
            hasText |= !written.isBlank();
            if (written.isBlank() && isDrawn) {
                drawn.add(getCurrentPageNo());
            }
            isDrawn = false;
        }

        void found() {
            if (hasText) {
                drawn.forEach(page -> pieces.unread("第 " + page + " 页", "是扫描件或图片，上面的字检查不到，也搜不到", "请换成可复制文字的文件"));
            }
            pieces.found(Finding.PICTURES, objects.isPlaced() || !drawn.isEmpty());
            pieces.found(Finding.GPS, objects.isPlaced());
        }
    }

    /**
     * Maps every font that is not embedded in a PDF to the font of the library. Nothing is rendered; by default the
     * library would search the machine for fonts and write an index into the user's home folder.
     */
    static final class FallbackFont implements FontMapper {

        private final TrueTypeFont font;

        private FallbackFont() {
            try (InputStream in = FontMapper.class.getResourceAsStream(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font, true);
        }
    }
}
