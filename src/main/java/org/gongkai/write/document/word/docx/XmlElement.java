package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.SafeXml;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.word.docx.PackageFile.Budget;

/**
 * An element with the usual prefix of its namespace, so that transitional and strict files look the same.
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

    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** Returns true unless it is {@link #NONE}. */
    public boolean exists() {
        return !name.isEmpty();
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    /** The value of an attribute; empty if absent. */
    public String attribute(String attribute) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(attribute)) {
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
        String value = attribute(attribute);
        try {
            return (int) Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The first child with a name, or {@link #NONE}. */
    public XmlElement child(String child) {
        for (XmlElement each : children) {
            if (each.name.equals(child)) {
                return each;
            }
        }
        return NONE;
    }

    /** The children with a name. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.is(child)).toList();
    }

    /** The first element with a name at any depth, or {@link #NONE}. */
    public XmlElement first(String wanted) {
        for (XmlElement each : children) {
            XmlElement found = each.is(wanted) ? each : each.first(wanted);
            if (found.exists()) {
                return found;
            }
        }
        return NONE;
    }

    /** Returns true if this property exists and is not switched off. */
    public boolean isOn() {
        return exists() && !OFF.contains(value());
    }

    /** Parses a part. Of content that is stored in several ways for programs of different age, one way is taken. */
    static final class XmlTree {

        private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        private static final int DEEPEST = 400;
        private static final XMLInputFactory FACTORY = SafeXml.streams();

        /** Ends of namespaces, without the year that transitional files have in them, and their usual prefixes. */
        private static final List<Map.Entry<String, String>> PREFIXES = List.of(
                Map.entry("/wordprocessingml/main", "w:"),
                Map.entry("/officeDocument/relationships", "r:"),
                Map.entry("/officeDocument/math", "m:"),
                Map.entry("/drawingml/main", "a:"),
                Map.entry("/wordprocessingDrawing", "wp:"),
                Map.entry("/drawingml/picture", "pic:"),
                Map.entry("/drawingml/diagram", "dgm:"),
                Map.entry("/wordprocessingShape", "wps:"),
                Map.entry("/XML/1998/namespace", "xml:"),
                Map.entry("/markup-compatibility/2006", "mc:"),
                Map.entry("/word/2010/wordml", "w14:"),
                Map.entry("/word/2015/wordml/symex", "w16se:"),
                Map.entry("microsoft-com:vml", "v:"),
                Map.entry("microsoft-com:office:office", "o:"));

        /** Extensions whose content this program reads itself; for the others the fallback is taken. */
        private static final Set<String> UNDERSTOOD =
                Set.of("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14");

        private final Budget budget;
        private final Map<String, String> prefixes = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        /**
         * An element whose end has not been read.
         *
         * @param namespaces the namespaces in its scope, by prefix
         */
        private record Open(
                String name,
                Map<String, String> namespaces,
                List<String> attributes,
                List<XmlElement> children,
                StringBuilder text) {}

        XmlTree(Budget budget) {
            this.budget = budget;
        }

        /**
         * Parses a part and returns its root.
         *
         * @throws UnreadableDocument if it is no XML, has a document type or is beyond a limit
         */
        XmlElement parse(InputStream in) throws IOException {
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open(
                    "", Map.of("xml", XMLConstants.XML_NS_URI), List.of(), new ArrayList<>(), new StringBuilder()));
            try {
                XMLStreamReader reader = FACTORY.createXMLStreamReader(decoded(in));
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            budget.element(open.size(), DEEPEST);
                            open.push(start(reader, open.peek().namespaces()));
                        }
                        case XMLStreamConstants.END_ELEMENT -> end(open.pop(), open.peek());
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            open.peek().text().append(reader.getText());
                        case XMLStreamConstants.DTD -> throw Budget.refused("里面有文档类型声明，正常的 Word 文件没有");
                        default -> {
                            // Comments and processing instructions contain no text.
                        }
                    }
                }
            } catch (XMLStreamException | IOException e) {
                throw reason(e);
            }
            List<XmlElement> roots = open.pop().children();
            return roots.isEmpty() ? XmlElement.NONE : roots.get(0);
        }

        /** The characters of a part. The parser would print a message of its own about bytes that are none. */
        private static Reader decoded(InputStream in) throws IOException {
            PushbackInputStream bytes = new PushbackInputStream(in, UTF_8_MARK.length);
            byte[] mark = bytes.readNBytes(UTF_8_MARK.length);
            bytes.unread(mark);
            if (Arrays.equals(mark, UTF_8_MARK)) {
                bytes.skipNBytes(UTF_8_MARK.length);
            }
            boolean wide = mark.length > 1 && (mark[0] & 0xFF) + (mark[1] & 0xFF) == 0xFE + 0xFF;
            return new InputStreamReader(bytes, (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder());
        }

        private static UnreadableDocument reason(Exception e) {
            Throwable cause = e instanceof XMLStreamException xml && xml.getNestedException() != null
                    ? xml.getNestedException()
                    : e;
            return cause instanceof UnreadableDocument known
                    ? known
                    : new UnreadableDocument("文件已损坏：内部的 XML 不完整，请在 Word 或 WPS 里打开后另存一份", e);
        }

        private Open start(XMLStreamReader reader, Map<String, String> outer) {
            Map<String, String> namespaces = declared(reader, outer);
            List<String> attributes = List.of();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String local = reader.getAttributeLocalName(i);
                if (!isDeclaration(reader, i) && !local.startsWith("rsid") && !local.equals("paraId")) {
                    attributes = attributes.isEmpty() ? new ArrayList<>(4) : attributes;
                    // Without a prefix an attribute has no namespace.
                    String prefix = reader.getAttributePrefix(i);
                    attributes.add(name(prefix.isEmpty() ? "" : namespaces.get(prefix), local));
                    attributes.add(reader.getAttributeValue(i));
                }
            }
            String name = reader.getLocalName();
            int colon = name.indexOf(':');
            return new Open(
                    name(namespaces.get(name.substring(0, Math.max(0, colon))), name.substring(colon + 1)),
                    namespaces,
                    attributes,
                    new ArrayList<>(2),
                    new StringBuilder(0));
        }

        private static Map<String, String> declared(XMLStreamReader reader, Map<String, String> outer) {
            Map<String, String> namespaces = outer;
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (isDeclaration(reader, i)) {
                    namespaces = namespaces == outer ? new HashMap<>(outer) : namespaces;
                    boolean hasPrefix = reader.getAttributePrefix(i).equals(XMLConstants.XMLNS_ATTRIBUTE);
                    namespaces.put(hasPrefix ? reader.getAttributeLocalName(i) : "", reader.getAttributeValue(i));
                }
            }
            return namespaces;
        }

        private static boolean isDeclaration(XMLStreamReader reader, int attribute) {
            return reader.getAttributePrefix(attribute).equals(XMLConstants.XMLNS_ATTRIBUTE)
                    || reader.getAttributePrefix(attribute).isEmpty()
                            && reader.getAttributeLocalName(attribute).equals(XMLConstants.XMLNS_ATTRIBUTE);
        }

        private static void end(Open done, Open parent) {
            if (done.name().equals("mc:AlternateContent")) {
                parent.children().addAll(chosen(done.children()));
            } else {
                String text = done.text().toString();
                parent.children()
                        .add(new XmlElement(
                                done.name(),
                                done.attributes(),
                                done.children(),
                                done.children().isEmpty() ? text : text.strip()));
            }
        }

        private static List<XmlElement> chosen(List<XmlElement> ways) {
            return ways.stream()
                    .filter(way -> way.is("mc:Choice") || way.is("mc:Fallback"))
                    .filter(way -> !way.children().isEmpty())
                    .min(Comparator.comparingInt(way -> way.is("mc:Fallback") ? 1 : isUnderstood(way) ? 0 : 2))
                    .map(XmlElement::children)
                    .orElse(List.of());
        }

        private static boolean isUnderstood(XmlElement choice) {
            return UNDERSTOOD.containsAll(
                    List.of(choice.attribute("Requires").strip().split("\\s+")));
        }

        private String name(String namespace, String local) {
            String prefix = namespace == null || namespace.isEmpty()
                    ? ""
                    : prefixes.computeIfAbsent(namespace, XmlTree::prefixOf);
            return names.computeIfAbsent(prefix + local, same -> same);
        }

        private static String prefixOf(String namespace) {
            String strict = namespace.replace("/2006/", "/");
            return PREFIXES.stream()
                    .filter(each -> strict.endsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(namespace.contains("/relationships") || namespace.contains("content-types") ? "" : "?:");
        }
    }
}
