package org.gongkai.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.function.Predicate;
import org.apache.commons.io.function.IOBooleanSupplier;

/** Writes files that are on the disk when a method returns: a power failure afterwards loses nothing. */
public final class DurableFile {

    private DurableFile() {}

    /**
     * Writes a file atomically, whether or not it exists. An existing file keeps its permissions; only the owner may
     * read a new one.
     *
     * @throws IOException if it cannot be written; an existing file is unchanged then
     */
    public static void put(Path file, byte[] bytes) throws IOException {
        put(file, temporary(file), bytes, () -> true);
    }

    /**
     * Replaces the bytes of an existing file if it still has those that the new ones were made from. A link to it stays
     * a link.
     *
     * @param before recognises these
     * @return false if it has others, or is gone; then it is unchanged
     */
    public static boolean replace(Path file, Predicate<byte[]> before, byte[] bytes) throws IOException {
        try {
            Path real = file.toRealPath();
            put(real, temporary(real), bytes, () -> before.test(Files.readAllBytes(real)));
            return true;
        } catch (ChangedMeanwhile | NoSuchFileException e) {
            return false;
        }
    }

    private static final class ChangedMeanwhile extends IOException {}

    private static Path temporary(Path file) throws IOException {
        return AtomicFile.temporary(file.toAbsolutePath());
    }

    private static void put(Path file, Path fresh, byte[] bytes, IOBooleanSupplier condition) throws IOException {
        AtomicFile.put(file, fresh, temporary -> {
            write(temporary, bytes);
            PosixFileAttributeView rights = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
            if (rights != null && Files.exists(file)) {
                rights.setPermissions(Files.getPosixFilePermissions(file));
            }
            if (!condition.getAsBoolean()) {
                throw new ChangedMeanwhile();
            }
            return file;
        });
        forceFolder(file);
    }

    /**
     * Creates a file with the usual permissions, atomically.
     *
     * @throws FileAlreadyExistsException if there is a file of that name
     * @throws IOException if it cannot be written; no part of it remains then
     */
    public static void create(Path file, byte[] bytes) throws IOException {
        IOBooleanSupplier isFree = () -> {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            return true;
        };
        isFree.getAsBoolean();
        put(file, AtomicFile.readableTemporary(file), bytes, isFree);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders; there the file system records names by itself.
        }
    }
}
