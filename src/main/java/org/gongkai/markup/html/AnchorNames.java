package org.gongkai.markup.html;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Assigns the ids of one body. The rule: lower case letters, digits and Han characters; every run of other characters
 * becomes one {@code -}, none at either end; an id in use gets {@code -2}, {@code -3}…; an empty one becomes
 * {@code section}. One instance serves one body.
 */
public final class AnchorNames {
    /** Ids that the templates of pages use. */
    static final Set<String> OF_PAGES = HtmlElements.names("ids-of-pages");

    /** What ids do not hold. */
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** Assigns a new id to a heading with this text. */
    public String of(String heading) {
        return claim(slug(heading));
    }

    /** Assigns an id that the author chose, made unique. */
    public String claim(String id) {
        String free = id;
        for (int number = last.getOrDefault(id, 1) + 1; OF_PAGES.contains(free) || !taken.add(free); number++) {
            free = id + "-" + number;
            last.put(id, number);
        }
        return free;
    }

    /** Every id assigned so far. */
    public Set<String> all() {
        return Set.copyOf(taken);
    }

    static String slug(String text) {
        String id = OTHERS.matcher(text).replaceAll("-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
        return id.isEmpty() ? "section" : id;
    }
}
