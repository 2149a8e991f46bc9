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
import org.gongkai.input.attachment.Workbook.SheetCells;

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
        void start(String name, XMLStreamReader at);

        default void end(String name) {}

        /** Returns true if it has taken the text. */
        default boolean text(String text) {
            return false;
        }
    }

    /** Collects the text of the elements that it is told to read. */
    abstract static class TextCollector implements Handler {

        final StringBuilder text = new StringBuilder();
        boolean reading;

        @Override
        public boolean text(String more) {
            if (reading) {
                text.append(more);
            }
            return reading;
        }

        /** Returns what was collected, and begins anew. */
        String take() {
            String taken = text.toString();
            text.setLength(0);
            return taken;
        }
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
        StringBuilder rest = new StringBuilder();
        try {
            int depth = 0;
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes, 0, end));
            while (reader.hasNext()) {
                pieces.step(1);
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new LimitExceeded(Limit.DEPTH);
                        }
                        store(rest, pieces);
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            pieces.store(reader.getAttributeValue(i));
                        }
                        handler.start(local(reader.getLocalName()), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        store(rest, pieces);
                        handler.end(local(reader.getLocalName()));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        String text = reader.getText();
                        if (!handler.text(text)) {
                            rest.append(text);
                        }
                    }
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

    private static void store(StringBuilder rest, TextPieces pieces) {
        if (rest.length() > 0) {
            pieces.store(SheetCells.plain(rest.toString()));
            rest.setLength(0);
        }
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
