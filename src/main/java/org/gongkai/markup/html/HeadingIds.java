package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.markup.Body;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Ids and levels of all headings in sanitized HTML, determined before it is written because links may refer to later
 * headings.
 */
public final class HeadingIds {
    /** Prefix of ids that Asciidoctor generates; they are replaced by ours. */
    public static final String GENERATED = "_auto_";

    private final Map<Element, Body.Heading> byElement = new LinkedHashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    HeadingIds(Element body, AnchorNames anchors) {
        List<Element> elements =
                body.stream().filter(element -> level(element) > 0).toList();
        int shift = elements.stream().anyMatch(element -> level(element) == 1) ? 1 : 0;
        for (Element element : elements) {
            String text = text(element);
            String typed = element.attr("id");
            boolean isTyped = !typed.isEmpty() && !typed.startsWith(GENERATED);
            String id = isTyped ? anchors.claim(typed) : anchors.of(text);
            if (!isTyped) {
                renamed.put(typed, id);
                // Its own ids separate words by underscores.
                renamed.putIfAbsent(typed.replaceFirst(GENERATED, "_").replaceAll("[-_]+", "_"), id);
            }
            byElement.put(element, new Body.Heading(Math.min(6, level(element) + shift), id, text));
        }
    }

    /** Level of a heading; 0 for any other element. */
    public static int level(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) != 'r' ? name.charAt(1) - '0' : 0;
    }

    Body.Heading of(Element heading) {
        return byElement.get(heading);
    }

    List<Body.Heading> outline() {
        return List.copyOf(byElement.values());
    }

    /**
     * Returns the anchor in this body of a link that Asciidoctor generated or that names a heading
     * by its text; empty for any other link.
     */
    String ownTarget(String fragment) {
        boolean isOfNote = fragment.startsWith("_footnotedef_") || fragment.startsWith("_footnoteref_");
        String id = isOfNote ? fragment : renamed.getOrDefault(fragment, "");
        return !id.isEmpty() || isId(fragment) ? id : first(Body.Heading::text, fragment, Body.Heading::id);
    }

    boolean isId(String id) {
        return !first(Body.Heading::id, id, Body.Heading::id).isEmpty();
    }

    /** Returns the text of the heading that such a link leads to; empty if there is none. */
    String textOf(String fragment) {
        return first(Body.Heading::id, isId(fragment) ? fragment : ownTarget(fragment), Body.Heading::text);
    }

    private String first(Function<Body.Heading, String> by, String value, Function<Body.Heading, String> what) {
        return byElement.values().stream()
                .filter(heading -> by.apply(heading).equals(value))
                .findFirst()
                .map(what)
                .orElse("");
    }

    /** Footnote numbers are no part of the text. */
    private static String text(Element heading) {
        Element words = heading.clone();
        words.getElementsByTag("sup").remove();
        return words.nodeStream(TextNode.class)
                .map(TextNode::getWholeText)
                .collect(Collectors.joining())
                .strip()
                .replace('\n', ' ');
    }
}
