package org.gongkai.release;

import java.util.List;
import java.util.Optional;

/**
 * What a publication is about to do to one store.
 *
 * @param folder the store below the folder that is published into; empty if it is that folder
 * @param audience who reads it
 * @param release the name of the new release, which lies where {@link Store#freshRelease} says
 * @param editions the names of new editions, likewise
 * @param link what readers were led to before; empty if there was no release
 * @param before hash of the last record before; empty if there was none
 * @param lines the new records
 */
record Change(
        String folder,
        String audience,
        String release,
        List<String> editions,
        Optional<String> link,
        Optional<String> before,
        List<String> lines) {

    Change {
        editions = List.copyOf(editions);
        lines = List.copyOf(lines);
    }
}
