package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.text.DateText;

/** Reads office files in ZIP format: documents, slides and OFD here, worksheets in {@link Workbook}. */
record OfficeFile(ZipParts parts, TextPieces pieces) {

    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\D*$");

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
        Elements properties = new Elements(Set.of("creator", "lastModifiedBy", "modified"), (name, text) -> {
            if (name.equals("modified")) {
                pieces.saved(DateText.day(text.replaceFirst("T.*", "")));
            } else {
                pieces.add(Nature.AUTHOR, "文档属性", 1, 1, 0, text);
            }
        });
        parts.each("docProps/core\\.xml", (name, core) -> SafeXml.read(core, pieces, properties));
        parts.others((name, part) -> ParagraphReader.read(part, pieces, "", Nature.STORED));
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
        parts.each(name, (each, part) -> ParagraphReader.read(part, pieces, where, nature));
    }

    private void slides() throws IOException {
        parts.each(
                "ppt/slides/slide\\d+\\.xml",
                (name, part) -> ParagraphReader.read(part, pieces, "幻灯片 " + number(name), Nature.SHOWN));
        parts.each(
                "ppt/notesSlides/notesSlide\\d+\\.xml",
                (name, part) -> ParagraphReader.read(part, pieces, "备注页 " + number(name), Nature.COMMENT));
    }

    private void pages() throws IOException {
        parts.each(
                ".*/Pages/Page_\\d+/Content\\.xml",
                (page, part) -> SafeXml.read(
                        part,
                        pieces,
                        new Elements(
                                Set.of("TextCode"),
                                (name, text) -> pieces.add(Nature.SHOWN, "", number(page) + 1, 1, 0, text))));
    }

    private static int number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() && number.group(1).length() < 9 ? Integer.parseInt(number.group(1)) : 1;
    }

    /** Passes on the names and texts of certain elements. */
    private static final class Elements extends SafeXml.TextCollector {

        private final Set<String> names;
        private final BiConsumer<String, String> texts;

        Elements(Set<String> names, BiConsumer<String, String> texts) {
            this.names = names;
            this.texts = texts;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            reading = names.contains(name);
            text.setLength(0);
        }

        @Override
        public void end(String name) {
            if (reading && names.contains(name)) {
                texts.accept(name, text.toString().strip());
            }
            reading = false;
        }
    }

    /**
     * Reads the paragraphs of a part of a document or of slides. Texts are joined per paragraph, because numbers are
     * often split into several runs; deleted and hidden texts are separate.
     */
    static final class ParagraphReader implements SafeXml.Handler {

        private final TextPieces pieces;
        private final String where;
        private final Nature nature;
        private final Deque<Paragraph> open = new ArrayDeque<>();
        private int count;
        private int fallback;
        private boolean hidden;
        private Nature reading;

        /** An open paragraph; text boxes are nested paragraphs. */
        private record Paragraph(int number, Map<Nature, StringBuilder> texts) {}

        private ParagraphReader(TextPieces pieces, String where, Nature nature) {
            this.pieces = pieces;
            this.where = where;
            this.nature = nature;
        }

        /**
         * Reads a part.
         *
         * @param where the name of the part in Chinese
         * @param nature the nature of its texts
         */
        static void read(byte[] part, TextPieces pieces, String where, Nature nature) throws IOException {
            SafeXml.read(part, pieces, new ParagraphReader(pieces, where, nature));
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            switch (name) {
                case "Fallback" -> fallback++;
                case "p" -> open.push(new Paragraph(++count, new EnumMap<>(Nature.class)));
                case "r" -> hidden = false;
                case "vanish" -> hidden = !SafeXml.attribute(at, "val").matches("0|false|off");
                case "t" -> reading = hidden ? Nature.HIDDEN : nature;
                case "instrText" -> reading = Nature.STORED;
                case "delText" -> reading = Nature.DELETED;
                case "tab", "br", "cr" -> append(nature, " ");
                case "noBreakHyphen" -> append(nature, "-");
                default -> {
                    // Formatting without text.
                }
            }
        }

        @Override
        public void end(String name) {
            switch (name) {
                case "Fallback" -> fallback--;
                case "t", "delText", "instrText" -> reading = null;
                case "p" -> {
                    Paragraph done = open.pop();
                    done.texts().forEach((how, text) -> add(how, done.number(), text.toString()));
                }
                default -> {
                    // No matching start.
                }
            }
        }

        private void add(Nature how, int number, String text) {
            if (how == Nature.STORED) {
                pieces.store(text);
            } else {
                pieces.add(how, where, number, 1, 0, text);
            }
        }

        @Override
        public boolean text(String text) {
            return reading != null && append(reading, text);
        }

        private boolean append(Nature how, String text) {
            if (open.isEmpty()) {
                return false;
            }
            // A fallback repeats the content of the choice before it.
            open.peek()
                    .texts()
                    .computeIfAbsent(fallback > 0 ? Nature.STORED : how, any -> new StringBuilder())
                    .append(text);
            return true;
        }
    }
}
