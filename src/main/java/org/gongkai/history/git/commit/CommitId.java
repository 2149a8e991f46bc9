package org.gongkai.history.git.commit;

/**
 * A commit.
 *
 * @param name its 40 hexadecimal digits
 */
public record CommitId(String name) {}
