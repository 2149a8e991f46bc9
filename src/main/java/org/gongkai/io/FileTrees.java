package org.gongkai.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** Operations on whole folders. */
public final class FileTrees {

    private static final Set<PosixFilePermission> WRITABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private FileTrees() {}

    /** Deletes a file, a link or a whole folder if it exists, even if read-only. Links are not followed. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isPosix(folder) && !Files.isWritable(folder)) {
                    Files.setPosixFilePermissions(folder, WRITABLE);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() && !isPosix(file)) {
                    Files.setAttribute(file, "dos:readonly", false);
                }
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                super.postVisitDirectory(folder, e);
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether a file has the permissions of POSIX. */
    public static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    /**
     * Links a file to another place, or copies it if the file system does not support links.
     *
     * @return whether it is a link
     * @throws NoSuchFileException if there is no such file
     */
    public static boolean link(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file);
            return true;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            FileErrors.naming(place, () -> Files.copy(file, place));
            return false;
        }
    }

    public static void deleteIfEmpty(Path folder) throws IOException {
        if (isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    public static boolean isEmpty(Path folder) throws IOException {
        return PathUtils.isEmptyDirectory(folder);
    }

    /** The files and folders in a folder, sorted; none if it is no folder. */
    public static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
