package org.gongkai.input.entry;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.Digests;

/**
 * Caches parsed headers between runs, so that unchanged files need not be opened. Valid only for a strict {@link
 * EntryReader} and unchanged kinds. Safe for use by multiple threads.
 *
 * <pre>{@code
 * EntryReading reading = kept.of(file.path(), source.version(file), () -> read(file));
 * kept.save();
 * }</pre>
 */
public final class EntryCache {

    /** Separates path and version in a key; does not occur in paths. */
    private static final char SEPARATOR = '\n';

    private final CacheStore records;
    private final Kinds kinds;

    /**
     * @param records the store; its key must cover everything that affects parsing besides the file: the kinds and the
     *     rules
     * @param kinds the kinds of entries
     */
    public EntryCache(CacheStore records, Kinds kinds) {
        this.records = records;
        this.kinds = kinds;
    }

    /** Returns true if the cache is enabled; otherwise the versions of files need not be determined. */
    public boolean isEnabled() {
        return records.isEnabled();
    }

    /** Returns true if a version of a file is cached. */
    public boolean contains(String path, String version) {
        return !version.isEmpty() && records.find(path + SEPARATOR + version).isPresent();
    }

    /**
     * Returns the result of parsing a file, from the cache if possible.
     *
     * @param path the path of the file
     * @param version identifies the content of the file; empty if unknown, in which case nothing is cached
     * @param anew parses the file
     */
    public EntryReading of(String path, String version, Supplier<EntryReading> anew) {
        if (version.isEmpty() || !records.isEnabled()) {
            return anew.get();
        }
        String name = path + SEPARATOR + version;
        Optional<EntryReading> known = records.find(name).map(record -> new EntryDecoder(record, kinds).reading(path));
        if (known.isPresent()) {
            return known.get();
        }
        EntryReading reading = anew.get();
        CacheWriter record = new CacheWriter();
        new EntryEncoder(record, kinds).reading(reading);
        records.put(name, record.toBytes());
        return reading;
    }

    /** Identifies everything about entries but their texts: what other entries, lists and registers may show of them. */
    public static String headers(Collection<Entry> entries, Kinds kinds) {
        CacheWriter out = new CacheWriter();
        EntryEncoder encoder = new EntryEncoder(out, kinds);
        entries.forEach(entry -> {
            out.shared(entry.path());
            encoder.header(entry);
        });
        return Digests.sha256(out.toBytes());
    }

    /** Saves the results that were requested since the cache was opened, and drops all others. */
    public void save() {
        records.save();
    }
}
