package org.gongkai.history.git;

import java.time.Instant;
import org.gongkai.history.git.commit.CommitId;

/**
 * A tag.
 *
 * @param name its name behind the prefix that was asked for
 * @param commit what it names
 * @param made when that commit was made
 */
public record GitTag(String name, CommitId commit, Instant made) {}
