package org.gongkai.site;

import java.util.Map;
import java.util.Set;

/**
 * Where entries were before they were moved, as far as git knows.
 *
 * @param addresses entries by the addresses that their pages had
 * @param paths paths of the sources of today by those that they had; two entries may have had the same
 */
public record FormerPlaces(Map<String, Item> addresses, Map<String, Set<String>> paths) {

    /** Nothing is known of former places. */
    public static final FormerPlaces NONE = new FormerPlaces(Map.of(), Map.of());

    public FormerPlaces {
        addresses = Map.copyOf(addresses);
        paths = Map.copyOf(paths);
    }
}
