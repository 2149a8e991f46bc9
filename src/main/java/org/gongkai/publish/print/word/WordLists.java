package org.gongkai.publish.print.word;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.io.TextResource;
import org.gongkai.publish.print.Xml;
import org.jsoup.nodes.Element;

/** The lists of a paper: each has its own numbers, which Word counts. */
final class WordLists {

    private static final int NUMBERED = 1;
    private static final int MARKED = 2;
    private static final String DEFINITION = TextResource.of(WordLists.class, "list.xml");

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
    String numbering() {
        Xml xml = new Xml();
        xml.begin("w:numbering", "xmlns:w", WordBody.NAMESPACE);
        xml.raw(DEFINITION.formatted(NUMBERED, "decimal", "%1．")).raw(DEFINITION.formatted(MARKED, "bullet", "●"));
        for (int i = 0; i < lists.size(); i++) {
            Numbers list = lists.get(i);
            xml.begin("w:num", "w:numId", i + 1);
            xml.empty("w:abstractNumId", "w:val", list.isNumbered() ? NUMBERED : MARKED);
            if (list.isNumbered()) {
                xml.begin("w:lvlOverride", "w:ilvl", "0");
                xml.empty("w:startOverride", "w:val", list.start()).end();
            }
            xml.end();
        }
        return xml.end().toString();
    }
}
