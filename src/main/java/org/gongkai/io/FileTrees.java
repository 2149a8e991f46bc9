package org.gongkai.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Operations on whole folders. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes a folder recursively if it exists. Links are deleted, not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Links a file to another place, or copies it if the file system does not support links.
     *
     * @throws NoSuchFileException if there is no such file
     */
    public static void link(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, place);
        }
    }

    public static void deleteIfEmpty(Path folder) throws IOException {
        if (isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    public static boolean isEmpty(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }
}
