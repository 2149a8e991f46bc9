package org.gongkai.pipeline.edition;

import java.util.Optional;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.history.git.GitTag;

/**
 * The failures of editions, cached between runs of the same program so that none is built only to fail again. The build
 * of an edition is repeated when its tag names another commit or when today's restrictions have changed.
 */
final class FailedEditions {

    private final CacheStore cache;

    /** @param cache a store of the running program */
    FailedEditions(CacheStore cache) {
        this.cache = cache;
    }

    /**
     * The reason for which an edition could not be built; empty if it has to be built.
     *
     * @param restrictions a digest of everything that is withheld today
     * @param commit the commit that is published, if the site is identical to one
     */
    Optional<String> reason(GitTag tag, String restrictions, Optional<String> commit) {
        return cache.find(name(tag)).flatMap(record -> reason(record, restrictions, commit));
    }

    private static Optional<String> reason(CacheReader record, String restrictions, Optional<String> commit) {
        boolean same = record.text().equals(restrictions);
        Optional<String> only = record.optional(record::text);
        String reason = record.text();
        return same && (only.isEmpty() || only.equals(commit)) ? Optional.of(reason) : Optional.empty();
    }

    /**
     * Records the reason for which an edition could not be built.
     *
     * @param only the commit that the failure is limited to, if it depends on one: text is not leaked if a visible
     * entry contains it
     */
    void record(GitTag tag, String restrictions, Optional<String> only, String reason) {
        CacheWriter record = new CacheWriter().text(restrictions);
        cache.put(name(tag), record.optional(only, record::text).text(reason).toBytes());
    }

    /** Saves the failures that were requested or recorded in this run; others are dropped. */
    void save() {
        cache.save();
    }

    private static String name(GitTag tag) {
        return tag.name() + " " + tag.commit().name();
    }
}
