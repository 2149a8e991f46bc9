package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.io.AtomicFile;

/**
 * The site that the desk has made last, for who opens the program on a desktop: it starts in no folder of theirs.
 *
 * @param folder where the program keeps what it knows of its user
 */
record LastSite(Path folder) {

    private static final String NAME = "last-site";

    /** The root of the site; empty if there is none any more. */
    Optional<Path> read() {
        try {
            Path root = Path.of(Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8)
                    .strip());
            return Files.isDirectory(root.resolve("content")) ? Optional.of(root) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Remembers a site, where that is possible. */
    void write(Path root) {
        try {
            Files.createDirectories(folder);
            AtomicFile.put(folder.resolve(NAME), root + "\n");
        } catch (IOException e) {
            // The next start asks again.
        }
    }
}
