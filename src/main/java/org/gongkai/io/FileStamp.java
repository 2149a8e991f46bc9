package org.gongkai.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.function.Uncheck;

/**
 * Identifies the content of a file by its metadata. The change time of the inode, unlike the modification time, cannot
 * be set, so a file that replaces another one with equal times is detected.
 */
public record FileStamp(boolean unix, long now, long fine) {

    /** The coarsest timestamp resolution of file systems: within it a file can change without a new timestamp. */
    private static final long COARSEST_MILLIS = 2_500;

    /** Far more than the resolution of a file system whose timestamps have fractions of a millisecond. */
    private static final long FINE_MILLIS = 100;

    /**
     * @param root a folder on the file system of the files
     * @param machine the clock of the machine, not that of the build: it is compared only with timestamps of files
     */
    public FileStamp(Path root, Clock machine) {
        this(root, machine, COARSEST_MILLIS);
    }

    private FileStamp(Path root, Clock machine, long fine) {
        this(root.getFileSystem().supportedFileAttributeViews().contains("unix"), machine.millis(), fine);
    }

    /**
     * Stamps of files that this program has written itself and nobody else is expected to write: those on a file system
     * with fine timestamps can be identified sooner, even if its clock is not quite that of the machine.
     */
    public static FileStamp ofWritten(Path root, Clock machine) {
        return new FileStamp(root, machine, FINE_MILLIS);
    }

    /**
     * Returns a stamp that changes with the file; empty for a file that was changed too recently.
     *
     * @throws UncheckedIOException if the file is missing or its metadata cannot be read
     */
    public String of(Path file) {
        return Uncheck.get(() -> of(attributes(file)));
    }

    /** Returns the same; empty for a file that is missing as well. */
    public String ofPossible(Path file) throws IOException {
        try {
            return of(attributes(file));
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /**
     * When a regular file was changed last.
     *
     * @param changed when its bytes, its permissions or its names were, which nobody can set
     */
    public record FileTimes(long size, FileTime modified, FileTime changed) {

        /** Those of a file, not through a link; empty if there is none, or the file system does not tell. */
        public static Optional<FileTimes> of(Path file) {
            try {
                Map<String, Object> known = Files.readAttributes(
                        file, "unix:isRegularFile,size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
                return Optional.of(new FileTimes(
                                (long) known.get("size"), (FileTime) known.get("lastModifiedTime"), (FileTime)
                                        known.get("ctime")))
                        .filter(times -> known.get("isRegularFile").equals(true));
            } catch (IOException | UnsupportedOperationException e) {
                return Optional.empty();
            }
        }

        /** Whether it was changed before another file was, as far as the clock of the file system tells. */
        public boolean isBefore(FileTimes other) {
            return modified.compareTo(other.modified) <= 0 && changed.compareTo(other.changed) < 0;
        }
    }

    /** All that is needed of a file, asked for at once: for its stamp, its size and what kind of file it is. */
    public Map<String, Object> attributes(Path file, LinkOption... options) throws IOException {
        String own = unix ? "unix:ctime,ino" : "creationTime";
        return Files.readAttributes(
                file, own + ",size,lastModifiedTime,isRegularFile,isDirectory,isSymbolicLink,fileKey", options);
    }

    /** Returns the stamp of a file with these {@link #attributes}. */
    public String of(Map<String, Object> known) {
        FileTime modified = (FileTime) known.get("lastModifiedTime");
        FileTime changed = (FileTime) known.get(unix ? "ctime" : "creationTime");
        boolean isFine = changed.to(TimeUnit.NANOSECONDS) % TimeUnit.MILLISECONDS.toNanos(1) != 0;
        if (Math.max(modified.toMillis(), changed.toMillis()) > now - (isFine ? fine : COARSEST_MILLIS)) {
            return "";
        }
        return known.get("size") + " " + modified.to(TimeUnit.NANOSECONDS) + " " + changed.to(TimeUnit.NANOSECONDS)
                + " " + known.getOrDefault("ino", "");
    }
}
