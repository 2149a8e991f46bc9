package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records by name, kept between runs. What a run neither asks for nor adds is forgotten when it saves, so that nothing has to
 * be swept up. Safe for many threads.
 *
 * <pre>{@code
 * KeptRecords kept = KeptRecords.of(Optional.of(file), key);
 * RecordReader known = kept.find("content/通知/a.md").orElse(null);
 * kept.keep("content/通知/a.md", new RecordWriter().text("…").toBytes());
 * kept.save();
 * }</pre>
 */
public final class CacheStore {

    /** Nothing is known, and nothing will be kept. */
    public static final CacheStore NONE = new CacheStore(Optional.empty(), Map.of());

    private final Optional<CacheFile> file;
    private final Map<String, ByteBuffer> before;
    private final Map<String, ByteBuffer> now = new ConcurrentHashMap<>();
    private volatile boolean added;

    private CacheStore(Optional<CacheFile> file, Map<String, ByteBuffer> before) {
        this.file = file;
        this.before = before;
    }

    /** The records that a file holds. */
    public static CacheStore of(CacheFile file) {
        Map<String, ByteBuffer> records = new HashMap<>();
        file.read().ifPresent(content -> {
            CacheReader in = new CacheReader(content);
            int count = in.integer();
            for (int i = 0; i < count; i++) {
                records.put(in.text(), in.slice());
            }
        });
        return new CacheStore(Optional.of(file), records);
    }

    /** Whether anything will be kept. */
    public boolean isEnabled() {
        return file.isPresent();
    }

    /** Whether earlier runs left nothing. */
    public boolean isEmpty() {
        return before.isEmpty();
    }

    /** A record of this run or an earlier one. */
    public Optional<CacheReader> find(String name) {
        ByteBuffer record = now.get(name);
        if (record == null) {
            record = before.get(name);
            if (record == null) {
                return Optional.empty();
            }
            now.put(name, record);
        }
        return Optional.of(new CacheReader(record));
    }

    /** Keeps a record in the place of one of the same name. */
    public void put(String name, byte[] record) {
        if (file.isPresent()) {
            added = true;
            now.put(name, ByteBuffer.wrap(record));
        }
    }

    /** Writes what this run has asked for and added, if that is not what the file holds. */
    public void save() {
        if (file.isEmpty() || !added && now.size() == before.size()) {
            return;
        }
        CacheWriter out = new CacheWriter(
                now.values().stream().mapToInt(ByteBuffer::remaining).sum() + now.size() * 100);
        out.number(now.size());
        now.forEach((name, record) -> out.text(name).slice(record));
        file.get().write(out.toBytes());
    }
}
