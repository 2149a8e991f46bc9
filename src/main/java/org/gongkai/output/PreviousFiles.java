package org.gongkai.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.io.Digests;
import org.gongkai.io.FileStamp.FileTimes;
import org.gongkai.io.FileTrees;
import org.gongkai.output.FinishedOutput.KnownFiles;
import org.gongkai.output.Manifest.ManifestReader;

/**
 * The files of an earlier output, which are only read.
 *
 * @param known what is known of these files, or was when the output was complete
 * @param completed when that was, if its files are never written afterwards
 */
record PreviousFiles(Path folder, KnownFiles known, Optional<FileTimes> completed) {

    /** Larger files are written again rather than held in memory. */
    private static final long MAX_SIZE = 16L << 20;

    PreviousFiles {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The files of a release, if there is one. Its manifest was written and made read-only after all others. */
    static PreviousFiles ofRelease(Path folder) throws IOException {
        Path manifest = folder.resolve(Manifest.NAME);
        Optional<FileTimes> completed = FileTimes.of(manifest);
        Map<String, String> hashes = new HashMap<>();
        if (completed.isPresent()) {
            ManifestReader.files(new String(Files.readAllBytes(manifest), StandardCharsets.UTF_8))
                    .forEach(file -> hashes.put(file.path(), file.sha256()));
        }
        return new PreviousFiles(folder, new KnownFiles(hashes, Optional.empty()), completed);
    }

    boolean isAt(Path other) {
        return folder.equals(other);
    }

    /** Whether a file is there and matches the digest. */
    boolean isIntact(String address, FileDigest digest) throws IOException {
        return known.holds(address, digest) && isUntouched(address, digest)
                || intact(address, digest).isPresent();
    }

    /** Whether a file has the size of the digest, and nobody has touched it since the output was complete. */
    private boolean isUntouched(String address, FileDigest digest) {
        return completed.isEmpty()
                || FileTimes.of(folder.resolve(address))
                        .filter(file -> file.size() == digest.size() && file.isBefore(completed.get()))
                        .isPresent();
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
        return Optional.of(bytes).filter(read -> Digests.crc32c(ByteBuffer.wrap(read)) == digest.crc32c());
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

    /** See {@link FileTrees#link}. */
    boolean share(String address, Path place) throws IOException {
        return FileTrees.link(folder.resolve(address), place);
    }

    /** Whether a file exists and holds exactly these bytes. */
    static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }
}
