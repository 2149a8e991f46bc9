package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names the places of one body. The one rule for ids: lower case, letters, digits and Han kept, every run of anything
 * else one {@code -}, none at either end; a name taken already gets {@code -2}, {@code -3}…; nothing left is
 * {@code section}. One instance serves one body.
 */
public final class AnchorNames {
    /** Ids that stand in the pages around a body, see {@code templates}. */
    static final Set<String> OF_PAGES =
            Set.of("main", "elder", "size-s", "size-m", "size-l", "latest", "notices", "by-year");

    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** The id of a heading with this text, not given before. */
    public String of(String heading) {
        return claim(slug(heading));
    }

    /** An id that the writer chose, made unique. */
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

    /** Whether an id was not given yet and stands nowhere else in a page. */
    public boolean isFree(String id) {
        return !taken.contains(id) && !OF_PAGES.contains(id);
    }

    /** Every id given so far. */
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
            // Character.toLowerCase knows no locale: the same id on every machine.
            id.appendCodePoint(Character.toLowerCase(point));
        }
        return id.length() == 0 ? "section" : id.toString();
    }
}
