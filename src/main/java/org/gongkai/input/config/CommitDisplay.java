package org.gongkai.input.config;

/**
 * What readers see of the commits that changed an entry, besides the day and the changes.
 *
 * @param messages whether messages are shown
 * @param authors whether the names of authors are shown
 */
public record CommitDisplay(boolean messages, boolean authors) {

    /** Both are shown. */
    public static final CommitDisplay DEFAULT = new CommitDisplay(true, true);
}
