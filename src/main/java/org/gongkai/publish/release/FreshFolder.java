package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of a site in the making, which knows which of its files are new on this disk and which are shared. Any number of
 * threads may put files into it.
 */
public final class FreshFolder {

    private final Path root;
    private final Disk disk;
    private final Set<Path> folders;
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();
    private volatile boolean copied;

    /**
     * Makes it; what stood there is deleted.
     *
     * @param files the paths of the files that it will hold
     */
    public FreshFolder(Path root, Collection<String> files, Disk disk) throws IOException {
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

    /** Shares a file that is on this disk and protected already; where that cannot be done it is copied. */
    public void link(String path, Path existing) throws IOException {
        if (!disk.link(root.resolve(path), existing)) {
            copied = true;
            fresh.add(path);
        }
    }

    /** Takes a file from elsewhere. */
    public void take(String path, Path source) throws IOException {
        disk.take(source, root.resolve(path));
        fresh.add(path);
    }

    public void write(String path, byte[] bytes) throws IOException {
        disk.writeUnforced(root.resolve(path), bytes);
        fresh.add(path);
    }

    /** Puts a packed copy beside a file that stands in its place, if it is worth one. */
    public void pack(String path) throws IOException {
        Optional<byte[]> packed = PackedCopies.pack(Files.readAllBytes(root.resolve(path)));
        if (packed.isPresent()) {
            disk.writeUnforced(root.resolve(PackedCopies.of(path)), packed.get());
            fresh.add(PackedCopies.of(path));
        }
    }

    /** Whether a file is not shared. */
    public boolean isFresh(String path) {
        return fresh.contains(path);
    }

    /** Whether some file had to be copied that should have been shared. */
    public boolean copied() {
        return copied;
    }

    /** Makes all of it read-only and waits until the disk has it. */
    public void protect() throws IOException {
        FolderTree.protect(folders, fresh.stream().map(root::resolve).toList(), disk);
    }
}
