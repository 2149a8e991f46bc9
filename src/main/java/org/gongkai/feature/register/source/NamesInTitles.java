package org.gongkai.feature.register.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds names in titles, in time that grows with the length of all titles and not with how many names there are. */
final class NamesInTitles {

    /** The beginnings of names: each leads to those that are a character longer. */
    private static final class Beginning {
        private final Map<Character, Beginning> next = new HashMap<>();
        private String name;
    }

    private NamesInTitles() {}

    /** Returns for each name the index of the last title that holds it; names that no title holds are absent. */
    static Map<String, Integer> last(Collection<String> names, List<String> titles) {
        Beginning root = new Beginning();
        for (String name : names) {
            Beginning at = root;
            for (char c : name.toCharArray()) {
                at = at.next.computeIfAbsent(c, k -> new Beginning());
            }
            at.name = name;
        }
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            for (int start = 0; start < title.length(); start++) {
                Beginning at = root.next.get(title.charAt(start));
                for (int end = start + 1; at != null; end++) {
                    if (at.name != null) {
                        found.put(at.name, i);
                    }
                    at = end < title.length() ? at.next.get(title.charAt(end)) : null;
                }
            }
        }
        return found;
    }
}
