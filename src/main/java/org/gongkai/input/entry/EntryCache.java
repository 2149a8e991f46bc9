package org.gongkai.input.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.cache.RecordCodec;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
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

    private final CacheStore store;
    private final CachedRecords<EntryReading> readings;

    /** The headers of entries. */
    private record Headers(List<Entry> entries) {}

    /**
     * @param store the store; its key must cover everything that affects parsing besides the file: the kinds and the
     *     rules
     * @param kinds the kinds of entries
     */
    public EntryCache(CacheStore store, Kinds kinds) {
        this.store = store;
        this.readings = store.records("", EntryReading.class, () -> named(kinds));
    }

    private static Map<Class<?>, List<?>> named(Kinds kinds) {
        List<FieldSpec> fields =
                kinds.all().stream().flatMap(kind -> kind.fields().stream()).toList();
        return Map.of(Kind.class, kinds.all(), FieldSpec.class, fields);
    }

    /** Returns true if the cache is enabled; otherwise the versions of files need not be determined. */
    public boolean isEnabled() {
        return readings.isEnabled();
    }

    /** Returns true if a version of a file is cached. */
    public boolean contains(String path, String version) {
        return !version.isEmpty() && readings.retain(path + SEPARATOR + version);
    }

    /**
     * Returns the result of parsing a file, from the cache if possible.
     *
     * @param path the path of the file
     * @param version identifies the content of the file; empty if unknown, in which case nothing is cached
     * @param anew parses the file
     */
    public EntryReading of(String path, String version, Supplier<EntryReading> anew) {
        if (version.isEmpty()) {
            return anew.get();
        }
        String name = path + SEPARATOR + version;
        Optional<EntryReading> known = readings.find(name);
        return known.orElseGet(() -> {
            EntryReading reading = anew.get();
            readings.put(name, reading);
            return reading;
        });
    }

    /**
     * Identifies everything about entries but their texts: what other entries, lists and registers may show of them.
     */
    public static String headers(Collection<Entry> entries, Kinds kinds) {
        List<Entry> headers = entries.stream().map(Entry::withoutText).toList();
        return Digests.sha256(new RecordCodec<>(Headers.class, named(kinds)).encode(new Headers(headers)));
    }

    /** Saves the results that were requested since the cache was opened, and drops all others. */
    public void save() {
        store.save();
    }
}
