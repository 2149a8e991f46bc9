package org.gongkai.history.git;

/**
 * The id of a commit.
 *
 * @param name 40 hexadecimal digits
 */
public record CommitId(String name) {}
