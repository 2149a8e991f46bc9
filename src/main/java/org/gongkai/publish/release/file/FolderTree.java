package org.gongkai.publish.release.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Operations on whole folders of releases. */
public final class FolderTree {

    private FolderTree() {}

    /** Creates a protected folder that shares all files of another. */
    public static void twin(Path folder, Path twin, Disk disk) throws IOException {
        Set<String> files = FolderContents.filesBelow(folder).keySet();
        NewFolder fresh = new NewFolder(twin, files, disk);
        disk.forEach(files, path -> fresh.link(path, folder.resolve(path)));
        fresh.protect();
    }

    /** A folder and all subfolders that its files need, parents first. */
    public static Set<Path> folders(Path root, Collection<String> files) {
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
     * Makes folders and new files read-only, and waits until they are on the disk.
     *
     * @param fresh the new files; all others are protected and on the disk already
     */
    public static void protect(Collection<Path> folders, Collection<Path> fresh, Disk disk) throws IOException {
        disk.forEachWaiting(fresh, file -> {
            disk.protect(file);
            disk.fsync(file);
        });
        disk.forEachWaiting(folders, disk::fsync);
        disk.forEach(folders, disk::protect);
    }
}
