package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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

    private static final int MAX_FILES = 40;

    public CheckedCommit {
        problems = List.copyOf(problems);
        addresses = addresses.stream()
                .map(address -> address.replaceAll("[\t\r\n]", " "))
                .toList();
    }

    /** Reads the result for a commit; empty if there is none (any more) or it is damaged. */
    public static Optional<CheckedCommit> read(Path folder, String commit) {
        return results(store(file(folder, commit))).find(commit);
    }

    /** Stores the result for a commit, and deletes the oldest results. */
    public void write(Path folder, String commit) throws IOException {
        Path file = file(folder, commit);
        Files.createDirectories(file.getParent());
        // Left by processes that were killed: only one push is checked at a time, so none is being written.
        AtomicFile.clearLeftovers(file.getParent());
        CacheStore store = store(file);
        results(store).put(commit, this);
        store.save();
        deleteOldest(file.getParent());
    }

    private static CacheStore store(Path file) {
        return CacheStore.of(file, new RecordCodec<>(CheckedCommit.class).format());
    }

    private static CachedRecords<CheckedCommit> results(CacheStore store) {
        return store.records("", CheckedCommit.class);
    }

    private static void deleteOldest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> oldest = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
                    .skip(MAX_FILES)
                    .toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path file(Path folder, String commit) {
        return folder.resolve("checked").resolve(commit + ".record");
    }
}
