package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The identity of a repository. A copy has the same hooks and settings and would publish over the site of the
 * original, but it has another path or, if it replaces the original, another inode.
 *
 * @param path its path, links resolved
 * @param number its inode; empty if the file system has none
 */
public record RepositoryIdentity(Path path, String number) {

    /** The current identity of a folder. */
    public static RepositoryIdentity of(Path repository) throws IOException {
        Path real = repository.toRealPath();
        return new RepositoryIdentity(
                real,
                Files.getFileStore(real).supportsFileAttributeView("unix")
                        ? String.valueOf(Files.getAttribute(real, "unix:ino"))
                        : "");
    }
}
