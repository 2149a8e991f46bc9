package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.Digests;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.ManifestReader;

/** Reads the folders of sites. A file that several folders share is read once. */
public final class FolderContents {

    private final Map<Object, String> hashes = new ConcurrentHashMap<>();

    /** The manifest of a folder; empty if it has none that this program wrote. */
    public static Optional<Manifest> manifest(Path folder) throws IOException {
        try {
            return ManifestReader.read(Files.readString(folder.resolve(Manifest.NAME)));
        } catch (NoSuchFileException | java.nio.charset.CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The SHA-256 of the manifest of a folder; empty if there is none. */
    public static Optional<String> manifestHash(Path folder) throws IOException {
        try {
            return Optional.of(Digests.sha256(Files.readAllBytes(folder.resolve(Manifest.NAME))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** All files and empty folders below a folder, by relative path. Links are not followed. */
    public static SortedMap<String, BasicFileAttributes> filesBelow(Path folder) throws IOException {
        SortedMap<String, BasicFileAttributes> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.put(name(folder, file), attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                super.postVisitDirectory(folder, e);
                String name = name(folder, visited);
                if (!visited.equals(folder)
                        && !found.tailMap(name + "/").keySet().stream()
                                .findFirst()
                                .filter(next -> next.startsWith(name + "/"))
                                .isPresent()) {
                    found.put(name + "/", Files.readAttributes(visited, BasicFileAttributes.class));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** SHA-256 of a file. */
    public String hash(Path file, BasicFileAttributes attributes) {
        Object inode = attributes.fileKey();
        return inode == null ? hash(file) : hashes.computeIfAbsent(inode, key -> hash(file));
    }

    private static String hash(Path file) {
        return Uncheck.get(() -> Digests.sha256(file));
    }
}
