package org.gongkai.history.git.commit;

import java.util.Optional;

/**
 * One entry as one commit left it.
 *
 * @param commit the commit
 * @param path where the entry stood after it
 * @param blob what it held, 40 hexadecimal digits; empty if it was deleted
 */
public record Revision(Commit commit, String path, Optional<String> blob) {}
