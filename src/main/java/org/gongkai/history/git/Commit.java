package org.gongkai.history.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit and its changes to the content of a site.
 *
 * @param id its id
 * @param parents its parents; several for a merge
 * @param committed the commit time
 * @param author who wrote it, and when
 * @param message the first paragraph of the message
 * @param changes changes of entries, sorted by path
 * @param others changes of other files below {@code content/}, without detection of moves, sorted by path
 */
public record Commit(
        CommitId id,
        List<CommitId> parents,
        Instant committed,
        Author author,
        String message,
        List<Change> changes,
        List<Change> others) {

    /** Returns true if both times could be parsed; one that could not is the epoch. */
    public boolean isDated() {
        return !committed.equals(CommitTimes.UNKNOWN) && !author.time.equals(CommitTimes.UNKNOWN);
    }

    /**
     * The author of a commit.
     *
     * @param name the name
     * @param email the e-mail address
     * @param time the author time
     */
    public record Author(String name, String email, Instant time) {}

    /**
     * A change of one file.
     *
     * @param path the path after the commit, or the former path if the file was deleted; relative to the site's root
     * @param from the path before, if the file was moved
     * @param before the blob before, 40 hexadecimal digits; empty if the file was added
     * @param blob the blob after, 40 hexadecimal digits; empty if the file was deleted
     */
    public record Change(String path, Optional<String> from, Optional<String> before, Optional<String> blob) {}
}
