package org.gongkai.publish.print.word;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes what stands within a paragraph. */
final class WordRuns {

    /**
     * How characters look.
     *
     * @param face the face of Han characters, empty for that of the paragraph
     * @param halfPoints their size; 0 for that of the paragraph
     * @param raised {@code superscript}, {@code subscript} or empty
     */
    record Look(
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean struck,
            String raised,
            String face,
            int halfPoints) {

        static final Look PLAIN = new Look(false, false, false, false, "", "", 0);

        Look inFace(String name) {
            return new Look(bold, italic, underlined, struck, raised, name, halfPoints);
        }

        Look sized(int size) {
            return new Look(bold, italic, underlined, struck, raised, face, size);
        }

        Look within(Element element) {
            return switch (element.normalName()) {
                case "strong", "b" -> new Look(true, italic, underlined, struck, raised, face, halfPoints);
                case "em", "i" -> new Look(bold, true, underlined, struck, raised, face, halfPoints);
                case "u", "ins" -> new Look(bold, italic, true, struck, raised, face, halfPoints);
                case "s", "del" -> new Look(bold, italic, underlined, true, raised, face, halfPoints);
                case "sup" -> new Look(bold, italic, underlined, struck, "superscript", face, halfPoints);
                case "sub" -> new Look(bold, italic, underlined, struck, "subscript", face, halfPoints);
                default -> element.hasClass("signatory") ? inFace("楷体_GB2312") : this;
            };
        }
    }

    private final Xml xml;
    private final WordPictures pictures;

    WordRuns(Xml xml, WordPictures pictures) {
        this.xml = xml;
        this.pictures = pictures;
    }

    void children(Element parent, Look look) throws XMLStreamException {
        for (Node node : parent.childNodes()) {
            write(node, look);
        }
    }

    void write(Node node, Look look) throws XMLStreamException {
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

    private void lines(String[] lines, Look look) throws XMLStreamException {
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.begin("w:r").empty("w:br").end();
            }
            text(lines[i], look);
        }
    }

    void text(String text, Look look) throws XMLStreamException {
        if (text.isEmpty()) {
            return;
        }
        xml.begin("w:r");
        properties(look);
        xml.begin("w:t", "xml:space", "preserve").text(text).end().end();
    }

    void tab() throws XMLStreamException {
        xml.begin("w:r").empty("w:tab").end();
    }

    private void properties(Look look) throws XMLStreamException {
        if (look.equals(Look.PLAIN)) {
            return;
        }
        xml.begin("w:rPr");
        if (!look.face().isEmpty()) {
            xml.empty("w:rFonts", "w:eastAsia", look.face());
        }
        flag(look.bold(), "w:b");
        flag(look.italic(), "w:i");
        flag(look.struck(), "w:strike");
        if (look.halfPoints() > 0) {
            xml.empty("w:sz", "w:val", String.valueOf(look.halfPoints()));
        }
        if (look.underlined()) {
            xml.empty("w:u", "w:val", "single");
        }
        if (!look.raised().isEmpty()) {
            xml.empty("w:vertAlign", "w:val", look.raised());
        }
        xml.end();
    }

    private void flag(boolean is, String name) throws XMLStreamException {
        if (is) {
            xml.empty(name);
        }
    }

    /** A picture that Word cannot show leaves its words. */
    private void picture(Element image, Look look) throws XMLStreamException {
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
