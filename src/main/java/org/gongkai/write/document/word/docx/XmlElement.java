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
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.gongkai.input.attachment.SafeXml;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.word.docx.PackageFile.Budget;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

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
    static final class XmlTree extends DefaultHandler2 {

        private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        private static final int DEEPEST = 400;

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
        private final Deque<Open> open = new ArrayDeque<>();

        /** An element whose end has not been read. */
        private record Open(String name, List<String> attributes, List<XmlElement> children, StringBuilder text) {}

        XmlTree(Budget budget) {
            this.budget = budget;
        }

        /**
         * Parses a part and returns its root.
         *
         * @throws UnreadableDocument if it is no XML, has a document type or is beyond a limit
         */
        XmlElement parse(InputStream in) throws IOException {
            open.push(new Open("", List.of(), new ArrayList<>(), new StringBuilder()));
            try {
                SAXParser parser = SafeXml.events();
                parser.setProperty("http://xml.org/sax/properties/lexical-handler", this);
                parser.parse(new InputSource(decoded(in)), this);
            } catch (ParserConfigurationException | SAXException | IOException e) {
                throw reason(e);
            }
            List<XmlElement> roots = open.pop().children();
            return roots.isEmpty() ? XmlElement.NONE : roots.get(0);
        }

        @Override
        public void startDTD(String name, String publicId, String systemId) throws SAXException {
            throw new SAXException(Budget.refused("里面有文档类型声明，正常的 Word 文件没有"));
        }

        @Override
        public void startElement(String uri, String local, String typed, Attributes typedAttributes)
                throws SAXException {
            try {
                budget.element(open.size(), DEEPEST);
            } catch (UnreadableDocument e) {
                throw new SAXException(e);
            }
            List<String> attributes = List.of();
            for (int i = 0; i < typedAttributes.getLength(); i++) {
                String attribute = typedAttributes.getLocalName(i);
                if (!attribute.startsWith("rsid") && !attribute.equals("paraId")) {
                    attributes = attributes.isEmpty() ? new ArrayList<>(4) : attributes;
                    attributes.add(name(typedAttributes.getURI(i), attribute));
                    attributes.add(typedAttributes.getValue(i));
                }
            }
            open.push(new Open(name(uri, local), attributes, new ArrayList<>(2), new StringBuilder(0)));
        }

        @Override
        public void characters(char[] text, int from, int length) {
            open.peek().text().append(text, from, length);
        }

        @Override
        public void endElement(String uri, String local, String typed) {
            end(open.pop(), open.peek());
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
            Throwable cause = e instanceof SAXException && e.getCause() != null ? e.getCause() : e;
            return cause instanceof UnreadableDocument known
                    ? known
                    : new UnreadableDocument("文件已损坏：内部的 XML 不完整，请在 Word 或 WPS 里打开后另存一份", e);
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
