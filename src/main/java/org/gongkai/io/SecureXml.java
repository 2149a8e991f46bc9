package org.gongkai.io;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import org.xml.sax.SAXException;

/** Creates the parsers of untrusted XML: they load nothing external, and elements have a limited number of attributes. */
public final class SecureXml {

    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String ATTRIBUTE_LIMIT = LIMITS + "elementAttributeLimit";

    /** The number of attributes and namespace declarations of an element; each is compared with all others. */
    private static final String MAX_ATTRIBUTES = "500";

    private static final String MAX_DEPTH = "1000";

    private SecureXml() {}

    /**
     * Returns a factory of streaming parsers without document types. They report qualified names, and namespace
     * declarations as attributes: only so are these limited.
     */
    public static XMLInputFactory streams() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(ATTRIBUTE_LIMIT, MAX_ATTRIBUTES);
        return factory;
    }

    /** Returns a parser of events that reports document types. */
    public static SAXParser events() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(ATTRIBUTE_LIMIT, MAX_ATTRIBUTES);
        return parser;
    }

    /** Returns a factory of parsers of whole documents. */
    public static DocumentBuilderFactory documents() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setAttribute(LIMITS + "maxElementDepth", MAX_DEPTH);
        factory.setAttribute(ATTRIBUTE_LIMIT, MAX_ATTRIBUTES);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory;
    }
}
