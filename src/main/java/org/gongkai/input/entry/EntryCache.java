package org.gongkai.input.entry;

import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.entry.kind.Kinds;

/**
 * What earlier runs read of the files of entries, so that files that stayed the same need not be opened. Only for a strict
 * {@link EntryReader}, and as long as the kinds stay the same. Safe for many threads.
 *
 * <pre>{@code
 * EntryReading reading = kept.of(file.path(), source.version(file), () -> read(file));
 * kept.save();
 * }</pre>
 */
public final class EntryCache {

    /** Stands between a path and a version in the name of a record; no path has it. */
    private static final char SEPARATOR = '\n';

    private final CacheStore records;
    private final Kinds kinds;

    /**
     * @param records their key must name everything on which a reading depends besides the file: the kinds, the rules
     * @param kinds the kinds that entries may name
     */
    public EntryCache(CacheStore records, Kinds kinds) {
        this.records = records;
        this.kinds = kinds;
    }

    /** Whether anything is known or will be kept; if not, nobody need ask for the versions of files. */
    public boolean keeps() {
        return records.keeps();
    }

    /** Whether a file was read before. */
    public boolean knows(String path, String version) {
        return !version.isEmpty() && records.find(path + SEPARATOR + version).isPresent();
    }

    /**
     * The reading of a file, kept or made anew.
     *
     * @param path where the file stands
     * @param version a name for what it holds; empty if there is none, and then nothing is kept
     * @param anew reads it
     */
    public EntryReading of(String path, String version, Supplier<EntryReading> anew) {
        if (version.isEmpty() || !records.keeps()) {
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
        records.keep(name, record.toBytes());
        return reading;
    }

    /** Keeps what was asked for, and forgets all else. */
    public void save() {
        records.save();
    }
}
