package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.cache.RecordCodec;
import org.gongkai.io.AtomicFile;
import org.gongkai.problem.Problem;

/**
 * The result of the check of a commit by {@code pre-receive}: {@code post-receive} shows the addresses, and the next
 * push compares its problems with those of the commit.
 *
 * @param version the fingerprint of the program
 * @param day the date for which the commit was checked
 * @param problems all problems
 * @param addresses one line for each entry that the push has changed: its address, or why it has none
 */
public record CheckedCommit(String version, LocalDate day, List<Problem> problems, List<String> addresses) {

    private static final String FOLDER = "checked";

    public CheckedCommit {
        problems = List.copyOf(problems);
        addresses = addresses.stream()
                .map(address -> address.replaceAll("[\t\r\n]", " "))
                .toList();
    }

    /** Reads the result for a commit; empty if there is none (any more) or it is damaged. */
    public static Optional<CheckedCommit> read(Path folder, String commit) {
        return store(folder).records("", CheckedCommit.class).find(commit);
    }

    /**
     * Stores the result for a commit, beside that of the commit before, which {@code post-receive} of the push before
     * may still have to read. All others are dropped.
     */
    public void write(Path folder, String before, String commit) throws IOException {
        // Left by processes that were killed: only one push is checked at a time, so none is being written.
        AtomicFile.clearLeftovers(folder.resolve(FOLDER));
        CacheStore store = store(folder);
        CachedRecords<CheckedCommit> results = store.records("", CheckedCommit.class);
        results.retain(before);
        results.put(commit, this);
        store.save();
    }

    private static CacheStore store(Path folder) {
        return CacheStore.of(
                folder.resolve(FOLDER).resolve("results"), new RecordCodec<>(CheckedCommit.class, Map.of()).format());
    }
}
