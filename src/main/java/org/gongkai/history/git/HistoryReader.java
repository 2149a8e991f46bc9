package org.gongkai.history.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.history.git.commit.CommitCache;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitReader;
import org.gongkai.history.git.commit.MoveDetector;

/** Reads the history of the entries below a folder, taking the commits that it can from the cache. */
final class HistoryReader {

    private final Repository repository;
    private final String folder;
    private final CommitCache cache;

    HistoryReader(Repository repository, String folder, CommitCache cache) {
        this.repository = repository;
        this.folder = folder;
        this.cache = cache;
    }

    CommitHistory read(
            CommitId tip, Predicate<String> wanted, Function<byte[], Optional<String>> number, boolean cached)
            throws IOException {
        Map<CommitId, Commit> commits = new HashMap<>(cached ? cache.read() : Map.of());
        boolean complete = repository.getObjectDatabase().getShallowCommits().isEmpty();
        try {
            CommitReader reader = new CommitReader(repository, folder, wanted, new MoveDetector(repository, number));
            List<RevCommit> unread = reader.reachable(tip, commits::containsKey);
            reader.read(unread).forEach(commit -> commits.put(commit.id(), commit));
            CommitHistory history = CommitHistory.of(tip, complete, commits);
            // In a shallow clone the oldest commits seem to have created every file; that must not be cached.
            if (cached && !unread.isEmpty() && complete) {
                cache.write(history.commits());
            }
            return history;
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        } catch (UncheckedIOException e) {
            throw IncompleteRepository.explained(e);
        }
    }
}
