package org.gongkai.pipeline.cache;

import java.util.Set;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.check.EarlierScan;
import org.gongkai.check.LeakSearch;
import org.gongkai.output.Output;

/** The search for leaks in the files of a site, but for those in which an earlier build has found none. */
public final class LeakScan {

    private static final String RECORD = "scanned";

    private final LeakSearch leaks;
    private final CacheStore records;
    private final EarlierScan earlier;

    /** @param records what an earlier build found */
    public LeakScan(LeakSearch leaks, CacheStore records) {
        this.leaks = leaks;
        this.records = records;
        this.earlier = new EarlierScan(records.find(RECORD)
                .filter(in -> in.text().equals(leaks.fingerprint()))
                .flatMap(in -> in.optional(() -> Set.copyOf(in.all(in::text)))));
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
            CacheWriter out = new CacheWriter().text(leaks.fingerprint());
            out.optional(found.matching(), addresses -> out.all(addresses, out::text));
            records.put(RECORD, out.toBytes());
        }
    }
}
