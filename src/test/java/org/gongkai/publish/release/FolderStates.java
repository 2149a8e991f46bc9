package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.io.Digests;

/**
 * What folders hold after a command was interrupted. Many interruptions leave the same files: what follows such a state was
 * tried already and needs not be tried again.
 */
final class FolderStates {

    private final Set<List<String>> known = new HashSet<>();

    /** Whether a folder has not been in its present state before. */
    boolean isNew(Path folder) throws IOException {
        return known.add(state(folder));
    }

    /** The files of a folder with their kinds, rights, links and bytes, sorted. */
    private static List<String> state(Path folder) throws IOException {
        List<String> state = new ArrayList<>();
        Map<Object, Path> first = new HashMap<>();
        for (Path file : files(folder)) {
            String path = folder.relativize(file).toString();
            if (Files.isSymbolicLink(file)) {
                state.add(path + " -> " + Files.readSymbolicLink(file));
            } else if (Files.isDirectory(file)) {
                state.add(path + "/ " + PosixFilePermissions.toString(rights(file)));
            } else {
                Path same = first.putIfAbsent(inode(file), file);
                String content = same == null ? Digests.sha256(file) : "= " + folder.relativize(same);
                state.add(path + " " + PosixFilePermissions.toString(rights(file)) + " " + content);
            }
        }
        return state;
    }

    /** Copies a folder with its links and rights, which is faster than to publish it again; one that does not exist is none. */
    static void copy(Path from, Path to) throws IOException {
        Map<Object, Path> first = new HashMap<>();
        List<Path> folders = new ArrayList<>();
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (Files.isSymbolicLink(file)) {
                Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
            } else if (Files.isDirectory(file)) {
                Files.createDirectory(copy);
                folders.add(file);
            } else {
                Path same = first.putIfAbsent(inode(file), copy);
                if (same == null) {
                    Files.write(copy, Files.readAllBytes(file));
                    Files.setPosixFilePermissions(copy, rights(file));
                } else {
                    Files.createLink(copy, same);
                }
            }
        }
        Collections.reverse(folders);
        for (Path folder : folders) {
            Files.setPosixFilePermissions(to.resolve(from.relativize(folder).toString()), rights(folder));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static Object inode(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private static Set<PosixFilePermission> rights(Path file) throws IOException {
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    }
}
