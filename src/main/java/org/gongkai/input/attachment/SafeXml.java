package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses untrusted XML without document types, entities and external references. */
final class SafeXml {

    private static final int DEEPEST = 1_000;

    /** A text is held twice while it grows, as characters. */
    private static final long HEAP_PER_BYTE = 4;

    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /** Receives the content of a part; names of elements are without prefixes. */
    interface Handler {
        void start(String name, XMLStreamReader at);

        void end(String name);

        void text(String text);
    }

    static void read(byte[] bytes, TextPieces pieces, Handler handler) throws IOException {
        pieces.take(HEAP_PER_BYTE * bytes.length);
        try {
            int depth = 0;
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            for (int events = 0; reader.hasNext(); events++) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new LimitExceeded(false);
                        }
                        handler.start(reader.getLocalName(), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        handler.end(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> handler.text(reader.getText());
                    case XMLStreamConstants.DTD -> throw new IOException("document type");
                    default -> {
                        // Comments and processing instructions contain no text.
                    }
                }
                if (events % 4096 == 0) {
                    pieces.checkTime();
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        pieces.release(HEAP_PER_BYTE * bytes.length);
    }

    /** The value of an attribute by its local name; empty if absent. */
    static String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns true if an attribute is present and true. */
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
