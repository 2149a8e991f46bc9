package org.gongkai.site.address;

import java.util.Map;
import java.util.Set;
import org.gongkai.site.Item;

/**
 * Where entries were before they were moved, as far as git knows.
 *
 * @param addresses entries by the addresses that their pages had
 * @param paths paths of the sources of today by those that they had; two entries may have had the same
 */
public record PreviousPaths(Map<String, Item> addresses, Map<String, Set<String>> paths) {

    /** Nothing is known of former places. */
    public static final PreviousPaths NONE = new PreviousPaths(Map.of(), Map.of());

    public PreviousPaths {
        addresses = Map.copyOf(addresses);
        paths = Map.copyOf(paths);
    }
}
