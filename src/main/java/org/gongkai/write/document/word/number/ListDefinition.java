package org.gongkai.write.document.word.number;

import java.util.List;
import java.util.Map;

/**
 * A list that paragraphs belong to.
 *
 * @param id its id
 * @param counters the id of the definition whose numbers it continues; lists with the same one count on together
 * @param levels its levels from the highest one
 * @param starts the levels, from 0, that start with a number of their own when this list is used for the first time
 */
public record ListDefinition(String id, String counters, List<ListLevel> levels, Map<Integer, Integer> starts) {

    public ListDefinition {
        levels = List.copyOf(levels);
        starts = Map.copyOf(starts);
    }

    /** Stands for a list that paragraphs name and the document does not define. */
    public static ListDefinition undefined(String id) {
        return new ListDefinition(id, id, List.of(), Map.of());
    }

    /** A level, which may be one that is not defined. */
    public ListLevel level(int index) {
        return index >= 0 && index < levels.size() ? levels.get(index) : ListLevel.UNDEFINED;
    }
}
