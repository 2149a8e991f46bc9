package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.markup.Body;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Sets the ids and levels of all headings in sanitized HTML, before anything else, because links may refer to them. */
public final class HeadingIds {
    /** Prefix of ids that Asciidoctor generates; they are replaced by ours. */
    public static final String GENERATED = "_auto_";

    private final List<Body.Heading> outline = new ArrayList<>();
    /** The texts of headings by their ids. */
    private final Map<String, String> texts = new HashMap<>();
    /** Ids by what links in AsciiDoc call their headings: generated ids, or the texts. */
    private final Map<String, String> targets = new HashMap<>();

    HeadingIds(Element body, AnchorNames anchors) {
        List<Element> headings =
                body.stream().filter(element -> level(element) > 0).toList();
        int shift = headings.stream().anyMatch(element -> level(element) == 1) ? 1 : 0;
        for (Element heading : headings) {
            // Footnote numbers are no part of the text.
            String text = heading.nodeStream(TextNode.class)
                    .filter(words -> words.parentElement().closest("sup") == null)
                    .map(TextNode::getWholeText)
                    .collect(Collectors.joining())
                    .strip()
                    .replace('\n', ' ');
            String typed = heading.id();
            boolean isTyped = !typed.isEmpty() && !typed.startsWith(GENERATED);
            String id = isTyped ? anchors.claim(typed) : anchors.of(text);
            if (!isTyped) {
                targets.put(typed, id);
                // Its own ids separate words by underscores.
                targets.putIfAbsent(typed.replaceFirst(GENERATED, "_").replaceAll("[-_]+", "_"), id);
            }
            int level = Math.min(6, level(heading) + shift);
            outline.add(new Body.Heading(level, id, text));
            texts.put(id, text);
            HtmlBody.setFirst(heading.tagName("h" + level), "id", id);
        }
        outline.stream()
                .filter(heading -> !isId(heading.text()))
                .forEach(heading -> targets.putIfAbsent(heading.text(), heading.id()));
    }

    /** Level of a heading; 0 for any other element. */
    public static int level(Element element) {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) != 'r' ? name.charAt(1) - '0' : 0;
    }

    List<Body.Heading> outline() {
        return outline;
    }

    /**
     * Returns the anchor in this body of a link that Asciidoctor generated or that names a heading
     * by its text; empty for any other link.
     */
    String ownTarget(String fragment) {
        boolean isOfNote = fragment.startsWith("_footnotedef_") || fragment.startsWith("_footnoteref_");
        return isOfNote ? fragment : targets.getOrDefault(fragment, "");
    }

    boolean isId(String id) {
        return texts.containsKey(id);
    }

    /** Returns the text of the heading that such a link leads to; empty if there is none. */
    String textOf(String fragment) {
        return texts.getOrDefault(isId(fragment) ? fragment : ownTarget(fragment), "");
    }
}
