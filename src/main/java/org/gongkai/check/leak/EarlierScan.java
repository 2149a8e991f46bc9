package org.gongkai.check.leak;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;

/**
 * What earlier builds found when they searched the files that they left for the same texts.
 *
 * @param matching the addresses of the files in which they found any; empty if not all files were searched
 */
public record EarlierScan(Optional<Set<String>> matching) {

    /** Nothing was searched. */
    public static final EarlierScan NONE = new EarlierScan(Optional.empty());

    private static final String RECORD = "scanned";

    /**
     * Returns what is known after another search.
     *
     * @param found the addresses of the files in which it found any
     * @param all whether it searched all files; if not, it may have replaced files of earlier builds
     */
    static EarlierScan of(EarlierScan earlier, Set<String> found, boolean all) {
        if (all) {
            return new EarlierScan(Optional.of(found));
        }
        return new EarlierScan(earlier.matching().map(before -> {
            Set<String> both = new HashSet<>(before);
            both.addAll(found);
            return both;
        }));
    }

    /** Whether nothing was found in a file that an earlier build left. */
    boolean isClean(String address) {
        return matching.isPresent() && !matching.get().contains(address);
    }

    static EarlierScan read(CacheStore records, String fingerprint) {
        return new EarlierScan(records.find(RECORD)
                .filter(in -> in.text().equals(fingerprint))
                .flatMap(in -> in.optional(() -> Set.copyOf(in.all(in::text)))));
    }

    void write(CacheStore records, String fingerprint) {
        CacheWriter out = new CacheWriter().text(fingerprint);
        out.optional(matching, addresses -> out.all(addresses, out::text));
        records.put(RECORD, out.toBytes());
    }
}
