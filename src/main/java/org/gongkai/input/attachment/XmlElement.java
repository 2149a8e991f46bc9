package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.lang3.math.NumberUtils;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;

/**
 * An element of untrusted XML with the prefix of its namespace that office programs write, the same in transitional and
 * strict files. It is asked for by names with a prefix, or by names without one, which stand for those with any.
 * Parsers load nothing external, know no document types, and read a limited number of attributes; comments and the
 * values of attributes are stored with the texts that nobody sees.
 *
 * @param name its name, such as {@code w:p}
 * @param attributes names and values in turn
 * @param children the elements in it
 * @param text the characters in it, between the children
 */
public record XmlElement(String name, List<String> attributes, List<XmlElement> children, String text) {

    /** Stands for an element that does not exist. */
    public static final XmlElement NONE = new XmlElement("", List.of(), List.of(), "");

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    private static final int DEEPEST = 1_000;

    /** A text is held twice while it grows, as characters. */
    private static final long HEAP_PER_BYTE = 4;

    private static final long HEAP_OF_ELEMENT = 200;

    private static final XMLInputFactory FACTORY = streams();

    /** Returns true unless it is {@link #NONE}. */
    public boolean exists() {
        return !name.isEmpty();
    }

    /** Its name without a prefix. */
    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    public boolean is(String other) {
        return is(name, other);
    }

    private static boolean is(String name, String other) {
        return name.endsWith(other)
                && (name.length() == other.length() || name.charAt(name.length() - other.length() - 1) == ':');
    }

    /** The value of an attribute; empty if absent. */
    public String attribute(String attribute) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (is(attributes.get(i), attribute) && !attributes.get(i).startsWith("xmlns:")) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    /** The value of {@code w:val}; empty if absent. */
    public String value() {
        return attribute("w:val");
    }

    /** A whole number in an attribute, or another number if there is none. */
    public int number(String attribute, int otherwise) {
        return (int) NumberUtils.toDouble(attribute(attribute), otherwise);
    }

    /** The first child with a name, or {@link #NONE}. */
    public XmlElement child(String child) {
        return children.stream().filter(each -> each.is(child)).findFirst().orElse(NONE);
    }

    /** The children with a name. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.is(child)).toList();
    }

    /** The first element with a name at any depth, or {@link #NONE}. */
    public XmlElement first(String wanted) {
        return children.stream()
                .map(each -> each.is(wanted) ? each : each.first(wanted))
                .filter(XmlElement::exists)
                .findFirst()
                .orElse(NONE);
    }

    /** Returns true if this property exists and is not switched off. */
    public boolean isOn() {
        return exists() && !OFF.contains(value());
    }

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
        // Attributes of an element, with declarations of namespaces, are compared with each other.
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", "500");
        return factory;
    }

    /** A part declares a document type. */
    public static final class DeclaredType extends IOException {}

    /**
     * Returns the root of a part with all within it.
     *
     * @throws LimitExceeded if it is beyond a limit
     * @throws IOException if it is no XML or declares a document type
     */
    static XmlElement parse(byte[] bytes, TextPieces pieces) throws IOException {
        try {
            XMLStreamReader part = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return element(part, pieces, "", List.of(), 0).children().get(0);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The memory that a part takes, in bytes; an element begins with a character that is one byte in all encodings. */
    static long heap(byte[] bytes) {
        long elements = IntStream.range(1, bytes.length)
                .filter(i -> bytes[i - 1] == '<' && bytes[i] != '/')
                .count();
        return HEAP_PER_BYTE * bytes.length + HEAP_OF_ELEMENT * elements;
    }

    /** Reads what is in an element whose start was read, or in the document. */
    private static XmlElement element(
            XMLStreamReader part, TextPieces pieces, String name, List<String> attributes, int depth)
            throws IOException, XMLStreamException {
        if (depth > DEEPEST) {
            throw new LimitExceeded(Limit.DEPTH);
        }
        List<XmlElement> children = new ArrayList<>(0);
        StringBuilder text = new StringBuilder(0);
        for (int event = part.next(); part.hasNext() && !part.isEndElement(); event = part.next()) {
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
