package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A section of a marked body: from an uppermost heading or from the beginning of an article (第N条) to the next. The
 * old and the new words of an article that was rewritten are one section; removed sections follow the one in which they
 * stand.
 *
 * @param name the heading or the number of the article; empty before the first
 */
record MarkedSection(Kind kind, String name, List<Element> elements) {

    /** The beginning of an article of a rule. */
    private static final Pattern NUMBER = Pattern.compile("^第[〇零一二三四五六七八九十百0-9]{1,6}条");

    /** How a section begins. */
    enum Kind {
        OPENING,
        HEADED,
        ARTICLE,
        /** With a heading that is gone. */
        REMOVED
    }

    private MarkedSection(Kind kind, String name) {
        this(kind, name, new ArrayList<>());
    }

    /** Divides a body. */
    static List<MarkedSection> of(Element body) {
        List<Element> elements = blocks(body).toList();
        String top = IntStream.rangeClosed(1, 6)
                .mapToObj(level -> "h" + level)
                .filter(name -> elements.stream().anyMatch(element -> element.nameIs(name)))
                .findFirst()
                .orElse("");
        List<MarkedSection> sections = new ArrayList<>(List.of(new MarkedSection(Kind.OPENING, "")));
        List<MarkedSection> removed = new ArrayList<>();
        Map<String, MarkedSection> rewritten = new HashMap<>();
        MarkedSection current = sections.get(0);
        boolean gone = false;
        for (Element element : elements) {
            gone &= element.hasClass("removed");
            if (element.hasClass("removed") && element.selectFirst("> strong > del") != null) {
                gone = true;
                removed.add(new MarkedSection(Kind.REMOVED, words(element, ".vh")));
            }
            if (gone) {
                removed.get(removed.size() - 1).elements.add(element);
                continue;
            }
            String article = article(element);
            if (element.nameIs(top)) {
                sections.addAll(removed);
                removed.clear();
                rewritten.clear();
                current = new MarkedSection(Kind.HEADED, words(element, "del"));
                sections.add(current);
            } else if (isAdded(element) && rewritten.containsKey(article)) {
                current = rewritten.remove(article);
            } else if (!article.isEmpty()) {
                current = new MarkedSection(Kind.ARTICLE, article);
                sections.add(current);
                if (element.hasClass("removed")) {
                    rewritten.put(article, current);
                }
            }
            current.elements.add(element);
        }
        sections.addAll(removed);
        return sections;
    }

    /** AsciiDoc puts sections into boxes. */
    private static Stream<Element> blocks(Element container) {
        return container.children().stream()
                .flatMap(element -> element.is("div[class^=sect], #preamble") ? blocks(element) : Stream.of(element));
    }

    /** Whether a block is new as a whole. */
    static boolean isAdded(Element block) {
        return block.is(".added, .paragraph:has(> .added)");
    }

    /**
     * Returns the number of the article that begins with a block, its present one if it has two; empty if none does.
     */
    private static String article(Element block) {
        return Stream.of("del", "ins")
                .map(hidden -> NUMBER.matcher(words(block, hidden)))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
    }

    /** Returns the words of a block without the elements that a selector names, and without those of the marks. */
    static String words(Element block, String hidden) {
        Element copy = block.clone();
        copy.select(hidden + ", .vh, .change-no, .change-note").remove();
        return copy.text().strip();
    }
}
