package org.gongkai.write.document.word.docx;

import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.opc.XmlElement;

/** Tracked changes, taken as if all of them had been accepted. */
final class Revisions {

    private Revisions() {}

    static String inserted(XmlElement element) {
        return element.is("w:moveTo") ? "修订中移动的文字{n}处，按移动后的位置导入" : "修订中插入的文字{n}处，按已接受修订导入";
    }

    /** Reports a deletion. What was moved is in the result at its new place. */
    static void deleted(XmlElement element, RemarkCollector remarks) {
        StringBuilder text = new StringBuilder();
        collect(element, text);
        if (element.is("w:del") && !text.toString().isBlank()) {
            remarks.leftOut("修订中删除的文字没有导入：" + RemarkCollector.quoted(text.toString()));
        }
    }

    private static void collect(XmlElement element, StringBuilder text) {
        for (XmlElement child : element.children()) {
            text.append(child.is("w:delText") || child.is("w:t") ? Texts.of(child) : "");
            collect(child, text);
        }
    }

    /** Returns true if the mark at the end of a paragraph is deleted or hidden, so that the next one continues it. */
    static boolean isMarkDeleted(XmlElement properties) {
        XmlElement mark = properties.child("w:rPr");
        return mark.child("w:del").exists() || mark.child("w:moveFrom").exists();
    }

    /** Reports deleted rows of a table. */
    static boolean isDeleted(XmlElement row, RemarkCollector remarks) {
        if (row.child("w:trPr").child("w:del").exists()) {
            remarks.count("修订中删除的表格行{n}行没有导入", Weight.LEFT_OUT);
            return true;
        }
        return false;
    }
}
