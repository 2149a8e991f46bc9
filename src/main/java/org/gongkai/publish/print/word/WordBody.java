package org.gongkai.publish.print.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String NORMAL = "Normal";
    private static final String FLUSH = "Flush";
    private static final String TABLE_TEXT = "TableText";

    private static final Map<String, String> HEADINGS = Map.of(
            "h1", "Title", "h2", "Heading1", "h3", "Heading2", "h4", "Heading3", "h5", "Heading4", "h6", "Heading4");

    private static final Map<String, String> STYLES =
            Map.of("recipients", FLUSH, "annex-label", "AnnexLabel", "annex-title", "Title", "mark", "Mark");

    private static final Set<String> BLOCKS = Set.of(
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
    private static final int WIDTH = 8844;

    /** The width of a character of the text in the same unit. */
    private static final int CHARACTER = 315;

    /** The size of a title in points. */
    private static final int TITLE = 22;

    private final Xml xml;
    private final WordRuns runs;
    private final WordLists lists;

    WordBody(WordPictures pictures, WordLists lists) throws XMLStreamException {
        this.xml = new Xml();
        this.runs = new WordRuns(xml, pictures);
        this.lists = lists;
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

    private void blocks(Element parent, String style) throws XMLStreamException {
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                block(element, style);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                paragraph(style, () -> runs.write(text, Look.PLAIN));
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
            paragraph("Mark", () -> runs.children(element, Look.PLAIN.sized(points * 2)));
            empty(FLUSH, 1);
        } else if (special != null) {
            paragraph(special, () -> runs.children(element, Look.PLAIN));
            if (!special.equals(FLUSH)) {
                empty(FLUSH, 1);
            }
        } else if (element.hasClass("number")) {
            number(element);
        } else if (element.hasClass("annexes")) {
            empty(NORMAL, 1);
            annexes(element.select("li"));
        } else if (element.hasClass("signature")) {
            empty(NORMAL, 1);
            signature(element.select("p"));
        } else if (element.hasClass("imprint")) {
            empty(FLUSH, 1);
            for (Element line : element.select("p")) {
                paragraph("Imprint", () -> apart(line));
            }
        } else {
            ordinary(element, style);
        }
    }

    private void ordinary(Element element, String style) throws XMLStreamException {
        String name = element.normalName();
        if (HEADINGS.containsKey(name)) {
            paragraph(HEADINGS.get(name), () -> runs.children(element, Look.PLAIN));
            if (name.equals("h1")) {
                empty(FLUSH, 1);
            }
            return;
        }
        switch (name) {
            case "ul", "ol" -> list(element, style);
            case "dl" -> definitions(element, style);
            case "table" -> table(element);
            case "img" -> paragraph("Picture", () -> runs.write(element, Look.PLAIN));
            case "figcaption" -> paragraph("Caption", () -> runs.children(element, Look.PLAIN));
            case "hr", "style", "script" -> {}
            default -> {
                if (element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()))) {
                    blocks(element, style);
                } else if (element.hasText() || element.selectFirst("img") != null) {
                    boolean alone = !element.hasText();
                    String own = element.hasClass("title") ? "Caption" : alone ? "Picture" : style;
                    paragraph(own, () -> runs.children(element, Look.PLAIN));
                }
            }
        }
    }

    private void number(Element line) throws XMLStreamException {
        empty(FLUSH, 1);
        boolean up = line.hasClass("number-up");
        xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", "DocumentNumber");
        if (up) {
            xml.empty("w:ind", "w:left", "316").empty("w:jc", "w:val", "left");
        }
        xml.end();
        apart(line);
        xml.end();
        empty(FLUSH, 2);
    }

    /** The parts of a line, the last at its right end. */
    private void apart(Element line) throws XMLStreamException {
        List<Element> parts = line.select("> span");
        if (parts.isEmpty()) {
            runs.children(line, Look.PLAIN);
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                runs.tab();
            }
            runs.children(parts.get(i), Look.PLAIN);
        }
    }

    private void annexes(List<Element> names) throws XMLStreamException {
        for (int i = 0; i < names.size(); i++) {
            String label = i == 0 ? "附件：" : "　　　";
            String name = names.get(i).text();
            paragraph("AnnexName", () -> runs.text(label + name, Look.PLAIN));
        }
    }

    /** The day begins two characters after the name; what is longer ends two characters before the edge. */
    private void signature(List<Element> lines) throws XMLStreamException {
        double name = lines.isEmpty() ? 0 : width(lines.get(0).text());
        double day = lines.size() > 1 ? width(lines.get(1).text()) + 2 : 0;
        long left = WIDTH - Math.round((2 + Math.max(name, day)) * CHARACTER);
        for (int i = 0; i < lines.size(); i++) {
            Element line = lines.get(i);
            xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", "Signature");
            xml.empty("w:ind", "w:left", String.valueOf(Math.max(0, left) + i * 2 * CHARACTER));
            xml.end();
            runs.children(line, Look.PLAIN);
            xml.end();
        }
    }

    private static double width(String text) {
        return text.chars().mapToDouble(c -> c < 0x2000 ? .5 : 1).sum();
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
                paragraph(style, () -> {
                    runs.text(term.text() + "：", bold);
                    runs.children(meaning, Look.PLAIN);
                });
                continue;
            }
            paragraph(style, () -> runs.text(term.text() + (list.hasClass("facts") ? "：" : ""), bold));
            for (Element next = meaning;
                    next != null && next.normalName().equals("dd");
                    next = next.nextElementSibling()) {
                ordinary(next, style);
            }
        }
    }

    private void table(Element element) throws XMLStreamException {
        Element caption = element.selectFirst("> caption");
        if (caption != null) {
            paragraph("Caption", () -> runs.children(caption, Look.PLAIN));
        }
        WordTable table = WordTable.of(element);
        xml.begin("w:tbl").begin("w:tblPr").empty("w:tblW", "w:w", "5000", "w:type", "pct");
        xml.begin("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000");
        }
        xml.end().end().begin("w:tblGrid");
        for (int i = 0; i < table.columns(); i++) {
            xml.empty("w:gridCol", "w:w", String.valueOf(WIDTH / table.columns()));
        }
        xml.end();
        for (WordTable.Row row : table.rows()) {
            xml.begin("w:tr").begin("w:trPr").empty("w:cantSplit");
            if (row.isHead()) {
                xml.empty("w:tblHeader");
            }
            xml.end();
            for (WordTable.Cell cell : row.cells()) {
                cell(cell);
            }
            xml.end();
        }
        xml.end();
        // Word joins tables between which nothing stands.
        xml.begin("w:p")
                .begin("w:pPr")
                .empty("w:pStyle", "w:val", TABLE_TEXT)
                .end()
                .end();
    }

    private void cell(WordTable.Cell cell) throws XMLStreamException {
        Element content = cell.content();
        xml.begin("w:tc").begin("w:tcPr");
        xml.empty("w:gridSpan", "w:val", String.valueOf(cell.span()));
        if (cell.begins()) {
            xml.empty("w:vMerge", "w:val", "restart");
        } else if (content == null) {
            xml.empty("w:vMerge");
        }
        if (content != null && content.hasClass("short")) {
            xml.empty("w:noWrap");
        }
        xml.empty("w:vAlign", "w:val", "center").end();
        boolean blocks =
                content != null && content.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()));
        if (blocks) {
            blocks(content, TABLE_TEXT);
        }
        if (!blocks || content.children().last().normalName().equals("table")) {
            xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", TABLE_TEXT);
            Optional<String> side = aligned(content);
            if (side.isPresent()) {
                xml.empty("w:jc", "w:val", side.get());
            }
            xml.end();
            if (content != null && !blocks) {
                runs.children(content, content.normalName().equals("th") ? Look.PLAIN.inFace("黑体") : Look.PLAIN);
            }
            xml.end();
        }
        xml.end();
    }

    private static Optional<String> aligned(Element cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String all = cell.attr("style") + " " + cell.attr("align") + " " + cell.className();
        return all.matches(".*(?:right|\\bnum\\b).*")
                ? Optional.of("right")
                : all.matches(".*(?:center|\\bseq\\b).*") ? Optional.of("center") : Optional.empty();
    }

    private void empty(String style, int lines) throws XMLStreamException {
        for (int i = 0; i < lines; i++) {
            paragraph(style, () -> {});
        }
    }

    /** Writes what stands in a paragraph. */
    private interface Content {
        void write() throws XMLStreamException;
    }

    private void paragraph(String style, Content content) throws XMLStreamException {
        xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", style).end();
        content.write();
        xml.end();
    }
}
