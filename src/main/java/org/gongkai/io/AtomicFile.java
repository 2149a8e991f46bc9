package org.gongkai.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOFunction;

/**
 * Replaces files atomically: readers, and whoever comes after a failure, find the whole old file or the whole new one.
 */
public final class AtomicFile {

    private static final String PREFIX = ".gongkai-";
    private static final String SUFFIX = ".tmp";
    private static final int PIECE = 1 << 20;

    private AtomicFile() {}

    /** Writes a text, whether or not the file exists; only the owner may read it afterwards. */
    public static void put(Path file, String text) throws IOException {
        put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, whether or not the file exists; only the owner may read it afterwards. */
    public static void put(Path file, byte[] bytes) throws IOException {
        put(file, temporary(file.toAbsolutePath()), temporary -> {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                // Files.write calls the system for every 8 KB.
                for (int at = 0; at < bytes.length; at += PIECE) {
                    out.write(bytes, at, Math.min(PIECE, bytes.length - at));
                }
            }
            return temporary;
        });
    }

    /** Deletes what processes that were killed have left below a folder. Nothing may write there in the meantime. */
    public static void clearLeftovers(Path folder) throws IOException {
        clearLeftovers(folder, file -> true);
    }

    /**
     * Deletes what processes that were killed a day or more before a file was written have left in its folder, in which
     * others may be writing. The clock is that of the file system, which several machines may share.
     */
    public static void clearOldLeftovers(Path written) throws IOException {
        Instant yesterday = Files.getLastModifiedTime(written).toInstant().minus(1, ChronoUnit.DAYS);
        clearLeftovers(
                written.getParent(),
                file -> !file.lastModifiedTime().toInstant().isAfter(yesterday));
    }

    private static void clearLeftovers(Path folder, Predicate<BasicFileAttributes> which) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.find(
                    folder,
                    Integer.MAX_VALUE,
                    (file, attributes) -> isLeftover(file, attributes) && which.test(attributes))) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isLeftover(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        return attributes.isRegularFile() && name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /**
     * A new empty file beside a file, to be passed to {@link #put(Path, Path, Content)}. Only the owner may read it.
     */
    public static Path temporary(Path file) throws IOException {
        return Files.createTempFile(file.getParent(), PREFIX, SUFFIX);
    }

    /** A file like {@link #temporary}, with the usual permissions. */
    public static Path readableTemporary(Path file) throws IOException {
        return Files.createFile(file.resolveSibling(PREFIX + UUID.randomUUID() + SUFFIX));
    }

    /**
     * Writes a temporary file and moves it to its place. The temporary file is deleted if that fails.
     *
     * @param temporary where the content is written, on the same disk
     * @return what writing the content returned
     */
    public static <T> T put(Path file, Path temporary, IOFunction<Path, T> content) throws IOException {
        try {
            T result = content.apply(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
