package org.gongkai.check.header;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;

/**
 * The requirements of kinds on a 公示.
 *
 * @param byKind the requirements by the name of the kind
 */
record NoticePeriods(Map<String, NoticePeriod> byKind) {

    /**
     * Returns the kind of an entry with requirements on a 公示, or the one with the longest period if there are several.
     */
    Optional<Kind> kind(Entry entry) {
        return entry.kinds().stream()
                .filter(kind -> byKind.containsKey(kind.name()))
                .max(Comparator.comparingInt(kind -> byKind.get(kind.name()).minimum()));
    }

    NoticePeriod of(Kind kind) {
        return byKind.get(kind.name());
    }
}
