package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gongkai.output.Manifest;

/** The folder of a site that is being made of new and shared files. Thread-safe. */
public final class ReleaseFolderWriter {

    private final Path root;
    private final Disk disk;
    private final Set<Path> folders;
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private volatile boolean copied;

    /**
     * Creates the folder; an existing one is deleted.
     *
     * @param files the paths of the files that it will hold
     */
    public ReleaseFolderWriter(Path root, Collection<String> files, Disk disk) throws IOException {
        this(root, folders(root, files), disk);
        disk.delete(root);
        for (Path folder : folders) {
            disk.createFolder(folder);
        }
    }

    private ReleaseFolderWriter(Path root, Set<Path> folders, Disk disk) {
        this.root = root;
        this.folders = folders;
        this.disk = disk;
    }

    /**
     * Moves a folder that was made on the same disk, with all its files; an existing one in its place is deleted.
     *
     * @param files the paths of the files that it will hold
     */
    public static ReleaseFolderWriter of(Path made, Path root, Collection<String> files, Disk disk) throws IOException {
        ReleaseFolderWriter folder = new ReleaseFolderWriter(root, folders(root, files), disk);
        disk.delete(root);
        disk.move(made, root);
        for (Path inner : folder.folders) {
            disk.createFolders(inner);
        }
        return folder;
    }

    public Path root() {
        return root;
    }

    /** Links a protected file on this disk, or copies it if that is impossible. */
    public void link(String path, Path existing) throws IOException {
        if (!disk.link(root.resolve(path), existing)) {
            copied = true;
            fresh.add(path);
        }
    }

    /** Takes a file that came with the folder for a new one. */
    public void add(String path) {
        fresh.add(path);
    }

    /** Keeps a file that came with the folder and was linked to a protected one. */
    public void keep(String path) {
        kept.add(path);
    }

    /** Removes a file that came with the folder, if there is one. */
    public void remove(String path) throws IOException {
        disk.delete(root.resolve(path));
    }

    public void write(String path, byte[] bytes) throws IOException {
        disk.writeUnsynced(root.resolve(path), bytes);
        fresh.add(path);
    }

    /** Whether a file is new, not shared. */
    public boolean isFresh(String path) {
        return fresh.contains(path);
    }

    /** Whether a file came with the folder as a link. */
    public boolean isKept(String path) {
        return kept.contains(path);
    }

    /** Whether a file was copied that should have been shared. */
    public boolean copied() {
        return copied;
    }

    /** Makes the folder read-only and waits until it is on the disk. */
    public void protect() throws IOException {
        protect(folders, fresh.stream().map(root::resolve).toList(), disk);
    }

    /** Makes a folder read-only that was made elsewhere, and waits until it is on the disk. */
    public static void protect(Path root, Disk disk) throws IOException {
        Set<String> files = FolderContents.filesBelow(root).keySet();
        protect(folders(root, files), files.stream().map(root::resolve).toList(), disk);
    }

    /** Creates a protected folder that shares all files of another. */
    public static void twin(Path folder, Path twin, Disk disk) throws IOException {
        Set<String> files = FolderContents.filesBelow(folder).keySet();
        ReleaseFolderWriter fresh = new ReleaseFolderWriter(twin, files, disk);
        disk.forEach(files, path -> fresh.link(path, folder.resolve(path)));
        fresh.protect();
    }

    /** A folder and all subfolders that its files need, parents first. */
    private static Set<Path> folders(Path root, Collection<String> files) {
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
     * Makes folders and new files read-only, and waits until they are on the disk. The manifest is the last of the
     * files, so that its times tell whether another was touched afterwards.
     *
     * @param fresh the new files; all others are protected and on the disk already
     */
    private static void protect(Collection<Path> folders, Collection<Path> fresh, Disk disk) throws IOException {
        Predicate<Path> isManifest = file -> file.endsWith(Manifest.NAME);
        for (Predicate<Path> these : List.of(isManifest.negate(), isManifest)) {
            disk.forEachWaiting(fresh.stream().filter(these).toList(), file -> {
                disk.protect(file);
                disk.fsync(file);
            });
        }
        disk.forEachWaiting(folders, disk::fsync);
        disk.forEach(folders, disk::protect);
    }
}
