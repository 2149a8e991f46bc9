package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.SafeXml.Wanted;
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
            parts.each(
                    kind.names(),
                    name -> paragraphs(kind.where().replace("%d", String.valueOf(number(name))), kind.nature()));
        }
        parts.each(
                ".*/Pages/Page_\\d+/Content\\.xml",
                page -> new Wanted(
                        "TextCode"::equals,
                        "TextCode"::equals,
                        text -> pieces.add(
                                Nature.SHOWN,
                                "",
                                number(page) + 1,
                                1,
                                0,
                                Workbook.text(text, pieces).strip())));
        Set<String> names = Set.of("modified", "creator", "lastModifiedBy");
        parts.read("docProps/core.xml", new Wanted(names::contains, names::contains, this::property));
        parts.others(name -> paragraphs("", Nature.STORED), files);
    }

    private void property(XmlElement property) {
        String text = Workbook.text(property, pieces).strip();
        if (property.is("modified")) {
            pieces.saved(DateText.day(text.replaceFirst("T.*", "")));
        } else {
            pieces.add(Nature.AUTHOR, "文档属性", 1, 1, 0, text);
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
        return marks;
    }

    private static int number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() && number.group(1).length() < 9 ? Integer.parseInt(number.group(1)) : 1;
    }

    private Wanted paragraphs(String where, Nature nature) {
        Paragraph all = new Paragraph(where, nature, new int[1], Map.of());
        return new Wanted("p"::equals, Paragraph.TEXTS::contains, p -> all.read(p, false, pieces));
    }

    /**
     * A paragraph of a document or of slides. Its texts are joined, because numbers are often split into several runs;
     * deleted and hidden texts are separate.
     *
     * @param where where it is
     * @param nature what its texts are that are neither deleted nor hidden
     * @param count the paragraphs of the part so far
     * @param texts its texts
     */
    private record Paragraph(String where, Nature nature, int[] count, Map<Nature, StringBuilder> texts) {

        static final Set<String> TEXTS = Set.of("t", "delText", "instrText");

        /** Reads a paragraph, and those of text boxes in it; a fallback repeats the content of the choice before it. */
        void read(XmlElement paragraph, boolean isFallback, TextPieces pieces) {
            int number = ++count[0];
            Paragraph own = new Paragraph(where, nature, count, new EnumMap<>(Nature.class));
            own.collect(paragraph, isFallback ? Nature.STORED : nature, pieces);
            own.texts().forEach((how, text) -> {
                if (how == Nature.STORED) {
                    pieces.store(text.toString());
                } else {
                    pieces.add(how, where, number, 1, 0, text.toString());
                }
            });
        }

        private void collect(XmlElement in, Nature how, TextPieces pieces) {
            for (XmlElement child : in.children()) {
                boolean isBreak = child.is("tab") || child.is("br") || child.is("cr");
                String text = isBreak ? " " : child.is("noBreakHyphen") ? "-" : child.text();
                boolean isStored = how == Nature.STORED || child.is("instrText") || child.is("Fallback");
                boolean isHidden = child.child("rPr").child("vanish").isOn();
                Nature shown = child.is("delText") ? Nature.DELETED : isHidden ? Nature.HIDDEN : how;
                Nature what = isStored ? Nature.STORED : shown;
                texts.computeIfAbsent(what, any -> new StringBuilder()).append(text);
                if (child.is("p")) {
                    read(child, how == Nature.STORED, pieces);
                } else {
                    collect(child, what, pieces);
                }
            }
        }
    }
}
