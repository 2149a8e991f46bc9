package org.gongkai.write.document.word.docx;

import java.util.Set;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.word.docx.DocxReader.Story;

/** The characters of an element, and of a part of a document for remarks about it. */
final class PlainText {

    private static final Set<String> LEFT_OUT =
            Set.of("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr", "w:fldSimple");

    private PlainText() {}

    static String of(XmlElement element) {
        StringBuilder text = new StringBuilder();
        collect(element, text);
        return text.toString().strip();
    }

    /** The characters of an element; blanks at its ends count only if it says so. */
    static String characters(XmlElement element) {
        String text = element.text().replace('\n', ' ').replace('\r', ' ');
        return element.attribute("xml:space").equals("preserve") ? text : text.strip();
    }

    /** The text of a header or a footer without numbers of pages. */
    static String withoutFields(XmlElement element) {
        StringBuilder text = new StringBuilder();
        int[] depth = new int[1];
        collectOutside(element, text, depth);
        return text.toString().strip();
    }

    private static void collect(XmlElement element, StringBuilder text) {
        for (XmlElement child : element.children()) {
            add(child, text);
            if (!LEFT_OUT.contains(child.name()) || child.is("w:fldSimple")) {
                collect(child, text);
            }
        }
    }

    private static void collectOutside(XmlElement element, StringBuilder text, int[] depth) {
        for (XmlElement child : element.children()) {
            if (child.is("w:fldChar")) {
                depth[0] += child.attribute("w:fldCharType").equals("begin") ? 1 : 0;
                depth[0] -= child.attribute("w:fldCharType").equals("end") ? 1 : 0;
            }
            if (depth[0] <= 0 || child.is("w:p")) {
                add(child, text);
            }
            if (!LEFT_OUT.contains(child.name())) {
                collectOutside(child, text, depth);
            }
        }
    }

    private static void add(XmlElement child, StringBuilder text) {
        switch (child.name()) {
            case "w:t", "m:t", "a:t" -> text.append(child.text());
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
                    collect(child, text);
                } else {
                    moved(child, text);
                }
            }
        }

        /** Reports a deletion. What was moved is in the result at its new place. */
        static void deleted(XmlElement element, Story story) {
            RemarkCollector remarks = story.remarks();
            StringBuilder text = new StringBuilder();
            collect(element, text);
            if (element.is("w:moveFrom") && !story.movedTo().contains(text)) {
                remarks.leftOut("修订中移走的文字没有新的位置，没有导入：" + RemarkCollector.quoted(text.toString()));
            } else if (element.is("w:del") && !text.toString().isBlank()) {
                remarks.leftOut("修订中删除的文字没有导入：" + RemarkCollector.quoted(text.toString()));
            }
        }

        private static void collect(XmlElement element, StringBuilder text) {
            for (XmlElement child : element.children()) {
                text.append(child.is("w:delText") || child.is("w:t") ? PlainText.characters(child) : "");
                collect(child, text);
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
                story.remarks().count("修订中删除的表格行{n}行没有导入", Weight.LEFT_OUT);
            }
            return deleted;
        }
    }
}
