package org.gongkai.input.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells by what the file system knows of a file whether it was written since. The time of the last change of its inode
 * cannot be set back as the time of its content can, so a file that was put in place of another with all its times shows.
 */
final class FileStamp {

    /** File systems know times no finer than this, some of them: in the meantime a file can change and look the same. */
    private static final long COARSEST_MILLIS = 2_500;

    private final boolean unix;

    /** Of the machine, not of the site: it is held against times of files only. */
    private final long now = System.currentTimeMillis();

    FileStamp(Path root) {
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** A stamp that changes with the file; empty for one that was changed just now. */
    String of(Path file) {
        try {
            Map<String, Object> known = Files.readAttributes(
                    file, unix ? "unix:size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime,creationTime");
            FileTime modified = (FileTime) known.get("lastModifiedTime");
            FileTime changed = (FileTime) known.get(unix ? "ctime" : "creationTime");
            if (Math.max(modified.toMillis(), changed.toMillis()) > now - COARSEST_MILLIS) {
                return "";
            }
            return known.get("size") + " " + modified.to(TimeUnit.NANOSECONDS) + " " + changed.to(TimeUnit.NANOSECONDS)
                    + " " + known.getOrDefault("ino", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
