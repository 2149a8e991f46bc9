package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<Element, List<String>> aliases = new HashMap<>();
    private final Map<String, Body.Heading> byAlias = new HashMap<>();
    private final Set<String> typed;

    HeadingIds(Element body, AnchorNames anchors, HtmlBody.Source source) {
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
            }
            byElement.put(element, new Body.Heading(Math.min(6, level(element) + shift), id, text));
        }
        typed = body.stream().map(Element::id).collect(Collectors.toSet());
        alias(anchors, source);
    }

    /** Level of a heading; 0 for any other element. */
    static int level(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) != 'r' ? name.charAt(1) - '0' : 0;
    }

    /** Assigns alias ids to headings once all ids are known. */
    private void alias(AnchorNames anchors, HtmlBody.Source source) {
        if (byElement.isEmpty()) {
            return;
        }
        AnchorAliases names = new AnchorAliases();
        byElement.forEach((element, heading) -> {
            List<String> given =
                    switch (source) {
                        case MARKDOWN -> names.ofMarkdown(heading.text(), heading.id());
                        case ASCIIDOC -> AnchorAliases.ofAsciiDoc(element.id(), heading.id());
                        case HTML -> AnchorAliases.ofTyped(heading.id());
                    };
            List<String> free = claim(given, anchors);
            free.forEach(name -> byAlias.put(name, heading));
            aliases.put(element, free);
        });
    }

    /** Claims and returns those aliases that are unused in the body. */
    List<String> claim(List<String> names, AnchorNames anchors) {
        List<String> free = names.stream()
                .filter(name -> anchors.isFree(name) && !typed.contains(name))
                .toList();
        free.forEach(anchors::claim);
        return free;
    }

    List<String> aliases(Element heading) {
        return aliases.get(heading);
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
        if (fragment.startsWith("_footnotedef_") || fragment.startsWith("_footnoteref_")) {
            return fragment;
        }
        String id = renamed.getOrDefault(fragment, "");
        if (!id.isEmpty() || isId(fragment)) {
            return id;
        }
        if (byAlias.containsKey(fragment)) {
            return byAlias.get(fragment).id();
        }
        return byText(fragment).map(Body.Heading::id).orElse("");
    }

    boolean isId(String id) {
        return byElement.values().stream().anyMatch(heading -> heading.id().equals(id));
    }

    /** Returns the text of the heading that a fragment names by its text or an alias; empty if there is none. */
    String textOf(String fragment) {
        return Optional.ofNullable(byAlias.get(fragment))
                .or(() -> byText(fragment))
                .map(Body.Heading::text)
                .orElse("");
    }

    private Optional<Body.Heading> byText(String text) {
        return byElement.values().stream()
                .filter(heading -> heading.text().equals(text))
                .findFirst();
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
