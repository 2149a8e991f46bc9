package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
        return filesBelow(folder, path -> false);
    }

    /** The same without some files, which are only listed. */
    static SortedMap<String, BasicFileAttributes> filesBelow(Path folder, Predicate<String> omitted)
            throws IOException {
        SortedMap<String, BasicFileAttributes> found = new TreeMap<>();
        addAll(folder, "", omitted, found);
        return found;
    }

    private static void addAll(
            Path folder, String name, Predicate<String> omitted, SortedMap<String, BasicFileAttributes> found)
            throws IOException {
        boolean isEmpty = !name.isEmpty();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                isEmpty = false;
                String path = name + child.getFileName();
                if (!omitted.test(path)) {
                    BasicFileAttributes attributes = attributes(child);
                    if (attributes.isDirectory()) {
                        addAll(child, path + "/", omitted, found);
                    } else {
                        found.put(path, attributes);
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (isEmpty) {
            found.put(name, attributes(folder));
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
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
