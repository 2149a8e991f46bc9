package org.gongkai.publish.print.word;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Writes XML whose names have their prefixes. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    Xml() throws XMLStreamException {
        out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    static String escaped(String text) {
        return Entities.escape(text, new Document.OutputSettings().escapeMode(Entities.EscapeMode.xhtml));
    }

    /** Begins an element with attributes: names and values in turn. */
    Xml begin(String name, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
        return this;
    }

    /** Writes an element without content. */
    Xml empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(attributes);
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    Xml text(String characters) throws XMLStreamException {
        out.writeCharacters(characters);
        return this;
    }

    Xml end() throws XMLStreamException {
        out.writeEndElement();
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
