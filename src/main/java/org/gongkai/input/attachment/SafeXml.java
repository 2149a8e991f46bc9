package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;

/**
 * Creates all parsers of untrusted XML: they load nothing external, and elements have a limited number of attributes.
 * Parses parts of office files without document types; comments and the values of attributes are stored with the texts
 * that nobody sees.
 */
public final class SafeXml {

    private static final int DEEPEST = 1_000;

    /** A text is held twice while it grows, as characters. */
    private static final long HEAP_PER_BYTE = 4;

    private static final long HEAP_OF_ELEMENT = 200;

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

    /**
     * Returns the root of a part with all within it, and counts the memory that it takes.
     *
     * @throws LimitExceeded if it is beyond a limit
     * @throws IOException if it is no XML or declares a document type
     */
    public static XmlElement parse(byte[] bytes, TextPieces pieces) throws IOException {
        pieces.take(HEAP_PER_BYTE * bytes.length);
        try {
            XMLStreamReader part = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return element(part, pieces, "", List.of(), 0).children().get(0);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Counts the memory that a part has released. */
    static void release(byte[] bytes, XmlElement root, TextPieces pieces) {
        pieces.release(HEAP_PER_BYTE * bytes.length + HEAP_OF_ELEMENT * root.size());
    }

    /** Reads what is in an element whose start was read, or in the document. */
    private static XmlElement element(
            XMLStreamReader part, TextPieces pieces, String name, List<String> attributes, int depth)
            throws IOException, XMLStreamException {
        if (depth > DEEPEST) {
            throw new LimitExceeded(Limit.DEPTH);
        }
        pieces.take(depth == 0 ? 0 : HEAP_OF_ELEMENT);
        List<XmlElement> children = new ArrayList<>(0);
        StringBuilder text = new StringBuilder(0);
        int event = part.next();
        for (;
                event != XMLStreamConstants.END_ELEMENT && event != XMLStreamConstants.END_DOCUMENT;
                event = part.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT ->
                    children.add(element(part, pieces, part.getLocalName(), attributes(part, pieces), depth + 1));
                case XMLStreamConstants.CHARACTERS -> text.append(part.getText());
                case XMLStreamConstants.DTD -> throw new DeclaredType();
                case XMLStreamConstants.COMMENT -> pieces.store(part.getText());
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    pieces.store(Objects.requireNonNullElse(part.getPIData(), ""));
                default -> {
                    // Nothing else contains text.
                }
            }
        }
        return new XmlElement(name, attributes, List.copyOf(children), text.toString());
    }

    private static List<String> attributes(XMLStreamReader part, TextPieces pieces) {
        String[] attributes = new String[2 * part.getAttributeCount()];
        for (int i = 0; i < attributes.length; i += 2) {
            String prefix = part.getAttributePrefix(i / 2);
            attributes[i] = ((prefix.isEmpty() ? "" : prefix + ":") + part.getAttributeLocalName(i / 2)).intern();
            attributes[i + 1] = part.getAttributeValue(i / 2);
            pieces.store(attributes[i + 1]);
        }
        return List.of(attributes);
    }
}
