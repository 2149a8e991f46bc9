package org.gongkai.check.header;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;

/**
 * What each kind asks of its 公示.
 *
 * @param byKind the periods by the name of the kind
 */
record NoticePeriods(Map<String, NoticePeriod> byKind) {

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
