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
 * @param byPath the versions of each current entry by its path
 * @param touched the entries that each commit changed, by their current or last path
 * @param formerPaths the current paths of entries by their previous paths, drafts included; a path whose last holder
 *     was deleted is not included
 * @param history all commits; empty if there is no history
 * @param authors the names of authors
 * @param cutOff the day on which the history begins, if the repository is a shallow clone
 */
public record EntryHistories(
        Map<String, Versions> byPath,
        Map<CommitId, Set<String>> touched,
        Map<String, Set<String>> formerPaths,
        Optional<CommitHistory> history,
        Mailmap authors,
        Optional<LocalDate> cutOff) {

    /** No history. */
    public static final EntryHistories NONE =
            new EntryHistories(Map.of(), Map.of(), Map.of(), Optional.empty(), Mailmap.NONE, Optional.empty());

    public EntryHistories {
        byPath = Map.copyOf(byPath);
        touched = Map.copyOf(touched);
        formerPaths = Map.copyOf(formerPaths);
    }

    /** Returns the versions of an entry by its path. */
    public Versions of(String path) {
        return byPath.getOrDefault(path, Versions.NONE);
    }
}
