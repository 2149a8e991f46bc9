package org.gongkai.publish.print.word;

import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.gongkai.publish.print.word.WordRuns.Look;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the text of a paper, block by block. */
final class WordBody {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    static final String NORMAL = "Normal";
    static final String FLUSH = "Flush";

    private static final Map<String, String> HEADINGS = Map.of(
            "h1", "Title", "h2", "Heading1", "h3", "Heading2", "h4", "Heading3", "h5", "Heading4", "h6", "Heading4");

    private static final Map<String, String> STYLES =
            Map.of("recipients", FLUSH, "annex-label", "AnnexLabel", "annex-title", "Title", "mark", "Mark");

    static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "table",
            "div",
            "section",
            "article",
            "figure",
            "blockquote",
            "pre",
            "header",
            "figcaption");

    /** The width of a sheet of text in twentieths of a point. */
    static final int WIDTH = 8844;

    /** The size of a title in points. */
    private static final int TITLE = 22;

    private final Xml xml;
    private final WordRuns runs;
    private final WordLists lists;
    private final Paragraphs paragraphs;
    private final PaperParts parts;
    private final TableBody tables;

    WordBody(WordPictures pictures, WordLists lists) throws XMLStreamException {
        this.xml = new Xml();
        this.runs = new WordRuns(xml, pictures);
        this.lists = lists;
        this.paragraphs = new Paragraphs(xml);
        this.parts = new PaperParts(xml, runs, paragraphs);
        this.tables = new TableBody(this, xml, runs, paragraphs);
    }

    String write(Document paper) throws XMLStreamException {
        xml.begin(
                "w:document",
                "xmlns:w",
                NAMESPACE,
                "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
                "xmlns:pic",
                PICTURES);
        xml.begin("w:body");
        blocks(paper.selectFirst("article"), NORMAL);
        xml.begin("w:sectPr");
        xml.empty("w:footerReference", "w:type", "default", "r:id", "footer-odd");
        xml.empty("w:footerReference", "w:type", "even", "r:id", "footer-even");
        xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
        xml.empty(
                "w:pgMar",
                "w:top",
                "2098",
                "w:right",
                "1474",
                "w:bottom",
                "1984",
                "w:left",
                "1588",
                "w:header",
                "851",
                "w:footer",
                "1400",
                "w:gutter",
                "0");
        // 22 lines in 225 mm; the styles set 28 characters of 16 points closer, so that they fit 156 mm.
        xml.empty("w:docGrid", "w:type", "lines", "w:linePitch", "579");
        return xml.end().end().end().toString();
    }

    void blocks(Element parent, String style) throws XMLStreamException {
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                block(element, style);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                paragraphs.paragraph(style, () -> runs.write(text, Look.PLAIN));
            }
        }
    }

    private void block(Element element, String style) throws XMLStreamException {
        String special = STYLES.entrySet().stream()
                .filter(known -> element.hasClass(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (element.hasClass("mark")) {
            int points = element.attr("style").matches("font-size: [0-9]{1,3}pt")
                    ? Integer.parseInt(element.attr("style").replaceAll("\\D", ""))
                    : TITLE;
            paragraphs.paragraph("Mark", () -> runs.children(element, Look.PLAIN.sized(points * 2)));
            paragraphs.empty(FLUSH, 1);
        } else if (special != null) {
            paragraphs.paragraph(special, () -> runs.children(element, Look.PLAIN));
            if (!special.equals(FLUSH)) {
                paragraphs.empty(FLUSH, 1);
            }
        } else if (element.hasClass("number")) {
            parts.number(element);
        } else if (element.hasClass("annexes")) {
            paragraphs.empty(NORMAL, 1);
            parts.annexes(element.select("li"));
        } else if (element.hasClass("signature")) {
            paragraphs.empty(NORMAL, 1);
            parts.signature(element.select("p"));
        } else if (element.hasClass("imprint")) {
            paragraphs.empty(FLUSH, 1);
            for (Element line : element.select("p")) {
                paragraphs.paragraph("Imprint", () -> parts.apart(line));
            }
        } else {
            ordinary(element, style);
        }
    }

    private void ordinary(Element element, String style) throws XMLStreamException {
        String name = element.normalName();
        if (HEADINGS.containsKey(name)) {
            paragraphs.paragraph(HEADINGS.get(name), () -> runs.children(element, Look.PLAIN));
            if (name.equals("h1")) {
                paragraphs.empty(FLUSH, 1);
            }
            return;
        }
        switch (name) {
            case "ul", "ol" -> list(element, style);
            case "dl" -> definitions(element, style);
            case "table" -> tables.write(element);
            case "img" -> paragraphs.paragraph("Picture", () -> runs.write(element, Look.PLAIN));
            case "figcaption" -> paragraphs.paragraph("Caption", () -> runs.children(element, Look.PLAIN));
            case "hr", "style", "script" -> {}
            default -> {
                if (element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()))) {
                    blocks(element, style);
                } else if (element.hasText() || element.selectFirst("img") != null) {
                    boolean alone = !element.hasText();
                    String own = element.hasClass("title") ? "Caption" : alone ? "Picture" : style;
                    paragraphs.paragraph(own, () -> runs.children(element, Look.PLAIN));
                }
            }
        }
    }

    private void list(Element list, String style) throws XMLStreamException {
        int id = lists.add(list);
        for (Element item : list.children()) {
            xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", style);
            xml.begin("w:numPr").empty("w:ilvl", "w:val", "0").empty("w:numId", "w:val", String.valueOf(id));
            xml.end().end();
            boolean begun = false;
            for (Node node : item.childNodes()) {
                boolean isBlock = node instanceof Element child && BLOCKS.contains(child.normalName());
                if (!isBlock && !begun) {
                    runs.write(node, Look.PLAIN);
                } else if (node instanceof Element first && first.normalName().equals("p") && !begun) {
                    runs.children(first, Look.PLAIN);
                    xml.end();
                    begun = true;
                } else {
                    if (!begun) {
                        xml.end();
                        begun = true;
                    }
                    if (node instanceof Element child) {
                        block(child, style);
                    }
                }
            }
            if (!begun) {
                xml.end();
            }
        }
    }

    /** A term and what it means; in the facts of a paper, both in one line. */
    private void definitions(Element list, String style) throws XMLStreamException {
        for (Element term : list.select("dt")) {
            Element meaning = term.nextElementSibling();
            Look bold = Look.PLAIN.inFace("黑体");
            if (list.hasClass("facts") && meaning != null && meaning.selectFirst("ol, ul") == null) {
                paragraphs.paragraph(style, () -> {
                    runs.text(term.text() + "：", bold);
                    runs.children(meaning, Look.PLAIN);
                });
                continue;
            }
            paragraphs.paragraph(style, () -> runs.text(term.text() + (list.hasClass("facts") ? "：" : ""), bold));
            for (Element next = meaning;
                    next != null && next.normalName().equals("dd");
                    next = next.nextElementSibling()) {
                ordinary(next, style);
            }
        }
    }

    /** Writes paragraphs of the styles of the file. */
    record Paragraphs(Xml xml) {

        void empty(String style, int lines) throws XMLStreamException {
            for (int i = 0; i < lines; i++) {
                paragraph(style, () -> {});
            }
        }

        /** Writes what stands in a paragraph. */
        interface Content {
            void write() throws XMLStreamException;
        }

        void paragraph(String style, Content content) throws XMLStreamException {
            xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", style).end();
            content.write();
            xml.end();
        }
    }
}
