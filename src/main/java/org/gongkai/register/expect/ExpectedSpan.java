package org.gongkai.register.expect;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.text.Period;

/**
 * The span of time of which anything is expected in every period or series.
 *
 * @param since nothing is expected of periods that end earlier
 * @param until nothing is expected of periods that end later: what was given up within a period cannot be held against
 *     a whole one
 * @param asOf nothing is expected of periods that begin later
 */
public record ExpectedSpan(LocalDate since, Optional<LocalDate> until, LocalDate asOf) {

    boolean includes(Period period) {
        return covers(period) && !period.from().isAfter(asOf);
    }

    /** Whether anything is expected of a period once it begins. */
    public boolean covers(Period period) {
        return !period.to().isBefore(since)
                && until.filter(day -> period.to().isAfter(day)).isEmpty();
    }

    /** Whether a number that was skipped before a day is missed. */
    boolean includes(LocalDate day) {
        return until.filter(day::isAfter).isEmpty();
    }

    /** The last year of which anything is expected. */
    public int lastYear() {
        return Math.min(asOf.getYear(), until.orElse(asOf).getYear());
    }
}
