package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which folder a repository is. A copy takes its hooks and settings along and would publish over the site of the original; it
 * has another path, and where it was put in the original's place another number.
 *
 * @param path its path, links followed
 * @param number the number that its file system knows it by; empty if it has none
 */
public record RepositoryIdentity(Path path, String number) {

    /** That of a folder as it is now. */
    public static RepositoryIdentity of(Path repository) throws IOException {
        Path real = repository.toRealPath();
        return new RepositoryIdentity(
                real,
                Files.getFileStore(real).supportsFileAttributeView("unix")
                        ? String.valueOf(Files.getAttribute(real, "unix:ino"))
                        : "");
    }
}
