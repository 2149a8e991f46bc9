package org.gongkai.build.edition;

import java.util.Optional;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.history.git.GitTag;

/**
 * Editions that could not be made, cache between runs of one program, so that none is built again only to fail again. One is
 * built again when its tag leads to another commit, or the site of today keeps something else from its readers.
 */
final class FailedEditions {

    private final CacheStore cache;

    /** @param cache for one version of the program */
    FailedEditions(CacheStore cache) {
        this.cache = cache;
    }

    /**
     * Why an edition could not be made; empty if it must be tried.
     *
     * @param limits a digest of all that is cache from readers today
     * @param commit the commit that is published, if it is one
     */
    Optional<String> reason(GitTag tag, String limits, Optional<String> commit) {
        return cache.find(name(tag)).flatMap(record -> reason(record, limits, commit));
    }

    private static Optional<String> reason(CacheReader record, String limits, Optional<String> commit) {
        boolean same = record.text().equals(limits);
        Optional<String> only = record.optional(record::text);
        String reason = record.text();
        return same && (only.isEmpty() || only.equals(commit)) ? Optional.of(reason) : Optional.empty();
    }

    /**
     * Keeps why an edition could not be made.
     *
     * @param only the commit without which the failure may be another, if there is one: a leak is none if a visible entry says
     *     the same
     */
    void record(GitTag tag, String limits, Optional<String> only, String reason) {
        CacheWriter record = new CacheWriter().text(limits);
        cache.put(name(tag), record.optional(only, record::text).text(reason).toBytes());
    }

    /** Writes what was asked for and cache; failures of tags that are gone are forgotten. */
    void save() {
        cache.save();
    }

    private static String name(GitTag tag) {
        return tag.name() + " " + tag.commit().name();
    }
}
