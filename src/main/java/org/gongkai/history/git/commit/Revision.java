package org.gongkai.history.git.commit;

import java.util.Optional;

/**
 * The state of an entry after a commit.
 *
 * @param commit the commit
 * @param path the path of the entry after the commit
 * @param blob its content, 40 hexadecimal digits; empty if the entry was deleted
 */
public record Revision(Commit commit, String path, Optional<String> blob) {}
