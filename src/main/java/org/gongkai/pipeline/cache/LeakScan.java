package org.gongkai.pipeline.cache;

import java.util.Optional;
import java.util.Set;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.LeakSearch;
import org.gongkai.check.LeakSearch.EarlierScan;
import org.gongkai.output.Output;

/** The search for leaks in the files of a site, but for those in which an earlier build has found none. */
public final class LeakScan {

    private static final String RECORD = "scanned";

    /** What was found when certain texts were searched for, as in {@link EarlierScan}. */
    private record Scanned(Optional<Set<String>> matching) {}

    private final LeakSearch leaks;
    private final CachedRecords<Scanned> records;
    private final EarlierScan earlier;

    /** @param cache what an earlier build found */
    public LeakScan(LeakSearch leaks, CacheStore cache) {
        this.leaks = leaks;
        this.records = cache.records("", Scanned.class);
        this.earlier = new EarlierScan(records.find(RECORD, leaks.fingerprint()).flatMap(Scanned::matching));
    }

    /** Returns an output that searches everything that is written to it for what the audience may not see. */
    public Output over(Output output) {
        return leaks.over(output, earlier);
    }

    /**
     * Records what was found.
     *
     * @param all whether all files of the site were made, not only as many as a check needs
     */
    public void record(boolean all) {
        EarlierScan found = leaks.found(earlier, all);
        if (!found.equals(earlier)) {
            records.put(RECORD, leaks.fingerprint(), new Scanned(found.matching()));
        }
    }
}
