package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Assigns the ids of one body. The rule: lower case letters, digits and Han characters; every run of other characters
 * becomes one {@code -}, none at either end; an id in use gets {@code -2}, {@code -3}…; an empty one becomes
 * {@code section}. One instance serves one body.
 */
public final class AnchorNames {
    /** Ids that the templates of pages use. */
    static final Set<String> OF_PAGES = HtmlElements.names("ids-of-pages");

    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** Assigns a new id to a heading with this text. */
    public String of(String heading) {
        return claim(slug(heading));
    }

    /** Assigns an id that the author chose, made unique. */
    public String claim(String id) {
        if (isFree(id)) {
            taken.add(id);
            return id;
        }
        int number = last.getOrDefault(id, 1) + 1;
        while (!isFree(id + "-" + number)) {
            number++;
        }
        taken.add(id + "-" + number);
        last.put(id, number);
        return id + "-" + number;
    }

    /** Whether an id is unused in the body and in the page around it. */
    private boolean isFree(String id) {
        return !taken.contains(id) && !OF_PAGES.contains(id);
    }

    /** Every id assigned so far. */
    public Set<String> all() {
        return Set.copyOf(taken);
    }

    static String slug(String text) {
        StringBuilder id = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (!Character.isLetterOrDigit(point)) {
                gap = true;
                continue;
            }
            if (gap && id.length() > 0) {
                id.append('-');
            }
            gap = false;
            // Character.toLowerCase does not depend on the locale.
            id.appendCodePoint(Character.toLowerCase(point));
        }
        return id.length() == 0 ? "section" : id.toString();
    }
}
