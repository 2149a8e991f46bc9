package org.gongkai.history.versions;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;

/**
 * The versions of all entries of a site.
 *
 * @param byPath the versions of each entry of today by its path
 * @param touched the entries that each commit changed, by the path that they have or had last
 * @param formerPaths the paths of entries of today by those at which they were committed before, drafts among them; a path at
 *     which another entry stood last, which is gone, is not one of them
 * @param history what every commit did; empty if there is no history
 * @param cutOff the day on which the history begins, if it was cut off when the repository was cloned
 */
public record EntryHistories(
        Map<String, Versions> byPath,
        Map<CommitId, Set<String>> touched,
        Map<String, Set<String>> formerPaths,
        Optional<CommitHistory> history,
        Optional<LocalDate> cutOff) {

    /** A site without a history. */
    public static final EntryHistories NONE =
            new EntryHistories(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public EntryHistories {
        byPath = Map.copyOf(byPath);
        touched = Map.copyOf(touched);
        formerPaths = Map.copyOf(formerPaths);
    }

    /** The versions of an entry by its path. */
    public Versions of(String path) {
        return byPath.getOrDefault(path, Versions.NONE);
    }
}
