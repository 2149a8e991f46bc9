package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.io.AtomicFile;

/**
 * What was said when publishing failed last; nothing once it has succeeded. Who pushes to a repository that publishes in the
 * background, or lets a timer publish, would not hear of it.
 */
public final class LastFailure {

    private final Path file;

    /** @param folder where this program keeps what it knows of the repository */
    public LastFailure(Path folder) {
        this.file = folder.resolve("failed");
    }

    /** What was said; empty if publishing did not fail last. */
    public Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Keeps it. */
    public void write(String said) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.put(file, said);
    }

    /** Forgets it. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
