package org.gongkai.write.document.word.docx;

import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.opc.XmlElement;

/** Tracked changes, taken as if all of them had been accepted. */
final class Revisions {

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
            remarks.leftOut(OptionalContent.DELETED_TEXT, "修订中删除的文字没有导入：" + RemarkCollector.quoted(text.toString()));
        }
    }

    private static void collect(XmlElement element, StringBuilder text) {
        for (XmlElement child : element.children()) {
            text.append(child.is("w:delText") || child.is("w:t") ? PlainText.characters(child) : "");
            collect(child, text);
        }
    }

    /** Returns true if the mark at the end of a paragraph is deleted or moved, so that the next one continues it. */
    static boolean isMarkDeleted(XmlElement properties, Story story) {
        XmlElement mark = properties.child("w:rPr");
        return mark.child("w:del").exists() && !story.wants(OptionalContent.DELETED_TEXT)
                || mark.child("w:moveFrom").exists();
    }

    /** Returns true if a row of a table is deleted and not wanted, and reports it. */
    static boolean isDeleted(XmlElement row, Story story) {
        boolean deleted = row.child("w:trPr").child("w:del").exists() && !story.wants(OptionalContent.DELETED_TEXT);
        if (deleted) {
            story.remarks().countLeftOut(OptionalContent.DELETED_TEXT, "修订中删除的表格行{n}行没有导入");
        }
        return deleted;
    }
}
