package org.gongkai.history.git.work.result;

import java.util.Optional;

/**
 * What the user had at a path before the change was discarded, so that it can be put back.
 *
 * @param content the bytes on the disk; empty if the user had removed the file
 */
public record Discarded(String path, Optional<byte[]> content) {}
