package org.gongkai.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.Memoized;

/**
 * Records by name that are kept between runs. Saving drops the records that the run neither requested nor added, so
 * that stale records need no other cleanup. A file that is missing, damaged or was written for another key has no
 * records. Safe for use by multiple threads.
 *
 * <pre>{@code
 * CacheStore cache = CacheStore.of(file, key);
 * CachedRecords<Sizes> sizes = cache.records("size ", Sizes.class);
 * cache.save();
 * }</pre>
 */
public final class CacheStore {

    /** A store that is empty and remains so. */
    public static final CacheStore NONE = new CacheStore(Optional.empty(), "", false, Map.of());

    /** The layout of files, with which their key begins: another program may have written them in another one. */
    private static final String LAYOUT = "records after key, values after inputs, times as texts\n";

    private final Optional<Path> file;
    private final String key;
    private final boolean enabled;
    private final Map<String, ByteBuffer> before;
    private final Map<String, ByteBuffer> now = new ConcurrentHashMap<>();
    private volatile boolean added;
    private int saved;

    private CacheStore(Optional<Path> file, String key, boolean enabled, Map<String, ByteBuffer> before) {
        this.file = file;
        this.key = LAYOUT + key;
        this.enabled = enabled;
        this.before = before;
        this.saved = before.size();
    }

    /**
     * Opens the store in a file.
     *
     * @param file its path; need not exist
     * @param key everything that the records depend on, including the version of their format
     */
    public static CacheStore of(Path file, String key) {
        return new CacheStore(Optional.of(file), key, true, records(file, LAYOUT + key));
    }

    /** A store in memory that begins with the records of this one; saving it does nothing. */
    public CacheStore copied() {
        return new CacheStore(Optional.empty(), "", true, before);
    }

    private static Map<String, ByteBuffer> records(Path file, String key) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            // Everything can be computed again.
            return Map.of();
        }
        int end = bytes.length - Long.BYTES;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        RecordReader content = new RecordReader(in);
        if (end <= 0
                || checksum(bytes, end) != in.getLong(end)
                || !content.text().equals(key)) {
            return Map.of();
        }
        Map<String, ByteBuffer> records = new HashMap<>();
        int count = content.integer();
        for (int i = 0; i < count; i++) {
            records.put(content.text(), content.slice());
        }
        return records;
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    /** Whether records are kept. */
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * The records of a type.
     *
     * @param prefix distinguishes them from those of other types in this store
     */
    public <T extends Record> CachedRecords<T> records(String prefix, Class<T> type) {
        return records(prefix, type, Map::of);
    }

    /**
     * The records of a type.
     *
     * @param known as in {@link RecordCodec}; asked for when the first record is read or added
     */
    public <T extends Record> CachedRecords<T> records(
            String prefix, Class<T> type, Supplier<Map<Class<?>, List<?>>> known) {
        return new CachedRecords<>(this, prefix, new Memoized<>(() -> new RecordCodec<>(type, known.get())));
    }

    /** Finds a record of this run or an earlier one. */
    Optional<ByteBuffer> find(String name) {
        ByteBuffer record = now.get(name);
        if (record == null) {
            record = before.get(name);
            if (record == null) {
                return Optional.empty();
            }
            now.put(name, record);
        }
        return Optional.of(record);
    }

    /** Adds a record, which replaces any record of the same name. */
    void put(String name, byte[] record) {
        added = true;
        now.put(name, ByteBuffer.wrap(record));
    }

    /**
     * Writes the records that this run has requested or added so far, unless the file contains exactly those. Does
     * nothing if the file cannot be written.
     */
    public synchronized void save() {
        if (file.isEmpty() || !added && now.size() == saved) {
            return;
        }
        added = false;
        saved = now.size();
        RecordWriter out = new RecordWriter();
        out.text(key).number(now.size());
        now.forEach((name, record) -> out.text(name).slice(record));
        byte[] content = out.toBytes();
        ByteBuffer checked = ByteBuffer.allocate(content.length + Long.BYTES).put(content);
        checked.putLong(checksum(content, content.length));
        try {
            Files.createDirectories(file.get().getParent());
            AtomicFile.put(file.get(), checked.array());
        } catch (IOException e) {
            // A read-only or full disk is no error: the next run computes everything again.
            return;
        }
    }
}
