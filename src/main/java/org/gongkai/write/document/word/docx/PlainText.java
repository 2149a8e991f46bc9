package org.gongkai.write.document.word.docx;

import java.util.Set;
import org.gongkai.write.document.word.opc.XmlElement;

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
}
