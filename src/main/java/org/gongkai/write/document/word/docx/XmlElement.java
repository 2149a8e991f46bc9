package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.SafeXml;
import org.gongkai.input.attachment.SafeXml.DeclaredType;
import org.gongkai.input.attachment.TextPieces;
import org.gongkai.write.document.FormatReader.UnreadableDocument;

/**
 * An element with the prefix of its namespace that office programs write, the same in transitional and strict files.
 *
 * @param name its name, such as {@code w:p}
 * @param attributes names and values in turn
 * @param children the elements in it
 * @param text the characters in it, between the children
 */
record XmlElement(String name, List<String> attributes, List<XmlElement> children, String text) {

    /** Stands for an element that does not exist. */
    static final XmlElement NONE = new XmlElement("", List.of(), List.of(), "");

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    /** Returns true unless it is {@link #NONE}. */
    boolean exists() {
        return !name.isEmpty();
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /** The value of an attribute; empty if absent. */
    String attribute(String attribute) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(attribute)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    /** The value of {@code w:val}; empty if absent. */
    String value() {
        return attribute("w:val");
    }

    /** A whole number in an attribute, or another number if there is none. */
    int number(String attribute, int otherwise) {
        String value = attribute(attribute);
        try {
            return (int) Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The first child with a name, or {@link #NONE}. */
    XmlElement child(String child) {
        for (XmlElement each : children) {
            if (each.name.equals(child)) {
                return each;
            }
        }
        return NONE;
    }

    /** The children with a name. */
    List<XmlElement> all(String child) {
        return children.stream().filter(each -> each.is(child)).toList();
    }

    /** The first element with a name at any depth, or {@link #NONE}. */
    XmlElement first(String wanted) {
        for (XmlElement each : children) {
            XmlElement found = each.is(wanted) ? each : each.first(wanted);
            if (found.exists()) {
                return found;
            }
        }
        return NONE;
    }

    /** Returns true if this property exists and is not switched off. */
    boolean isOn() {
        return exists() && !OFF.contains(value());
    }

    /** Parses a part. Of content that is stored in several ways for programs of different age, one way is taken. */
    static final class XmlTree implements SafeXml.Handler {

        /** Texts are held as characters, and again as runs and as Markdown. */
        private static final long HEAP_PER_BYTE = 8;

        private static final int HEAP_OF_ELEMENT = 100;

        /** Extensions whose content this program reads itself; for the others the fallback is taken. */
        private static final Set<String> UNDERSTOOD =
                Set.of("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14");

        private final TextPieces pieces;
        private final Map<String, String> names = new HashMap<>();
        private final Deque<Open> open = new ArrayDeque<>();

        /** An element whose end has not been read. */
        private record Open(String name, List<String> attributes, List<XmlElement> children) {}

        private XmlTree(TextPieces pieces) {
            this.pieces = pieces;
        }

        /**
         * Parses a part and returns its root.
         *
         * @throws UnreadableDocument if it is no XML or has a document type
         */
        static XmlElement parse(byte[] part, TextPieces pieces) throws UnreadableDocument {
            XmlTree tree = new XmlTree(pieces);
            tree.open.push(new Open("", List.of(), new ArrayList<>()));
            pieces.take(HEAP_PER_BYTE * part.length);
            try {
                SafeXml.read(part, pieces, tree);
            } catch (DeclaredType e) {
                throw new UnreadableDocument("没有读这个文件：里面有文档类型声明，正常的 Word 文件没有", e);
            } catch (IOException e) {
                throw new UnreadableDocument("文件已损坏：内部的 XML 不完整，请在 Word 或 WPS 里打开后另存一份", e);
            }
            List<XmlElement> roots = tree.open.pop().children();
            return roots.isEmpty() ? XmlElement.NONE : roots.get(0);
        }

        @Override
        public void start(String local, XMLStreamReader part) {
            pieces.take(HEAP_OF_ELEMENT);
            List<String> attributes = List.of();
            for (int i = 0; i < part.getAttributeCount(); i++) {
                String attribute = name(part.getAttributePrefix(i), part.getAttributeLocalName(i));
                if (!attribute.startsWith("w:rsid") && !attribute.endsWith(":paraId")) {
                    attributes = attributes.isEmpty() ? new ArrayList<>(4) : attributes;
                    attributes.add(attribute);
                    attributes.add(part.getAttributeValue(i));
                }
            }
            String name = name(part.getPrefix(), part.getLocalName());
            open.push(new Open(name, attributes, new ArrayList<>(2)));
        }

        private String name(String prefix, String local) {
            String typed = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
            return names.computeIfAbsent(typed, same -> same);
        }

        @Override
        public boolean end(String local, String text) {
            Open done = open.pop();
            List<XmlElement> siblings = open.peek().children();
            if (done.name().equals("mc:AlternateContent")) {
                siblings.addAll(chosen(done.children()));
            } else {
                String own = done.children().isEmpty() ? text : text.strip();
                siblings.add(new XmlElement(done.name(), done.attributes(), done.children(), own));
            }
            return true;
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
    }
}
