package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
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

    /** The parts with paragraphs that readers see. */
    private static final List<Paragraphs> PARAGRAPHS = List.of(
            new Paragraphs("word/document\\.xml", "正文", Nature.SHOWN),
            new Paragraphs("word/header\\d*\\.xml", "页眉", Nature.SHOWN),
            new Paragraphs("word/footer\\d*\\.xml", "页脚", Nature.SHOWN),
            new Paragraphs("word/footnotes\\.xml", "脚注", Nature.SHOWN),
            new Paragraphs("word/endnotes\\.xml", "尾注", Nature.SHOWN),
            new Paragraphs("word/comments\\.xml", "批注", Nature.COMMENT),
            new Paragraphs("xl/drawings/drawing\\d+\\.xml", "文本框", Nature.SHOWN),
            new Paragraphs("ppt/slides/slide\\d+\\.xml", "幻灯片 %d", Nature.SHOWN),
            new Paragraphs("ppt/notesSlides/notesSlide\\d+\\.xml", "备注页 %d", Nature.COMMENT));

    /**
     * Parts of one kind.
     *
     * @param names the pattern of their names
     * @param where what they are in Chinese, with a place for their number
     */
    private record Paragraphs(String names, String where, Nature nature) {}

    /** @param files accepts the parts that are files themselves */
    void read(BiConsumer<String, byte[]> files) throws IOException {
        if (parts.type() == ContentType.XLSX) {
            new Workbook(parts, pieces).read();
        }
        for (Paragraphs kind : PARAGRAPHS) {
            parts.each(kind.names(), (name, part) -> {
                String where = kind.where().replace("%d", String.valueOf(number(name)));
                SafeXml.read(part, pieces, new ParagraphReader(pieces, where, kind.nature()));
            });
        }
        parts.each(
                ".*/Pages/Page_\\d+/Content\\.xml",
                (page, part) -> SafeXml.read(part, pieces, (name, text) -> {
                    if (name.equals("TextCode")) {
                        pieces.add(Nature.SHOWN, "", number(page) + 1, 1, 0, text.strip());
                    }
                    return name.equals("TextCode");
                }));
        parts.each("docProps/core\\.xml", (core, part) -> SafeXml.read(part, pieces, this::property));
        parts.others((name, part) -> SafeXml.read(part, pieces, new ParagraphReader(pieces, "", Nature.STORED)), files);
    }

    private boolean property(String name, String text) {
        switch (name) {
            case "modified" -> pieces.saved(DateText.day(text.strip().replaceFirst("T.*", "")));
            case "creator", "lastModifiedBy" -> pieces.add(Nature.AUTHOR, "文档属性", 1, 1, 0, text.strip());
            default -> {
                return false;
            }
        }
        return true;
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

    private static int number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() && number.group(1).length() < 9 ? Integer.parseInt(number.group(1)) : 1;
    }

    /**
     * Reads the paragraphs of a part of a document or of slides. Texts are joined per paragraph, because numbers are
     * often split into several runs; deleted and hidden texts are separate.
     */
    private static final class ParagraphReader implements SafeXml.Handler {

        private final TextPieces pieces;
        private final String where;
        private final Nature nature;
        private final Deque<Paragraph> open = new ArrayDeque<>();
        private int count;
        private int fallback;
        private boolean hidden;

        /** An open paragraph; text boxes are nested paragraphs. */
        private record Paragraph(int number, Map<Nature, StringBuilder> texts) {}

        ParagraphReader(TextPieces pieces, String where, Nature nature) {
            this.pieces = pieces;
            this.where = where;
            this.nature = nature;
        }

        @Override
        public void start(String name, XMLStreamReader at) {
            switch (name) {
                case "Fallback" -> fallback++;
                case "p" -> open.push(new Paragraph(++count, new EnumMap<>(Nature.class)));
                case "r" -> hidden = false;
                case "vanish" -> hidden = !SafeXml.attribute(at, "val").matches("0|false|off");
                case "tab", "br", "cr" -> append(nature, " ");
                case "noBreakHyphen" -> append(nature, "-");
                default -> {
                    // Formatting without text.
                }
            }
        }

        @Override
        public boolean end(String name, String text) {
            switch (name) {
                case "Fallback" -> fallback--;
                case "p" -> {
                    Paragraph done = open.pop();
                    done.texts().forEach((how, written) -> add(how, done.number(), written.toString()));
                }
                case "t" -> {
                    return append(hidden ? Nature.HIDDEN : nature, text);
                }
                case "delText" -> {
                    return append(Nature.DELETED, text);
                }
                case "instrText" -> {
                    return append(Nature.STORED, text);
                }
                default -> {
                    // No text of a paragraph.
                }
            }
            return false;
        }

        private void add(Nature how, int number, String text) {
            if (how == Nature.STORED) {
                pieces.store(text);
            } else {
                pieces.add(how, where, number, 1, 0, text);
            }
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
