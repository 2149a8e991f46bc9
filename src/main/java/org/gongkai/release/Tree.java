package org.gongkai.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works on whole folders. */
final class Tree {

    private Tree() {}

    /** A second folder with the same files, protected. */
    static void twin(Path folder, Path twin, Disk disk) throws IOException {
        disk.createFolders(twin);
        for (String path : Contents.below(folder).keySet()) {
            Path file = twin.resolve(path);
            disk.createFolders(file.getParent());
            disk.link(file, folder.resolve(path));
        }
        protect(twin, Set.of(), disk);
    }

    /**
     * Makes a folder read-only and waits until the disk has it.
     *
     * @param fresh the files whose bytes are new; all others are on the disk, and protected, already
     */
    static void protect(Path folder, Set<Path> fresh, Disk disk) throws IOException {
        List<Path> folders = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                folders.add(visited);
                return FileVisitResult.CONTINUE;
            }
        });
        Parallel.forEach(fresh, file -> {
            disk.protect(file);
            disk.force(file);
        });
        Parallel.forEach(folders, disk::force);
        for (Path path : folders) {
            disk.protect(path);
        }
    }
}
