package org.gongkai.publish.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest.OutputFile;

/**
 * A file to be written to an archive.
 *
 * @param file its path in the archive, its size and its hash
 * @param crc its CRC-32, which a ZIP stores before the bytes
 * @param source its bytes
 */
public record ArchivePart(OutputFile file, long crc, Source source) {

    /** A source of bytes that can be opened repeatedly. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Returns a part of bytes in memory. */
    public static ArchivePart of(String path, byte[] bytes) throws IOException {
        return of(path, () -> new ByteArrayInputStream(bytes));
    }

    /** Returns a part with the content of a file, which must not change until it is written. */
    public static ArchivePart of(String path, Path file) throws IOException {
        return of(path, () -> Files.newInputStream(file));
    }

    private static ArchivePart of(String path, Source source) throws IOException {
        MessageDigest digest = Digests.sha256();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                crc.update(buffer, 0, read);
                size += read;
            }
        }
        return new ArchivePart(
                new OutputFile(path, size, HexFormat.of().formatHex(digest.digest())), crc.getValue(), source);
    }

    public String path() {
        return file.path();
    }
}
