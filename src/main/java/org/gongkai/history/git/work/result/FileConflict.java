package org.gongkai.history.git.work.result;

import java.util.Optional;

/**
 * A file that was changed here and on the server in the same place. Contents are as git stores them, before any
 * conversion of line endings; a side without content has deleted the file.
 *
 * @param path the path relative to the site; it begins with {@code ../} if the file is outside the site
 * @param uncommitted true if the change made here is not committed yet; it stays uncommitted after the merge
 */
public record FileConflict(
        String path, Optional<byte[]> base, Optional<byte[]> ours, Optional<byte[]> theirs, boolean uncommitted) {}
