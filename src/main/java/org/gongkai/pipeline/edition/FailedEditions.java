package org.gongkai.pipeline.edition;

import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.history.git.GitRepository.GitTag;

/**
 * The failures of editions, cached between runs of the same program so that none is built only to fail again. The build
 * of an edition is repeated when its tag names another commit or when today's restrictions have changed.
 */
final class FailedEditions {

    private final CacheStore store;
    private final CachedRecords<Failure> failures;

    /**
     * @param restrictions a digest of everything that was withheld
     * @param only the commit that the failure is limited to
     */
    private record Failure(String restrictions, Optional<String> only, String reason) {}

    /** @param store a store of the running program */
    FailedEditions(CacheStore store) {
        this.store = store;
        this.failures = store.records("", Failure.class);
    }

    /**
     * The reason for which an edition could not be built; empty if it has to be built.
     *
     * @param restrictions a digest of everything that is withheld today
     * @param commit the commit that is published, if the site is identical to one
     */
    Optional<String> reason(GitTag tag, String restrictions, Optional<String> commit) {
        return failures.find(name(tag))
                .filter(failure -> failure.restrictions().equals(restrictions))
                .filter(failure -> failure.only().isEmpty() || failure.only().equals(commit))
                .map(Failure::reason);
    }

    /**
     * Records the reason for which an edition could not be built.
     *
     * @param only the commit that the failure is limited to, if it depends on one: text is not leaked if a visible
     * entry contains it
     */
    void record(GitTag tag, String restrictions, Optional<String> only, String reason) {
        failures.put(name(tag), new Failure(restrictions, only, reason));
    }

    /** Saves the failures that were requested or recorded in this run; others are dropped. */
    void save() {
        store.save();
    }

    private static String name(GitTag tag) {
        return tag.name() + " " + tag.commit().name();
    }
}
