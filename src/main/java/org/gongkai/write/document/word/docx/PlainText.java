package org.gongkai.write.document.word.docx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.write.document.word.docx.DocxReader.Footnotes;
import org.gongkai.write.document.word.docx.DocxReader.Story;

/** The characters of an element, and of a part of a document for remarks about it. */
final class PlainText {

    /** What is no part of a text as it is read. */
    private static final Set<String> DELETED = Set.of("w:del", "w:moveFrom", "w:delText");

    private PlainText() {}

    static String of(XmlElement element) {
        StringBuilder text = new StringBuilder();
        collect(element.children(), text, DELETED, any -> XmlElement.NONE);
        return text.toString().strip();
    }

    /** All that an element says, with deleted texts and its notes, to be named where it is left out. */
    static String all(XmlElement element, Footnotes notes) {
        StringBuilder text = new StringBuilder();
        Set<XmlElement> told = new HashSet<>();
        collect(List.of(element), text, Set.of(), child -> notes.of(child)
                .filter(told::add)
                .orElse(XmlElement.NONE));
        return text.toString().strip();
    }

    /** The characters of an element; the blanks of XML at its ends count only if it says so, others always. */
    static String characters(XmlElement element) {
        String text = element.text().replace('\n', ' ').replace('\r', ' ');
        return element.attribute("xml:space").equals("preserve") ? text : text.trim();
    }

    private static void collect(
            List<XmlElement> elements, StringBuilder text, Set<String> leftOut, UnaryOperator<XmlElement> note) {
        for (XmlElement child : elements) {
            if (!leftOut.contains(child.name())) {
                add(child, text);
                collect(child.children(), text, leftOut, note);
                collect(note.apply(child).children(), text, leftOut, note);
            }
        }
    }

    private static void add(XmlElement child, StringBuilder text) {
        switch (child.name()) {
            case "w:t", "w:delText", "m:t", "a:t" -> text.append(child.text());
            case "v:textpath" -> text.append(child.attribute("string"));
            case "w:tab", "w:br", "w:cr" -> text.append(' ');
            case "w:p", "a:p" -> text.append(text.length() == 0 ? "" : " ");
            default -> {
                // No characters of its own.
            }
        }
    }

    /** Tracked changes, taken as if all of them had been accepted. */
    static final class Revisions {

        private Revisions() {}

        static String inserted(XmlElement element) {
            return element.is("w:moveTo") ? "修订中移动的文字{n}处，按移动后的位置导入" : "修订中插入的文字{n}处，按已接受修订导入";
        }

        /** The text at the places to which texts were moved. */
        static String movedTo(XmlElement document) {
            StringBuilder text = new StringBuilder();
            moved(document, text);
            return text.toString();
        }

        private static void moved(XmlElement element, StringBuilder text) {
            for (XmlElement child : element.children()) {
                if (child.is("w:moveTo")) {
                    text.append(of(child));
                } else {
                    moved(child, text);
                }
            }
        }

        /** Reports a deletion. What was moved is in the result at its new place. */
        static void deleted(XmlElement element, Story story) {
            String text = all(element, story.notes());
            boolean moved = element.is("w:moveFrom");
            if (!text.isEmpty()
                    && !(moved
                            && story.movedTo()
                                    .contains(all(
                                            element,
                                            new Footnotes(XmlElement.NONE, XmlElement.NONE, XmlElement.NONE))))) {
                story.remarks()
                        .leftOut((moved ? "修订中移走的文字没有新的位置，没有导入：" : "修订中删除的文字没有导入：") + RemarkCollector.quoted(text));
            }
        }

        /**
         * Returns true if the mark at the end of a paragraph is deleted or moved, so that the next one continues it.
         */
        static boolean isMarkDeleted(XmlElement properties) {
            XmlElement mark = properties.child("w:rPr");
            return mark.child("w:del").exists() || mark.child("w:moveFrom").exists();
        }

        /** Returns true if a row of a table is deleted, and reports it. */
        static boolean isDeleted(XmlElement row, Story story) {
            boolean deleted = row.child("w:trPr").child("w:del").exists();
            if (deleted) {
                story.remarks().leftOut("修订中删除的表格行没有导入：" + RemarkCollector.quoted(all(row, story.notes())));
            }
            return deleted;
        }
    }
}
