package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.io.FileTrees;
import org.gongkai.output.FinishedOutput.KnownFiles;

/** The files of an earlier output, which are only read. */
record PreviousFiles(Path folder, KnownFiles known) {

    /** Larger files are written again rather than held in memory. */
    private static final long MAX_SIZE = 16L << 20;

    /** @param known what is known of these files */
    PreviousFiles {
        folder = folder.toAbsolutePath().normalize();
    }

    boolean isAt(Path other) {
        return folder.equals(other);
    }

    /** Whether a file is there and matches the digest. */
    boolean isIntact(String address, FileDigest digest) throws IOException {
        return known.holds(address, digest) || intact(address, digest).isPresent();
    }

    /** The bytes of a file; empty if it is missing, too large, or does not match the digest. */
    Optional<byte[]> intact(String address, FileDigest digest) throws IOException {
        if (!hasSize(address, digest)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) digest.size()];
        // The size is known; asking for it again and reading to the end are calls of the system that count in
        // thousands.
        try (InputStream in = Files.newInputStream(folder.resolve(address))) {
            in.readNBytes(bytes, 0, bytes.length);
        }
        return Optional.of(bytes).filter(read -> FileDigest.crc32c(read) == digest.crc32c());
    }

    /** Whether a file is there that is not too large and has the size of the digest. */
    boolean hasSize(String address, FileDigest digest) {
        if (digest.sha256().isEmpty() || digest.size() > MAX_SIZE) {
            return false;
        }
        try {
            BasicFileAttributes file =
                    Files.readAttributes(folder.resolve(address), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.isRegularFile() && file.size() == digest.size();
        } catch (IOException e) {
            // It is written again.
            return false;
        }
    }

    /** Links a file to another place, or copies it if the file system does not support links. */
    void share(String address, Path place) throws IOException {
        FileTrees.link(folder.resolve(address), place);
    }

    /** Whether a file exists and holds exactly these bytes. */
    static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }
}
