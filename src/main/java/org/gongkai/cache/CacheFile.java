package org.gongkai.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.gongkai.io.AtomicFile;

/** Bytes kept between runs in one file. A file that is damaged, or was written for another key, is as good as none. */
public final class CacheFile {

    private final Path file;
    private final byte[] key;

    /**
     * @param file where it stands
     * @param key everything else on which the bytes depend, the version of their form among it; another key, another content
     */
    public CacheFile(Path file, String key) {
        this.file = file;
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** What was written last; empty if there is no file that can be used. */
    public Optional<ByteBuffer> read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            // Everything can be found out again.
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES + Integer.BYTES + key.length
                || sum(bytes, bytes.length - Long.BYTES) != in.getLong(bytes.length - Long.BYTES)
                || in.getInt() != key.length
                || !in.slice(in.position(), key.length).equals(ByteBuffer.wrap(key))) {
            return Optional.empty();
        }
        in.position(in.position() + key.length).limit(bytes.length - Long.BYTES);
        return Optional.of(in.slice());
    }

    /** Keeps bytes in the place of all that was kept before; where that is not allowed, nothing is kept. */
    public void write(byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + key.length + content.length + Long.BYTES);
        out.putInt(key.length).put(key).put(content);
        out.putLong(sum(out.array(), out.position()));
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.put(file, out.array());
        } catch (IOException e) {
            // A place that may only be read, or is full, is no fault: the next run finds all out again.
            return;
        }
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
