package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.html.clean.HtmlEvent;

/**
 * Ids and levels of all headings in sanitized HTML, determined before it is written because links may refer to later
 * headings.
 */
public final class HeadingIds {
    /** Prefix of ids that Asciidoctor generates; they are replaced by ours. */
    public static final String GENERATED = "_auto_";

    private final Map<Integer, Body.Heading> byIndex = new HashMap<>();
    private final List<Body.Heading> outline = new ArrayList<>();
    private final Map<String, String> renamed = new HashMap<>();

    private final Map<Integer, List<String>> aliases = new HashMap<>();
    private final Map<String, Body.Heading> byAlias = new HashMap<>();
    private final Set<String> typed = new HashSet<>();

    HeadingIds(List<HtmlEvent> events, AnchorNames anchors, HtmlBody.Source source) {
        int shift = events.stream().anyMatch(e -> e.headingLevel() == 1) ? 1 : 0;
        for (int i = 0; i < events.size(); i++) {
            HtmlEvent event = events.get(i);
            if (event.headingLevel() == 0) {
                continue;
            }
            String text = text(events, i, event.value());
            String typed = event.attribute("id");
            boolean isTyped = !typed.isEmpty() && !typed.startsWith(GENERATED);
            String id = isTyped ? anchors.claim(typed) : anchors.of(text);
            if (!isTyped) {
                renamed.put(typed, id);
            }
            Body.Heading heading = new Body.Heading(Math.min(6, event.headingLevel() + shift), id, text);
            byIndex.put(i, heading);
            outline.add(heading);
        }
        alias(events, anchors, source);
    }

    /** Assigns alias ids to headings once all ids are known. */
    private void alias(List<HtmlEvent> events, AnchorNames anchors, HtmlBody.Source source) {
        events.forEach(event -> typed.add(event.attribute("id")));
        AnchorAliases names = new AnchorAliases();
        for (int i = 0; i < events.size(); i++) {
            Body.Heading heading = byIndex.get(i);
            if (heading == null) {
                continue;
            }
            List<String> given =
                    switch (source) {
                        case MARKDOWN -> names.ofMarkdown(heading.text(), heading.id());
                        case ASCIIDOC -> AnchorAliases.ofAsciiDoc(events.get(i).attribute("id"), heading.id());
                        case HTML -> AnchorAliases.ofTyped(heading.id());
                    };
            List<String> free = claim(given, anchors);
            free.forEach(name -> byAlias.put(name, heading));
            aliases.put(i, free);
        }
    }

    /** Claims and returns those aliases that are unused in the body. */
    List<String> claim(List<String> names, AnchorNames anchors) {
        List<String> free = names.stream()
                .filter(name -> anchors.isFree(name) && !typed.contains(name))
                .toList();
        free.forEach(anchors::claim);
        return free;
    }

    /** Aliases of the heading at an index. */
    List<String> aliases(int index) {
        return aliases.getOrDefault(index, List.of());
    }

    Body.Heading at(int index) {
        return byIndex.get(index);
    }

    List<Body.Heading> outline() {
        return outline;
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
        return outline.stream()
                .filter(heading -> heading.text().equals(fragment))
                .map(Body.Heading::id)
                .findFirst()
                .orElse("");
    }

    boolean isId(String id) {
        return outline.stream().anyMatch(heading -> heading.id().equals(id));
    }

    /** Returns the text of the heading that a fragment names by its text or an alias; empty if there is none. */
    String textOf(String fragment) {
        return byAlias.containsKey(fragment)
                ? byAlias.get(fragment).text()
                : outline.stream().anyMatch(heading -> heading.text().equals(fragment)) ? fragment : "";
    }

    private static String text(List<HtmlEvent> events, int from, String name) {
        StringBuilder text = new StringBuilder();
        int notes = 0;
        for (int i = from + 1; i < events.size() && !events.get(i).closes(name); i++) {
            HtmlEvent event = events.get(i);
            // Footnote numbers are no part of the text.
            notes += event.opens("sup") ? 1 : 0;
            notes -= event.closes("sup") ? 1 : 0;
            if (event.kind() == HtmlEvent.Kind.TEXT && notes <= 0) {
                text.append(event.value());
            }
        }
        return text.toString().strip().replace('\n', ' ');
    }
}
