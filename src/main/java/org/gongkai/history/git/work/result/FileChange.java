package org.gongkai.history.git.work.result;

import java.time.OffsetDateTime;
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

    /**
     * A commit that changed a file.
     *
     * @param id 40 hexadecimal digits
     * @param path the path of the file in this commit
     * @param time when the change was made, in the time zone of its author
     * @param subject the first line of the message
     */
    public record FileRevision(String id, String path, OffsetDateTime time, String author, String subject) {}
}
