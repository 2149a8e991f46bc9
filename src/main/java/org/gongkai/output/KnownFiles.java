package org.gongkai.output;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an output without reading its files.
 *
 * @param intact the SHA-256 of each file that is as a build has left it, by its address
 * @param listed the addresses of all files that {@link FinishedOutput#listed} would read; empty if they are not known
 */
public record KnownFiles(Map<String, String> intact, Optional<Collection<String>> listed) {

    /** Nothing is known. */
    public static final KnownFiles NONE = new KnownFiles(Map.of(), Optional.empty());

    boolean holds(String address, FileDigest digest) {
        return digest.sha256().equals(intact.get(address));
    }
}
