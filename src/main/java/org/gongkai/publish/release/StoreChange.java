package org.gongkai.publish.release;

import java.util.List;
import java.util.Optional;
import org.gongkai.publish.release.ledger.Store;

/**
 * A change that a publication, a rollback or a takedown is to make to one store.
 *
 * @param folder the store below the folder that is published into; empty if it is that folder
 * @param audience the audience of the store
 * @param release the name of the release that readers are to see; empty for a takedown, which replaces sealed folders by
 *     their copies and leaves {@code current} as it is
 * @param isNew whether it is new and lies where {@link Store#newRelease} says
 * @param editions the names of new editions, which lie where {@link Store#newEdition} says
 * @param link the target of {@code current} before; empty if there was none
 * @param before hash of the last record before; empty if there was none
 * @param lines the new records
 */
record StoreChange(
        String folder,
        String audience,
        Optional<String> release,
        boolean isNew,
        List<String> editions,
        Optional<String> link,
        Optional<String> before,
        List<String> lines) {

    StoreChange {
        editions = List.copyOf(editions);
        lines = List.copyOf(lines);
    }

    /** Whether the change is a takedown, or the end of one. */
    boolean isTakedown() {
        return release.isEmpty();
    }
}
