package org.gongkai.input.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Problem;

/**
 * The result of parsing the header of an entry.
 *
 * @param entry the entry; empty if the header is unusable
 * @param problems the problems that were reported
 */
public record EntryReading(Optional<Entry> entry, List<Problem> problems) {

    /**
     * The results of earlier runs, made from versions of files, so that unchanged files need not be opened.
     *
     * @param store its key must cover everything else that affects parsing: the kinds and the rules
     */
    public static CachedRecords<EntryReading> cached(CacheStore store, Kinds kinds) {
        return store.records("", EntryReading.class, () -> named(kinds));
    }

    /** The values that cached entries refer to by their places. */
    public static Map<Class<?>, List<?>> named(Kinds kinds) {
        List<FieldSpec> fields =
                kinds.all().stream().flatMap(kind -> kind.fields().stream()).toList();
        return Map.of(Kind.class, kinds.all(), FieldSpec.class, fields);
    }
}
