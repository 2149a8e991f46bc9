package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML from outside: no document types, no entities, nothing from anywhere else. */
final class SafeXml {

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /** Is told what stands in a part, elements by their names without prefix. */
    interface Handler {
        void start(String name, XMLStreamReader at);

        void end(String name);

        void text(String text);
    }

    static void read(byte[] bytes, TextPieces pieces, Handler handler) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            for (int events = 0; reader.hasNext(); events++) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> handler.start(reader.getLocalName(), reader);
                    case XMLStreamConstants.END_ELEMENT -> handler.end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> handler.text(reader.getText());
                    case XMLStreamConstants.DTD -> throw new IOException("document type");
                    default -> {
                        // Comments and instructions say nothing.
                    }
                }
                if (events % 4096 == 0) {
                    pieces.checkTime();
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An attribute by its name without prefix, or empty. */
    static String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Whether an attribute is given and says yes. */
    static boolean isOn(XMLStreamReader at, String name) {
        String value = attribute(at, name);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
