package org.gongkai.revision;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The history of a site as one audience may read it.
 *
 * @param lives the versions of all entries
 * @param readings opens them; empty if there is no history
 */
public record Chronicle(Lives lives, Optional<Readings> readings) {

    /** A site without a history. */
    public static final Chronicle NONE = new Chronicle(Lives.NONE, Optional.empty());

    /**
     * What a version was for: the message of its commit, unless the commit touched an entry that these readers do not see,
     * for then it may speak of that one.
     *
     * @param seen paths of the entries that they see
     */
    public Optional<String> purpose(Version version, Collection<String> seen) {
        boolean theirs =
                seen.containsAll(lives.touched().getOrDefault(version.commit().id(), Set.of()));
        return theirs ? readings.flatMap(open -> open.message(version.commit().message())) : Optional.empty();
    }
}
