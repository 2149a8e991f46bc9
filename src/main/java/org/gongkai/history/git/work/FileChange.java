package org.gongkai.history.git.work;

import java.util.Optional;

/**
 * A file that differs from the commit that is checked out.
 *
 * @param path the path relative to the site, {@code /} between names
 * @param former the path in the commit, if the file was renamed
 */
public record FileChange(Kind kind, String path, Optional<String> former) {

    /** What happened to the file. */
    public enum Kind {
        NEW,
        MODIFIED,
        DELETED,
        RENAMED
    }
}
