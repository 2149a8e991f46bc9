package org.gongkai.history;

import java.time.Instant;

/**
 * A tag.
 *
 * @param name its name behind the prefix that was asked for
 * @param commit what it names
 * @param made when that commit was made
 */
public record Tag(String name, CommitId commit, Instant made) {}
