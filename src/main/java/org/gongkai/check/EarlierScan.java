package org.gongkai.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier builds found when they searched the files that they left for the same texts.
 *
 * @param matching the addresses of the files in which they found any; empty if not all files were searched
 */
public record EarlierScan(Optional<Set<String>> matching) {

    /** Nothing was searched. */
    public static final EarlierScan NONE = new EarlierScan(Optional.empty());

    /** Whether nothing was found in a file that an earlier build left. */
    public boolean isClean(String address) {
        return matching.isPresent() && !matching.get().contains(address);
    }

    /**
     * Returns what is known after another search.
     *
     * @param found the addresses of the files in which it found any
     * @param all whether it searched all files; if not, it may have replaced files of earlier builds
     */
    public EarlierScan and(Set<String> found, boolean all) {
        if (all) {
            return new EarlierScan(Optional.of(found));
        }
        return new EarlierScan(matching.map(before -> {
            Set<String> both = new HashSet<>(before);
            both.addAll(found);
            return both;
        }));
    }
}
