package org.gongkai.history.git.commit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit and what it did to the entries of a site.
 *
 * @param id which commit
 * @param parents the commits before it; more than one for a merge
 * @param committed when it was made, which orders commits that know nothing of each other
 * @param authored when its author wrote it
 * @param author who wrote it
 * @param message why, the first paragraph
 * @param changes what it did, sorted by path
 * @param others what it did to other files below {@code content/}, which are never moved but come and go; sorted by path
 */
public record Commit(
        CommitId id,
        List<CommitId> parents,
        Instant committed,
        Instant authored,
        String author,
        String message,
        List<Change> changes,
        List<Change> others) {

    /** Whether its times could be read; one that could not is the first second of 1970. */
    public boolean isDated() {
        return !committed.equals(CommitTimes.UNKNOWN) && !authored.equals(CommitTimes.UNKNOWN);
    }

    public Commit {
        parents = List.copyOf(parents);
        changes = List.copyOf(changes);
        others = List.copyOf(others);
    }

    /**
     * What a commit did to one file.
     *
     * @param path where it stands after it, or stood if it is gone; from the site's root
     * @param from where it stood before, if it was moved
     * @param before what it held, 40 hexadecimal digits; empty if it was not there
     * @param blob what it holds, likewise; empty if it is gone
     */
    public record Change(String path, Optional<String> from, Optional<String> before, Optional<String> blob) {}
}
