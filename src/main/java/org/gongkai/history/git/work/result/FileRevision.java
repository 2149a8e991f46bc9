package org.gongkai.history.git.work.result;

import java.time.OffsetDateTime;

/**
 * A commit that changed a file.
 *
 * @param id 40 hexadecimal digits
 * @param path the path of the file in this commit
 * @param time when the change was made, in the time zone of its author
 * @param subject the first line of the message
 */
public record FileRevision(String id, String path, OffsetDateTime time, String author, String subject) {}
