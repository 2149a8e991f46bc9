package org.gongkai.publish.release.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder of a site that is being made of new and shared files. Thread-safe. */
public final class NewFolder {

    private final Path root;
    private final Disk disk;
    private final Set<Path> folders;
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();
    private volatile boolean copied;

    /**
     * Creates the folder; an existing one is deleted.
     *
     * @param files the paths of the files that it will hold
     */
    public NewFolder(Path root, Collection<String> files, Disk disk) throws IOException {
        this.root = root;
        this.disk = disk;
        this.folders = FolderTree.folders(root, files);
        disk.delete(root);
        for (Path folder : folders) {
            disk.createFolder(folder);
        }
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

    /** Moves a file into the folder. */
    public void take(String path, Path source) throws IOException {
        disk.take(source, root.resolve(path));
        fresh.add(path);
    }

    public void write(String path, byte[] bytes) throws IOException {
        disk.writeUnsynced(root.resolve(path), bytes);
        fresh.add(path);
    }

    /** Creates the packed copy of a file in the folder, if it is sufficiently smaller. */
    public void pack(String path) throws IOException {
        Optional<byte[]> packed = PackedCopies.pack(Files.readAllBytes(root.resolve(path)));
        if (packed.isPresent()) {
            disk.writeUnsynced(root.resolve(PackedCopies.of(path)), packed.get());
            fresh.add(PackedCopies.of(path));
        }
    }

    /** Whether a file is new, not shared. */
    public boolean isFresh(String path) {
        return fresh.contains(path);
    }

    /** Whether a file was copied that should have been shared. */
    public boolean copied() {
        return copied;
    }

    /** Makes the folder read-only and waits until it is on the disk. */
    public void protect() throws IOException {
        FolderTree.protect(folders, fresh.stream().map(root::resolve).toList(), disk);
    }
}
