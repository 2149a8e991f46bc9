package org.gongkai.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.gongkai.io.AtomicFile;

/**
 * A file that keeps bytes between runs. A file that is damaged or was written for another key is treated as
 * missing.
 */
public final class CacheFile {

    private final Path file;
    private final byte[] key;

    /**
     * @param file its path; need not exist
     * @param key everything that the bytes depend on, including the version of their format
     */
    public CacheFile(Path file, String key) {
        this.file = file;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes that were written last; empty if there is no usable file. */
    public Optional<ByteBuffer> read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            // Everything can be computed again.
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES + Integer.BYTES + key.length
                || checksum(bytes, bytes.length - Long.BYTES) != in.getLong(bytes.length - Long.BYTES)
                || in.getInt() != key.length
                || !in.slice(in.position(), key.length).equals(ByteBuffer.wrap(key))) {
            return Optional.empty();
        }
        in.position(in.position() + key.length).limit(bytes.length - Long.BYTES);
        return Optional.of(in.slice());
    }

    /** Replaces the content of the file; does nothing if the file cannot be written. */
    public void write(byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + key.length + content.length + Long.BYTES);
        out.putInt(key.length).put(key).put(content);
        out.putLong(checksum(out.array(), out.position()));
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.put(file, out.array());
        } catch (IOException e) {
            // A read-only or full disk is no error: the next run computes everything again.
            return;
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
