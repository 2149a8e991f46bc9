package org.gongkai.publish.print.word;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.gongkai.publish.print.word.WordBody.Paragraphs;
import org.gongkai.publish.print.word.WordRuns.Look;
import org.jsoup.nodes.Element;

/** Writes what a paper has besides its text: the number of the document, the names of annexes, and the signature. */
record PaperParts(Xml xml, WordRuns runs, Paragraphs paragraphs) {

    /** The width of a character of the text in twentieths of a point. */
    private static final int CHARACTER = 315;

    void number(Element line) throws XMLStreamException {
        paragraphs.empty(WordBody.FLUSH, 1);
        boolean up = line.hasClass("number-up");
        xml.begin("w:p").begin("w:pPr").empty("w:pStyle", "w:val", "DocumentNumber");
        if (up) {
            xml.empty("w:ind", "w:left", "316").empty("w:jc", "w:val", "left");
        }
        xml.end();
        apart(line);
        xml.end();
        paragraphs.empty(WordBody.FLUSH, 2);
    }

    /** The parts of a line, the last at its right end. */
    void apart(Element line) throws XMLStreamException {
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

    void annexes(List<Element> names) throws XMLStreamException {
        for (int i = 0; i < names.size(); i++) {
            String label = i == 0 ? "附件：" : "　　　";
            String name = names.get(i).text();
            paragraphs.paragraph("AnnexName", () -> runs.text(label + name, Look.PLAIN));
        }
    }

    /** The day begins two characters after the name; what is longer ends two characters before the edge. */
    void signature(List<Element> lines) throws XMLStreamException {
        double name = lines.isEmpty() ? 0 : width(lines.get(0).text());
        double day = lines.size() > 1 ? width(lines.get(1).text()) + 2 : 0;
        long left = WordBody.WIDTH - Math.round((2 + Math.max(name, day)) * CHARACTER);
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
}
