package org.gongkai.markup;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names the places of one body. The one rule for ids: lower case, letters, digits and Han kept, every run of anything
 * else one {@code -}, none at either end; a name taken already gets {@code -2}, {@code -3}…; nothing left is
 * {@code section}. One instance serves one body.
 */
final class Anchors {
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** The id of a heading with this text, not given before. */
    String of(String heading) {
        return claim(slug(heading));
    }

    /** An id that the writer chose, made unique. */
    String claim(String id) {
        if (taken.add(id)) {
            return id;
        }
        int number = last.getOrDefault(id, 1) + 1;
        while (!taken.add(id + "-" + number)) {
            number++;
        }
        last.put(id, number);
        return id + "-" + number;
    }

    /** Every id given so far. */
    Set<String> all() {
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
