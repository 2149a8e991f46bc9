package org.gongkai.publish.hooks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
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
        addresses = List.copyOf(addresses);
    }

    /** Reads the result for a commit; empty if there is none (any more) or it is damaged. */
    public static Optional<CheckedCommit> read(Path folder, String commit) throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file(folder, commit)))) {
            CacheReader in = new CacheReader(ByteBuffer.wrap(packed.readAllBytes()));
            return Optional.of(new CheckedCommit(
                    in.text(), LocalDate.ofEpochDay(in.number()), in.all(in::problem), in.all(in::text)));
        } catch (NoSuchFileException | EOFException | ZipException | RuntimeException e) {
            return Optional.empty(); // Truncated: the commit is checked again.
        }
    }

    /** Stores the result for a commit, and deletes the oldest results. */
    public void write(Path folder, String commit) throws IOException {
        CacheWriter out = new CacheWriter().text(version).number(day.toEpochDay());
        out.all(problems, out::problem).all(addresses, address -> out.text(address.replaceAll("[\t\r\n]", " ")));
        Path file = file(folder, commit);
        Files.createDirectories(file.getParent());
        // Left by processes that were killed: only one push is checked at a time, so none is being written.
        AtomicFile.clearLeftovers(file.getParent());
        AtomicFile.put(file, AtomicFile.temporary(file), fresh -> {
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(fresh))) {
                packed.write(out.toBytes());
            }
            return file;
        });
        deleteOldest(file.getParent());
    }

    private static void deleteOldest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> oldest = files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
                    .skip(MAX_FILES)
                    .toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path file(Path folder, String commit) {
        return folder.resolve("checked").resolve(commit + ".record.gz");
    }
}
