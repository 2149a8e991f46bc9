package org.gongkai.publish.print.word;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Element;

/** The lists of a paper: each has its own numbers, which Word counts. */
final class WordLists {

    private static final int NUMBERED = 1;
    private static final int MARKED = 2;

    /** A list: whether it is numbered, and from which number. */
    private record Numbers(boolean isNumbered, int start) {}

    private final List<Numbers> lists = new ArrayList<>();

    /** Returns the number of a list within the document, from 1. */
    int add(Element list) {
        String start = list.attr("start");
        lists.add(
                new Numbers(list.normalName().equals("ol"), start.matches("[0-9]{1,4}") ? Integer.parseInt(start) : 1));
        return lists.size();
    }

    /** Returns the part of the file that defines them. */
    String numbering() throws XMLStreamException {
        Xml xml = new Xml();
        xml.begin("w:numbering", "xmlns:w", WordBody.NAMESPACE);
        define(xml, NUMBERED, "decimal", "%1．");
        define(xml, MARKED, "bullet", "●");
        for (int i = 0; i < lists.size(); i++) {
            Numbers list = lists.get(i);
            xml.begin("w:num", "w:numId", String.valueOf(i + 1));
            xml.empty("w:abstractNumId", "w:val", String.valueOf(list.isNumbered() ? NUMBERED : MARKED));
            if (list.isNumbered()) {
                xml.begin("w:lvlOverride", "w:ilvl", "0");
                xml.empty("w:startOverride", "w:val", String.valueOf(list.start()))
                        .end();
            }
            xml.end();
        }
        return xml.end().toString();
    }

    private static void define(Xml xml, int id, String format, String text) throws XMLStreamException {
        xml.begin("w:abstractNum", "w:abstractNumId", String.valueOf(id));
        xml.empty("w:multiLevelType", "w:val", "singleLevel").begin("w:lvl", "w:ilvl", "0");
        xml.empty("w:start", "w:val", "1").empty("w:numFmt", "w:val", format).empty("w:suff", "w:val", "nothing");
        xml.empty("w:lvlText", "w:val", text).empty("w:lvlJc", "w:val", "left");
        xml.begin("w:pPr")
                .empty("w:ind", "w:left", "0", "w:firstLineChars", "200", "w:firstLine", "632")
                .end();
        xml.end().end();
    }
}
