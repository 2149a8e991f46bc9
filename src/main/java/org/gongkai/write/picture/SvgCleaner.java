package org.gongkai.write.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.gongkai.check.file.SvgCheck;
import org.gongkai.input.attachment.SafeXml;
import org.gongkai.input.data.YamlReader;
import org.gongkai.write.picture.PictureCleaner.UnusablePicture;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes SVG images fit to be published: what drawing programs store beside the image is removed, such as the template
 * of each shape, the author and the folder of the file. Browsers show none of it.
 */
public final class SvgCleaner {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> SHOWN = Set.of(SVG, "http://www.w3.org/1999/xlink", XMLConstants.XML_NS_URI);

    private final SvgCheck check = new SvgCheck(new YamlReader());

    /**
     * Cleans an image; one in which there is nothing to be removed keeps its bytes.
     *
     * @throws UnusablePicture if it is damaged, or if a build would refuse what remains; the message says why
     */
    public byte[] clean(byte[] svg) throws UnusablePicture {
        byte[] clean = withoutProgramData(svg);
        Optional<String> fault = check.fault(clean);
        if (fault.isPresent()) {
            throw new UnusablePicture("里面有" + fault.get() + "，不能公开");
        }
        return clean;
    }

    private static byte[] withoutProgramData(byte[] svg) throws UnusablePicture {
        try {
            DocumentBuilder builder = SafeXml.documents().newDocumentBuilder();
            // The default handler prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new ByteArrayInputStream(svg));
            return remove(document) ? written(document) : svg;
        } catch (SAXException | StackOverflowError e) {
            throw new UnusablePicture("不合 XML 的写法");
        } catch (ParserConfigurationException | TransformerException | IOException e) {
            // Every JDK has this parser and this writer, and memory does not fail.
            throw new IllegalStateException(e);
        }
    }

    /** Removes what browsers do not show; returns whether there was any. */
    private static boolean remove(Document document) {
        boolean removed = false;
        for (Element element : elements(document)) {
            if (!isShown(element)) {
                element.getParentNode().removeChild(element);
                removed = true;
                continue;
            }
            List<Attr> attributes = new ArrayList<>();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attributes.add((Attr) element.getAttributes().item(i));
            }
            for (Attr attribute : attributes) {
                String namespace = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                        ? attribute.getValue()
                        : attribute.getNamespaceURI();
                if (namespace != null && !SHOWN.contains(namespace)) {
                    element.removeAttributeNode(attribute);
                    removed = true;
                }
            }
        }
        return removed;
    }

    private static boolean isShown(Element element) {
        boolean draws =
                element.getNamespaceURI() == null || element.getNamespaceURI().equals(SVG);
        boolean hasAlternative = element.getLocalName().equals("foreignObject")
                && element.getParentNode() instanceof Element parent
                && parent.getLocalName().equals("switch")
                && parent.getElementsByTagNameNS(SVG, "text").getLength() > 0;
        return draws && !element.getLocalName().equals("metadata") && !hasAlternative;
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static byte[] written(Document document) throws TransformerException {
        for (Node node = document.getFirstChild(), next; node != null; node = next) {
            next = node.getNextSibling();
            if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE || node.getNodeType() == Node.COMMENT_NODE) {
                document.removeChild(node);
            }
        }
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(out));
        return out.toByteArray();
    }
}
