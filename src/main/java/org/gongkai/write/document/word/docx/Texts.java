package org.gongkai.write.document.word.docx;

import org.gongkai.write.document.word.opc.XmlElement;

/** The characters of elements that hold text. */
final class Texts {

    private Texts() {}

    /** The characters of an element; blanks at its ends count only if it says so. */
    static String of(XmlElement element) {
        String text = element.text().replace('\n', ' ').replace('\r', ' ');
        return element.attribute("xml:space").equals("preserve") ? text : text.strip();
    }
}
