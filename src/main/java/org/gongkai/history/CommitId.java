package org.gongkai.history;

/**
 * A commit.
 *
 * @param name its 40 hexadecimal digits
 */
public record CommitId(String name) {

    /** The digits that suffice for people. */
    public String brief() {
        return name.substring(0, 10);
    }
}
