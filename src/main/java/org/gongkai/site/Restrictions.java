package org.gongkai.site;

import java.time.LocalDate;
import java.util.Optional;

/** Keeps entries from readers for reasons that are not told by the headers of those entries. */
@FunctionalInterface
public interface Restrictions {

    /** Nothing but its header decides over an entry. */
    Restrictions NONE = item -> Optional.empty();

    /** Why an entry must not be shown; empty if it may be. */
    Optional<Restriction> on(Item item);

    /**
     * Why an entry must not be shown.
     *
     * @param why the reason
     * @param day since when, if that is known
     */
    record Restriction(Site.HiddenReason reason, Optional<LocalDate> day) {}
}
