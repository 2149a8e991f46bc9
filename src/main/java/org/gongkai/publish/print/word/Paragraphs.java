package org.gongkai.publish.print.word;

import javax.xml.stream.XMLStreamException;

/** Writes paragraphs of the styles of the file. */
record Paragraphs(Xml xml) {

    void empty(String style, int lines) throws XMLStreamException {
        for (int i = 0; i < lines; i++) {
            paragraph(style, () -> {});
        }
    }

    /** Writes what stands in a paragraph. */
    interface Content {
        void write() throws XMLStreamException;
    }

    void paragraph(String style, Content content) throws XMLStreamException {
        xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", style).end();
        content.write();
        xml.end();
    }
}
