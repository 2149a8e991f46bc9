package org.gongkai.publish.print.word;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongkai.publish.print.Xml;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes paragraphs of the styles of the file, and what stands within them. */
record WordRuns(Xml xml, WordPictures pictures) {

    /** What characters may have besides what their paragraph gives them, in the order in which Word wants it. */
    enum Property {
        /** The face of Han characters. */
        FACE("w:rFonts", "w:eastAsia"),
        BOLD("w:b", ""),
        ITALIC("w:i", ""),
        STRUCK("w:strike", ""),
        /** In half points. */
        SIZE("w:sz", "w:val"),
        UNDERLINED("w:u", "w:val"),
        RAISED("w:vertAlign", "w:val");

        private final String element;
        private final String attribute;

        Property(String element, String attribute) {
            this.element = element;
            this.attribute = attribute;
        }
    }

    /** How characters look: the values of the properties that differ from those of the paragraph. */
    record Look(SortedMap<Property, String> values) {

        static final Look PLAIN = new Look(new TreeMap<>());

        Look {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        Look with(Property property, String value) {
            SortedMap<Property, String> all = new TreeMap<>(values);
            all.put(property, value);
            return new Look(all);
        }

        Look within(Element element) {
            return switch (element.normalName()) {
                case "strong", "b" -> with(Property.BOLD, "");
                case "em", "i" -> with(Property.ITALIC, "");
                case "u", "ins" -> with(Property.UNDERLINED, "single");
                case "s", "del" -> with(Property.STRUCK, "");
                case "sup" -> with(Property.RAISED, "superscript");
                case "sub" -> with(Property.RAISED, "subscript");
                default -> element.hasClass("signatory") ? with(Property.FACE, "楷体_GB2312") : this;
            };
        }
    }

    /** Begins a paragraph and its properties; {@link Xml#end} ends these. */
    Xml begin(String style) {
        return xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", style);
    }

    /** Writes a paragraph. */
    void paragraph(String style, Runnable content) {
        begin(style).end();
        content.run();
        xml.end();
    }

    /** Writes a paragraph of the children of an element. */
    void paragraph(String style, Element parent) {
        paragraph(style, () -> children(parent, Look.PLAIN));
    }

    void empty(String style, int lines) {
        for (int i = 0; i < lines; i++) {
            paragraph(style, () -> {});
        }
    }

    void children(Element parent, Look look) {
        for (Node node : parent.childNodes()) {
            write(node, look);
        }
    }

    void write(Node node, Look look) {
        if (node instanceof TextNode text) {
            Element parent = text.parent();
            Element pre = parent == null ? null : parent.closest("pre");
            if (pre == null) {
                text(text.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " "), look);
            } else {
                lines(text.getWholeText().split("\n", -1), look);
            }
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> xml.begin("w:r").empty("w:br").end();
                case "img" -> picture(element, look);
                case "input" -> text(element.hasAttr("checked") ? "☑" : "☐", look);
                default -> {
                    if (!element.hasClass("footnote-backref") && !element.hasClass("vh")) {
                        children(element, look.within(element));
                    }
                }
            }
        }
    }

    private void lines(String[] lines, Look look) {
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.begin("w:r").empty("w:br").end();
            }
            text(lines[i], look);
        }
    }

    void text(String text, Look look) {
        if (text.isEmpty()) {
            return;
        }
        xml.begin("w:r");
        if (!look.values().isEmpty()) {
            xml.begin("w:rPr");
            look.values().forEach((property, value) -> {
                Object[] attribute = value.isEmpty() ? new Object[0] : new Object[] {property.attribute, value};
                xml.empty(property.element, attribute);
            });
            xml.end();
        }
        xml.begin("w:t", "xml:space", "preserve").text(text).end().end();
    }

    void tab() {
        xml.begin("w:r").empty("w:tab").end();
    }

    /** A picture that Word cannot show leaves its words. */
    private void picture(Element image, Look look) {
        Optional<WordPictures.Shown> picture = pictures.add(image.attr("src"));
        if (picture.isEmpty()) {
            text("［图：" + image.attr("alt") + "］", look);
            return;
        }
        xml.begin("w:r");
        WordPictures.draw(xml, picture.get(), image.attr("alt"));
        xml.end();
    }
}
