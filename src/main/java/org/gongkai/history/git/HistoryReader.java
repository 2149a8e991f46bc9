package org.gongkai.history.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.gongkai.cache.CacheFile;
import org.gongkai.cache.RecordCodec;
import org.gongkai.history.git.CommitSource.IncompleteRepository;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.history.git.commit.CommitHistory;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.history.git.commit.CommitReader;
import org.gongkai.history.git.commit.MoveDetector;

/** Reads the history of the entries below a folder, taking the commits that it can from the cache. */
final class HistoryReader {

    private static final RecordCodec<Commits> CODEC = new RecordCodec<>(Commits.class);

    private final Repository repository;
    private final String folder;
    private final CacheFile cache;

    /**
     * What commits did, with everything that leads to them. A commit never changes, so nothing in it can be out of
     * date; what another version of the program kept is not used.
     */
    private record Commits(List<Commit> all) {}

    /** @param file keeps what commits did between runs */
    HistoryReader(Repository repository, String folder, Path file) {
        this.repository = repository;
        this.folder = folder;
        this.cache = new CacheFile(file, CODEC.format() + "\n" + folder);
    }

    CommitHistory read(
            CommitId tip, Predicate<String> wanted, Function<byte[], Optional<String>> number, boolean cached)
            throws IOException {
        Map<CommitId, Commit> commits = new HashMap<>();
        if (cached) {
            cache.read().map(CODEC::decode).ifPresent(known -> known.all()
                    .forEach(commit -> commits.put(commit.id(), commit)));
        }
        boolean complete = repository.getObjectDatabase().getShallowCommits().isEmpty();
        try {
            CommitReader reader = new CommitReader(repository, folder, wanted, new MoveDetector(repository, number));
            List<RevCommit> unread = reader.reachable(tip, commits::containsKey);
            reader.read(unread).forEach(commit -> commits.put(commit.id(), commit));
            CommitHistory history = CommitHistory.of(tip, complete, commits);
            // In a shallow clone the oldest commits seem to have created every file; that must not be cached.
            if (cached && !unread.isEmpty() && complete) {
                cache.write(CODEC.encode(new Commits(List.copyOf(history.commits()))));
            }
            return history;
        } catch (MissingObjectException e) {
            throw IncompleteRepository.explained(e);
        } catch (UncheckedIOException e) {
            throw IncompleteRepository.explained(e);
        }
    }
}
