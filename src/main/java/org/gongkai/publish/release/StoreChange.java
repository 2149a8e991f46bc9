package org.gongkai.publish.release;

import java.util.List;
import java.util.Optional;

/**
 * What a publication, or a step back, is about to do to one store.
 *
 * @param folder the store below the folder that is published into; empty if it is that folder
 * @param audience who reads it
 * @param release the name of the release to which readers are led
 * @param isNew whether it was made now and lies where {@link Store#freshRelease} says; else it stands already
 * @param editions the names of new editions, which lie where {@link Store#freshEdition} says
 * @param link what readers were led to before; empty if there was no release
 * @param before hash of the last record before; empty if there was none
 * @param lines the new records
 */
record StoreChange(
        String folder,
        String audience,
        String release,
        boolean isNew,
        List<String> editions,
        Optional<String> link,
        Optional<String> before,
        List<String> lines) {

    StoreChange {
        editions = List.copyOf(editions);
        lines = List.copyOf(lines);
    }
}
