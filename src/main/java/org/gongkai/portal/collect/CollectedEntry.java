package org.gongkai.portal.collect;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A published entry.
 *
 * @param site the code of its site
 * @param day the day of its publication, as in 2025-03-14
 * @param address the address of its page from the root of its site
 * @param notice the first and last day of its 公示, if that had not ended when its site was built
 * @param marks what identifies it in any release, separated by blanks; unlike those of any other site
 * @param fingerprint SHA-256 of all its texts
 */
public record CollectedEntry(
        String site,
        String day,
        String address,
        String title,
        Listing listing,
        Optional<Period> notice,
        String marks,
        String fingerprint) {

    /** The order of files of records, oldest first; no two entries are equal in it. */
    public static final Comparator<CollectedEntry> OLDEST_FIRST = Comparator.comparing(CollectedEntry::day)
            .thenComparing(CollectedEntry::site)
            .thenComparing(CollectedEntry::address);

    /** The columns, the years and the kinds under which an entry is listed. */
    public record Listing(List<String> columns, List<String> years, List<String> kinds) {}

    /** A period with its first and last day. */
    public record Period(LocalDate from, LocalDate to) {

        /** Whether it has begun and not ended. */
        public boolean isOpen(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
