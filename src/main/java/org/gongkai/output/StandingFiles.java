package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The files of an output that stands already. They are only read. */
final class StandingFiles {

    /** Files larger than this are written again rather than held in memory. */
    private static final long MOST = 16L << 20;

    private final Path folder;

    StandingFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    boolean isAt(Path other) {
        return folder.equals(other);
    }

    /** The bytes of a file, if it is there and they are what was sealed. */
    Optional<byte[]> intact(String address, FileDigest seal) throws IOException {
        Path file = folder.resolve(address);
        if (seal.sha256().isEmpty()
                || seal.size() > MOST
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || Files.size(file) != seal.size()) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(file)).filter(bytes -> FileDigest.sum(bytes) == seal.sum());
    }

    /** Links a file to another place, or copies it where the file system knows no links. */
    void share(String address, Path place) throws IOException {
        Path file = folder.resolve(address);
        try {
            Files.createLink(place, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, place);
        }
    }

    /** Whether a file holds exactly some bytes. */
    static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }
}
