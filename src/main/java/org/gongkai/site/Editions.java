package org.gongkai.site;

import java.util.List;
import java.util.Optional;

/**
 * The editions to which the pages of a site lead.
 *
 * @param own the name of the edition that the site itself is, if it is one
 * @param others the others, oldest first; for an edition those that are older
 */
public record Editions(Optional<String> own, List<Edition> others) {

    /** A site that has none and is none. */
    public static final Editions NONE = new Editions(Optional.empty(), List.of());

    public Editions {
        others = List.copyOf(others);
    }

    /** Whether there is anything to choose from. */
    public boolean isEmpty() {
        return own.isEmpty() && others.isEmpty();
    }
}
