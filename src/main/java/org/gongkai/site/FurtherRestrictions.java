package org.gongkai.site;

import java.time.LocalDate;
import java.util.Optional;

/** Restricts entries for reasons other than their headers. */
@FunctionalInterface
public interface FurtherRestrictions {

    /** No restrictions beyond headers. */
    FurtherRestrictions NONE = item -> Optional.empty();

    /** Returns why an entry must not be shown; empty if it may be. */
    Optional<Restriction> on(Item item);

    /**
     * Why an entry must not be shown.
     *
     * @param why the reason
     * @param day first day on which it is not public, if known
     */
    record Restriction(Site.HiddenReason reason, Optional<LocalDate> day) {}
}
