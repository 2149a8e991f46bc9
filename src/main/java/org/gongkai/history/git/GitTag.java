package org.gongkai.history.git;

import java.time.Instant;
import org.gongkai.history.git.commit.CommitId;

/**
 * A tag.
 *
 * @param name its name without the prefix that was asked for
 * @param commit the commit to which it leads
 * @param made the commit time of that commit
 */
public record GitTag(String name, CommitId commit, Instant made) {}
