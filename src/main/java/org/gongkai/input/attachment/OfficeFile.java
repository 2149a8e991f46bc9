package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.Inspection.Finding;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Reads office files in ZIP format: documents, slides and OFD here, worksheets in {@link Workbook}. */
final class OfficeFile {

    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

    private final ZipParts parts;
    private final TextPieces pieces;

    OfficeFile(ZipParts parts, TextPieces pieces) {
        this.parts = parts;
        this.pieces = pieces;
    }

    void read() throws IOException {
        switch (parts.type()) {
            case DOCX -> document();
            case XLSX -> new Workbook(parts, pieces).read();
            case PPTX -> slides();
            case OFD -> pages();
            default -> {
                // Other ZIP files contain no text of their own.
            }
        }
        for (byte[] core : parts.texts("docProps/core\\.xml").values()) {
            SafeXml.read(
                    core,
                    pieces,
                    new Elements(
                            Set.of("creator", "lastModifiedBy"),
                            text -> pieces.add(Nature.AUTHOR, "文档属性", 1, 1, 0, text)));
        }
    }

    /** Returns the findings about the parts. */
    Set<Finding> marks() {
        Set<Finding> marks = new HashSet<>();
        if (parts.has("(?i).*vbaProject\\.bin|.*/activeX/.*")) {
            marks.add(Finding.MACROS);
        }
        if (parts.has("(?i).*/media/.*|.*/Res/.*\\.(png|jpe?g|bmp|gif|tiff?|jb2)")) {
            marks.add(Finding.PICTURES);
        }
        if (parts.isPlaced()) {
            marks.add(Finding.GPS);
        }
        return marks;
    }

    private void document() throws IOException {
        paragraphs("word/document\\.xml", "正文", Nature.SHOWN);
        paragraphs("word/header\\d*\\.xml", "页眉", Nature.SHOWN);
        paragraphs("word/footer\\d*\\.xml", "页脚", Nature.SHOWN);
        paragraphs("word/footnotes\\.xml", "脚注", Nature.SHOWN);
        paragraphs("word/endnotes\\.xml", "尾注", Nature.SHOWN);
        paragraphs("word/comments\\.xml", "批注", Nature.COMMENT);
    }

    private void paragraphs(String name, String where, Nature nature) throws IOException {
        for (byte[] part : parts.texts(name).values()) {
            ParagraphReader.read(part, pieces, where, nature);
        }
    }

    private void slides() throws IOException {
        for (Map.Entry<String, byte[]> slide :
                parts.texts("ppt/slides/slide\\d+\\.xml").entrySet()) {
            ParagraphReader.read(slide.getValue(), pieces, "幻灯片 " + number(slide.getKey()), Nature.SHOWN);
        }
        for (Map.Entry<String, byte[]> notes :
                parts.texts("ppt/notesSlides/notesSlide\\d+\\.xml").entrySet()) {
            ParagraphReader.read(notes.getValue(), pieces, "备注页 " + number(notes.getKey()), Nature.COMMENT);
        }
    }

    private void pages() throws IOException {
        for (Map.Entry<String, byte[]> page :
                parts.texts(".*/Pages/Page_\\d+/Content\\.xml").entrySet()) {
            int number = number(page.getKey()) + 1;
            SafeXml.read(
                    page.getValue(),
                    pieces,
                    new Elements(Set.of("TextCode"), text -> pieces.add(Nature.SHOWN, "", number, 1, 0, text)));
        }
    }

    private static int number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() && number.group(1).length() < 9 ? Integer.parseInt(number.group(1)) : 1;
    }

    /** Passes on the texts of elements with certain names. */
    record Elements(Set<String> names, Consumer<String> texts, StringBuilder text) implements SafeXml.Handler {

        Elements(Set<String> names, Consumer<String> texts) {
            this(names, texts, new StringBuilder());
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            text.setLength(0);
        }

        @Override
        public void end(String name) {
            if (names.contains(name)) {
                texts.accept(text.toString().strip());
            }
            text.setLength(0);
        }

        @Override
        public void text(String more) {
            text.append(more);
        }
    }
}
