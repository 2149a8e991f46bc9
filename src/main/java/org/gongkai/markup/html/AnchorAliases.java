package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.markup.HtmlEscape;

/**
 * Ids that other programs give to the headings of a body, so that links written for their pages work too: an empty
 * {@code <span>} in the heading carries each. They are assigned last and never replace another id. One
 * instance serves one body.
 */
public final class AnchorAliases {
    private final Map<String, Integer> met = new HashMap<>();

    /**
     * Returns the ids of the next heading on GitHub: lower case, only letters, digits, underscores and
     * hyphens, a hyphen for each space, {@code -1}, {@code -2}… when an id was used before.
     *
     * @param text its text
     * @param id the id that it has
     */
    public List<String> ofMarkdown(String text, String id) {
        String slug = slug(text);
        String name = slug;
        while (met.containsKey(name)) {
            name = slug + "-" + met.merge(slug, 1, Integer::sum);
        }
        met.put(name, 0);
        return with(name, id);
    }

    /**
     * Returns the ids of a heading in AsciiDoc.
     *
     * @param generated the id that Asciidoctor generated or took over
     * @param id the id that it has
     */
    public static List<String> ofAsciiDoc(String generated, String id) {
        if (!generated.startsWith(HeadingIds.GENERATED)) {
            return with("", id);
        }
        // Its own ids separate words by underscores.
        return with(("_" + generated.substring(HeadingIds.GENERATED.length())).replaceAll("[-_]+", "_"), id);
    }

    /** Returns a typed id in lower case if that differs. */
    public static List<String> ofTyped(String id) {
        return with("", id);
    }

    public static void write(StringBuilder out, String name) {
        out.append("<span");
        HtmlEscape.attribute(out, "id", name);
        out.append("></span>");
    }

    private static List<String> with(String name, String id) {
        String lower = lower(id);
        if (name.equals(id) || name.isEmpty()) {
            return lower.equals(id) ? List.of() : List.of(lower);
        }
        List<String> names = new ArrayList<>(List.of(name));
        if (!lower.equals(id) && !lower.equals(name)) {
            names.add(lower);
        }
        return names;
    }

    private static String lower(String id) {
        StringBuilder lower = new StringBuilder(id.length());
        // Character.toLowerCase does not depend on the locale.
        id.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static String slug(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == ' ') {
                slug.append('-');
            } else if (point == '-' || isWord(point)) {
                slug.appendCodePoint(Character.toLowerCase(point));
            }
        }
        return slug.toString();
    }

    /** Word characters as in Unicode regular expressions. */
    private static boolean isWord(int point) {
        return (point >= 0x4e00 && point <= 0x9fff)
                || Character.isAlphabetic(point)
                || switch (Character.getType(point)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
