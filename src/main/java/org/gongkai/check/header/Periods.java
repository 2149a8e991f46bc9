package org.gongkai.check.header;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.gongkai.entry.Entry;
import org.gongkai.entry.Kind;
import org.gongkai.entry.NoticePeriod;

/**
 * What each kind asks of its 公示.
 *
 * @param byKind the periods by the name of the kind
 */
record Periods(Map<String, NoticePeriod> byKind) {

    /** The kind of an entry that asks something of a 公示, that with the longest period if several do. */
    Optional<Kind> kind(Entry entry) {
        return entry.kinds().stream()
                .filter(kind -> byKind.containsKey(kind.name()))
                .max(Comparator.comparingInt(kind -> byKind.get(kind.name()).minimum()));
    }

    NoticePeriod of(Kind kind) {
        return byKind.get(kind.name());
    }
}
