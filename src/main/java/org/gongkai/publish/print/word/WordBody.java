package org.gongkai.publish.print.word;

import java.util.List;
import java.util.Map;
import org.gongkai.io.TextResource;
import org.gongkai.publish.print.Xml;
import org.gongkai.publish.print.word.WordRuns.Look;
import org.gongkai.publish.print.word.WordRuns.Property;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the text of a paper, block by block. */
final class WordBody {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /** The width of a sheet of text in twentieths of a point. */
    static final int WIDTH = 8844;

    private static final String NORMAL = "Normal";
    private static final String FLUSH = "Flush";

    private static final Map<String, String> HEADINGS = Map.of(
            "h1", "Title", "h2", "Heading1", "h3", "Heading2", "h4", "Heading3", "h5", "Heading4", "h6", "Heading4");
    private static final Map<String, String> STYLES =
            Map.of("recipients", FLUSH, "annex-label", "AnnexLabel", "annex-title", "Title", "mark", "Mark");

    /** The width of a character of the text in twentieths of a point. */
    private static final int CHARACTER = 315;

    /** The size of a title in points. */
    private static final int TITLE = 22;

    /** 22 lines in 225 mm; the styles set 28 characters of 16 points closer, so that they fit 156 mm. */
    private static final String SECTION = TextResource.of(WordBody.class, "section.xml");

    private final Xml xml = new Xml();
    private final WordLists lists;
    private final WordRuns runs;
    private final TableBody tables;

    WordBody(WordPictures pictures, WordLists lists) {
        this.runs = new WordRuns(xml, pictures);
        this.lists = lists;
        this.tables = new TableBody(this, xml, runs);
    }

    String write(Document paper) {
        xml.raw(TextResource.of(WordBody.class, "document.xml").formatted(NAMESPACE, PICTURES));
        xml.begin("w:body");
        blocks(paper.selectFirst("article"), NORMAL);
        return xml.raw(SECTION).end().raw("</w:document>").toString();
    }

    static boolean isBlock(Node node) {
        return node instanceof Element element && element.isBlock();
    }

    void blocks(Element parent, String style) {
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                block(element, style);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                runs.paragraph(style, () -> runs.write(text, Look.PLAIN));
            }
        }
    }

    private void block(Element element, String style) {
        String special = STYLES.entrySet().stream()
                .filter(known -> element.hasClass(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (element.hasClass("mark")) {
            int points = element.attr("style").matches("font-size: [0-9]{1,3}pt")
                    ? Integer.parseInt(element.attr("style").replaceAll("\\D", ""))
                    : TITLE;
            Look look = Look.PLAIN.with(Property.SIZE, String.valueOf(points * 2));
            runs.paragraph("Mark", () -> runs.children(element, look));
            runs.empty(FLUSH, 1);
        } else if (special != null) {
            runs.paragraph(special, element);
            if (!special.equals(FLUSH)) {
                runs.empty(FLUSH, 1);
            }
        } else if (element.hasClass("number")) {
            number(element);
        } else if (element.hasClass("annexes")) {
            runs.empty(NORMAL, 1);
            annexes(element.select("li"));
        } else if (element.hasClass("signature")) {
            runs.empty(NORMAL, 1);
            signature(element.select("p"));
        } else if (element.hasClass("imprint")) {
            runs.empty(FLUSH, 1);
            for (Element line : element.select("p")) {
                runs.paragraph("Imprint", () -> apart(line));
            }
        } else {
            ordinary(element, style);
        }
    }

    /** Writes the number of the document. */
    private void number(Element line) {
        runs.empty(FLUSH, 1);
        runs.begin("DocumentNumber");
        if (line.hasClass("number-up")) {
            xml.empty("w:ind", "w:left", "316").empty("w:jc", "w:val", "left");
        }
        xml.end();
        apart(line);
        xml.end();
        runs.empty(FLUSH, 2);
    }

    /** The parts of a line, the last at its right end. */
    private void apart(Element line) {
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

    private void annexes(List<Element> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = (i == 0 ? "附件：" : "　　　") + names.get(i).text();
            runs.paragraph("AnnexName", () -> runs.text(name, Look.PLAIN));
        }
    }

    /** The day begins two characters after the name; what is longer ends two characters before the edge. */
    private void signature(List<Element> lines) {
        double name = lines.isEmpty() ? 0 : width(lines.get(0).text());
        double day = lines.size() > 1 ? width(lines.get(1).text()) + 2 : 0;
        long left = WIDTH - Math.round((2 + Math.max(name, day)) * CHARACTER);
        for (int i = 0; i < lines.size(); i++) {
            runs.begin("Signature")
                    .empty("w:ind", "w:left", Math.max(0, left) + i * 2 * CHARACTER)
                    .end();
            runs.children(lines.get(i), Look.PLAIN);
            xml.end();
        }
    }

    private static double width(String text) {
        return text.chars().mapToDouble(c -> c < 0x2000 ? .5 : 1).sum();
    }

    private void ordinary(Element element, String style) {
        String name = element.normalName();
        if (HEADINGS.containsKey(name)) {
            runs.paragraph(HEADINGS.get(name), element);
            if (name.equals("h1")) {
                runs.empty(FLUSH, 1);
            }
            return;
        }
        switch (name) {
            case "ul", "ol" -> list(element, style);
            case "dl" -> definitions(element, style);
            case "table" -> tables.write(element);
            case "img" -> runs.paragraph("Picture", () -> runs.write(element, Look.PLAIN));
            case "figcaption" -> runs.paragraph("Caption", element);
            case "hr", "style", "script" -> {}
            default -> {
                if (element.children().stream().anyMatch(WordBody::isBlock)) {
                    blocks(element, style);
                } else if (element.hasText() || element.selectFirst("img") != null) {
                    boolean alone = !element.hasText();
                    runs.paragraph(element.hasClass("title") ? "Caption" : alone ? "Picture" : style, element);
                }
            }
        }
    }

    private void list(Element list, String style) {
        int id = lists.add(list);
        for (Element item : list.children()) {
            runs.begin(style).begin("w:numPr").empty("w:ilvl", "w:val", "0").empty("w:numId", "w:val", id);
            xml.end().end();
            boolean begun = false;
            for (Node node : item.childNodes()) {
                if (!begun && !isBlock(node)) {
                    runs.write(node, Look.PLAIN);
                } else if (!begun && node.nameIs("p")) {
                    runs.children((Element) node, Look.PLAIN);
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
    private void definitions(Element list, String style) {
        for (Element term : list.select("dt")) {
            Element meaning = term.nextElementSibling();
            Look bold = Look.PLAIN.with(Property.FACE, "黑体");
            if (list.hasClass("facts") && meaning != null && meaning.selectFirst("ol, ul") == null) {
                runs.paragraph(style, () -> {
                    runs.text(term.text() + "：", bold);
                    runs.children(meaning, Look.PLAIN);
                });
                continue;
            }
            runs.paragraph(style, () -> runs.text(term.text() + (list.hasClass("facts") ? "：" : ""), bold));
            for (Element next = meaning;
                    next != null && next.normalName().equals("dd");
                    next = next.nextElementSibling()) {
                ordinary(next, style);
            }
        }
    }
}
