package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;

/**
 * Creates all parsers of untrusted XML: they load nothing external, and elements have a limited number of attributes.
 * Parses parts of office files without document types; whatever is not handed over, and the values of all attributes,
 * are stored with the texts that nobody sees.
 */
public final class SafeXml {

    private static final int DEEPEST = 1_000;

    /** A text is held twice while it grows, as characters; those of a tree are held in it, too. */
    private static final long HEAP_PER_BYTE = 4;

    private static final int HEAP_OF_ELEMENT = 100;

    private static final String ATTRIBUTE_LIMIT = "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

    /** The number of attributes and namespace declarations of an element; each is compared with all others. */
    private static final String MAX_ATTRIBUTES = "500";

    private static final XMLInputFactory FACTORY = streams();

    private SafeXml() {}

    /**
     * What is handed over of a part.
     *
     * @param trees accepts the names, without prefixes, of elements that are handed over, each with all within it
     * @param texts accepts the names of elements in these whose texts are handed over, too
     * @param reader receives them one after the other
     */
    record Wanted(Predicate<String> trees, Predicate<String> texts, Consumer<XmlElement> reader) {}

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

    /** Returns the root of a part with all within it. */
    public static XmlElement parse(byte[] bytes, TextPieces pieces) throws IOException {
        XmlElement[] root = {XmlElement.NONE};
        read(bytes, pieces, new Wanted(any -> true, any -> true, tree -> root[0] = tree));
        pieces.take(HEAP_PER_BYTE * bytes.length + HEAP_OF_ELEMENT * root[0].size());
        return root[0];
    }

    /**
     * Parses a part.
     *
     * @throws LimitExceeded if it is beyond a limit
     * @throws IOException if it is no XML or declares a document type
     */
    static void read(byte[] bytes, TextPieces pieces, Wanted wanted) throws IOException {
        pieces.take(HEAP_PER_BYTE * bytes.length);
        try {
            XMLStreamReader part = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (part.hasNext()) {
                if (part.next() == XMLStreamConstants.START_ELEMENT) {
                    element(part, pieces, wanted, 0, false);
                } else {
                    beside(part, pieces);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        pieces.release(HEAP_PER_BYTE * bytes.length);
    }

    /** Reads an element whose start was read. */
    private static XmlElement element(
            XMLStreamReader part, TextPieces pieces, Wanted wanted, int depth, boolean isWithinTree)
            throws IOException, XMLStreamException {
        if (depth == DEEPEST) {
            throw new LimitExceeded(Limit.DEPTH);
        }
        String name = part.getLocalName();
        String local = name.substring(name.indexOf(':') + 1);
        boolean isTree = isWithinTree || wanted.trees().test(local);
        pieces.take(isTree ? HEAP_OF_ELEMENT : 0);
        pieces.step(2);
        List<String> attributes = new ArrayList<>(0);
        for (int i = 0; i < part.getAttributeCount(); i++) {
            String prefix = part.getAttributePrefix(i);
            attributes.add(((prefix.isEmpty() ? "" : prefix + ":") + part.getAttributeLocalName(i)).intern());
            attributes.add(part.getAttributeValue(i));
            pieces.store(part.getAttributeValue(i));
        }
        List<XmlElement> children = new ArrayList<>(0);
        StringBuilder characters = new StringBuilder();
        while (part.next() != XMLStreamConstants.END_ELEMENT) {
            if (part.isStartElement()) {
                XmlElement child = element(part, pieces, wanted, depth + 1, isTree);
                children.addAll(isTree ? List.of(child) : List.of());
            } else if (part.isCharacters()) {
                characters.append(part.getText());
            } else {
                beside(part, pieces);
            }
        }
        String text = characters.toString();
        boolean isTaken = isTree && wanted.texts().test(local);
        pieces.store(isTaken ? "" : text);
        XmlElement whole = new XmlElement(name, attributes, children, isTaken ? text : "");
        if (isTree && !isWithinTree) {
            wanted.reader().accept(whole);
            pieces.release((long) HEAP_OF_ELEMENT * whole.size());
        }
        return whole;
    }

    /** Stores what is beside the elements. */
    private static void beside(XMLStreamReader part, TextPieces pieces) throws IOException {
        pieces.step(1);
        switch (part.getEventType()) {
            case XMLStreamConstants.DTD -> throw new DeclaredType();
            case XMLStreamConstants.COMMENT -> pieces.store(part.getText());
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                pieces.store(Objects.requireNonNullElse(part.getPIData(), ""));
            default -> {
                // Nothing else contains text.
            }
        }
    }
}
