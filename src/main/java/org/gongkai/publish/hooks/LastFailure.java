package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.io.AtomicFile;

/**
 * The report of the last publication if it failed. Nobody watches a publication in the background or by a timer, so
 * the next push shows it.
 */
public final class LastFailure {

    private final Path file;

    /** @param folder the folder of the repository that holds the state of this program */
    public LastFailure(Path folder) {
        this.file = folder.resolve("failed");
    }

    /** Reads the report; empty if the last publication succeeded. */
    public Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Stores a report. */
    public void write(String report) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.put(file, report);
    }

    /** Deletes the report after a success. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
