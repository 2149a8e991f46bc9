package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Records by name that are kept between runs. Saving drops the records that the run neither requested nor added, so
 * that stale records need no other cleanup. Safe for use by multiple threads.
 *
 * <pre>{@code
 * CacheStore cache = CacheStore.of(new CacheFile(file, key));
 * CachedRecords<Sizes> sizes = cache.records("size ", Sizes.class);
 * cache.save();
 * }</pre>
 */
public final class CacheStore {

    /** A store that is empty and remains so. */
    public static final CacheStore NONE = new CacheStore(Optional.empty(), false, Map.of());

    private final Optional<CacheFile> file;
    private final boolean enabled;
    private final Map<String, ByteBuffer> before;
    private final Map<String, ByteBuffer> now = new ConcurrentHashMap<>();
    private volatile boolean added;
    private int saved;

    private CacheStore(Optional<CacheFile> file, boolean enabled, Map<String, ByteBuffer> before) {
        this.file = file;
        this.enabled = enabled;
        this.before = before;
        this.saved = before.size();
    }

    /** Opens the store in a file. */
    public static CacheStore of(CacheFile file) {
        return new CacheStore(Optional.of(file), true, records(file));
    }

    /** A store in memory, empty at first; saving it does nothing. */
    public static CacheStore inMemory() {
        return new CacheStore(Optional.empty(), true, Map.of());
    }

    /** A store in memory that begins with the records of a file, which is only read. */
    public static CacheStore inMemory(CacheFile file) {
        return new CacheStore(Optional.empty(), true, records(file));
    }

    private static Map<String, ByteBuffer> records(CacheFile file) {
        Map<String, ByteBuffer> records = new HashMap<>();
        file.read().ifPresent(content -> {
            RecordReader in = new RecordReader(content);
            int count = in.integer();
            for (int i = 0; i < count; i++) {
                records.put(in.text(), in.slice());
            }
        });
        return records;
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
        return new CachedRecords<>(this, prefix, type, known);
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

    /** Writes the records that this run has requested or added so far, unless the file contains exactly those. */
    public synchronized void save() {
        if (file.isEmpty() || !added && now.size() == saved) {
            return;
        }
        added = false;
        saved = now.size();
        RecordWriter out = new RecordWriter(
                now.values().stream().mapToInt(ByteBuffer::remaining).sum() + now.size() * 100);
        out.number(now.size());
        now.forEach((name, record) -> out.text(name).slice(record));
        file.get().write(out.toBytes());
    }
}
