package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Works on whole folders. */
public final class FolderTree {

    private FolderTree() {}

    /** A second folder with the same files, protected. */
    public static void twin(Path folder, Path twin, Disk disk) throws IOException {
        Set<String> files = FolderContents.below(folder).keySet();
        FreshFolder fresh = new FreshFolder(twin, files, disk);
        disk.forEach(files, path -> fresh.link(path, folder.resolve(path)));
        fresh.protect();
    }

    /** A folder and all those below it that its files need, each behind the one that holds it. */
    static Set<Path> folders(Path root, Collection<String> files) {
        Set<Path> folders = new LinkedHashSet<>(Set.of(root));
        for (String file : files) {
            Deque<Path> wanted = new ArrayDeque<>();
            for (Path folder = root.resolve(file).getParent(); !folders.contains(folder); folder = folder.getParent()) {
                wanted.push(folder);
            }
            folders.addAll(wanted);
        }
        return folders;
    }

    /**
     * Makes folders read-only and waits until the disk has them.
     *
     * @param fresh the files whose bytes are new; all others are on the disk, and protected, already
     */
    static void protect(Collection<Path> folders, Collection<Path> fresh, Disk disk) throws IOException {
        disk.forEachWaiting(fresh, file -> {
            disk.protect(file);
            disk.force(file);
        });
        disk.forEachWaiting(folders, disk::force);
        disk.forEach(folders, disk::protect);
    }
}
