package org.gongkai.publish.sites;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A site of a list, or a unit that only groups others.
 *
 * @param name its name
 * @param code its code, unique in the list; also a folder name
 * @param source a folder with {@code content}, or a repository; empty if it is a unit without a site
 * @param to the folder that it is published to; present if it has a source
 * @param key the private key that signs its publications
 * @param publicKey the public key that must have signed them, for a portal
 * @param url the base URL under which readers of a portal find it, with a trailing {@code /}
 * @param parent the code of the unit above it
 */
public record ListedSite(
        String name,
        String code,
        Optional<Path> source,
        Optional<Path> to,
        Optional<Path> key,
        Optional<Path> publicKey,
        Optional<String> url,
        Optional<String> parent) {}
