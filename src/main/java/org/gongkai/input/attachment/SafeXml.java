package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;

/**
 * Creates all parsers of untrusted XML: they load nothing external, and elements have a limited number of attributes.
 * Parses parts of attachments without document types; whatever a handler does not take, values of attributes included,
 * is stored with the texts that nobody sees.
 */
public final class SafeXml {

    private static final int DEEPEST = 1_000;

    /** A text is held twice while it grows, as characters. */
    private static final long HEAP_PER_BYTE = 4;

    private static final String ATTRIBUTE_LIMIT = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

    /** The number of attributes and namespace declarations of an element; each is compared with all others. */
    private static final String MAX_ATTRIBUTES = "500";

    private static final XMLInputFactory FACTORY = streams();

    private SafeXml() {}

    /**
     * Returns a factory of streaming parsers without document types. They report qualified names, and namespace
     * declarations as attributes: only so are these limited.
     */
    private static XMLInputFactory streams() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(ATTRIBUTE_LIMIT, MAX_ATTRIBUTES);
        return factory;
    }

    /** A part declares a document type. */
    public static final class DeclaredType extends IOException {}

    /** Receives the content of a part; names of elements are without prefixes. */
    public interface Handler {
        default void start(String name, XMLStreamReader at) {}

        /** Receives the text of an element without those of the elements in it; returns true if it has taken it. */
        boolean end(String name, String text);
    }

    /**
     * Parses a part.
     *
     * @throws LimitExceeded if it is beyond a limit
     * @throws IOException if it is no XML or declares a document type
     */
    public static void read(byte[] bytes, TextPieces pieces, Handler handler) throws IOException {
        // Of a part for which there is not enough memory the beginning is read.
        int end = (int) Math.min(bytes.length, pieces.heap() / (2 * HEAP_PER_BYTE));
        pieces.take(HEAP_PER_BYTE * end);
        StringBuilder texts = new StringBuilder();
        int[] starts = new int[DEEPEST];
        int depth = 0;
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes, 0, end));
            while (reader.hasNext()) {
                pieces.step(1);
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (depth == DEEPEST) {
                            throw new LimitExceeded(Limit.DEPTH);
                        }
                        starts[depth++] = texts.length();
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            pieces.store(reader.getAttributeValue(i));
                        }
                        handler.start(local(reader.getLocalName()), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        String text = texts.substring(starts[--depth]);
                        texts.setLength(starts[depth]);
                        if (!handler.end(local(reader.getLocalName()), text)) {
                            pieces.store(text);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> texts.append(reader.getText());
                    case XMLStreamConstants.DTD -> throw new DeclaredType();
                    case XMLStreamConstants.COMMENT -> pieces.store(reader.getText());
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        pieces.store(Objects.requireNonNullElse(reader.getPIData(), ""));
                    default -> {
                        // Nothing else contains text.
                    }
                }
            }
        } catch (XMLStreamException e) {
            if (end < bytes.length) {
                throw new LimitExceeded(Limit.HEAP);
            }
            throw new IOException(e);
        }
        pieces.release(HEAP_PER_BYTE * end);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The value of an attribute by its local name; empty if absent. */
    static String attribute(XMLStreamReader at, String name) {
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals(name)
                    && !at.getAttributePrefix(i).equals("xmlns")) {
                return at.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns true if an attribute is present and true. */
    static boolean isOn(XMLStreamReader at, String name) {
        return attribute(at, name).matches("1|true|on");
    }
}
