package org.gongkai.site.address;

import java.util.Map;
import java.util.Set;
import org.gongkai.site.Item;

/**
 * Previous addresses and paths of entries, from the git history.
 *
 * @param addresses entries by their previous addresses
 * @param paths current paths of sources by their previous paths; two entries may have had the same path
 */
public record PreviousPaths(Map<String, Item> addresses, Map<String, Set<String>> paths) {

    /** No previous addresses or paths. */
    public static final PreviousPaths NONE = new PreviousPaths(Map.of(), Map.of());

    public PreviousPaths {
        addresses = Map.copyOf(addresses);
        paths = Map.copyOf(paths);
    }
}
