package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gongkai.io.FileTrees;

/**
 * Puts new files in the place of old ones by renaming, and undoes that. Every byte has been written by then, so a full disk can
 * no longer come between. What was done shows by where a file lies, so that another process can undo it as well.
 */
final class OutputSwap {

    private final Path target;
    private final Path fresh;
    private final Path old;
    private final OutputDisk disk;

    OutputSwap(Path target, Path fresh, Path old, OutputDisk disk) {
        this.target = target;
        this.fresh = fresh;
        this.old = old;
        this.disk = disk;
    }

    /** Moves all that is new into a folder that was empty. */
    void moveAll() throws IOException {
        List<Path> children;
        try (var list = Files.list(fresh)) {
            children = list.sorted().toList();
        }
        for (Path child : children) {
            disk.move(child, target.resolve(child.getFileName().toString()));
        }
    }

    /** Takes files away, and the folders that are empty without them. */
    void remove(Collection<String> addresses) throws IOException {
        for (String address : new TreeSet<>(addresses)) {
            Path file = target.resolve(address);
            if (Files.isRegularFile(file)) {
                setAside(address, file);
                removeEmptyFolders(file.getParent());
            }
        }
    }

    /** Puts new files in place, the manifest last, so that it never speaks of a file that is not there yet. */
    void replace(Collection<String> addresses) throws IOException {
        TreeSet<String> order = new TreeSet<>(addresses);
        String manifest = order.contains(Manifest.OTHER_NAME) ? Manifest.OTHER_NAME : Manifest.NAME;
        boolean isNew = order.remove(manifest);
        for (String address : order) {
            replace(address);
        }
        if (isNew) {
            replace(manifest);
        }
    }

    private void replace(String address) throws IOException {
        Path file = target.resolve(address);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "这里已有一个同名的文件夹");
        }
        if (Files.exists(file)) {
            setAside(address, file);
        } else {
            createFolders(file.getParent());
        }
        disk.move(fresh.resolve(address), file);
    }

    private void setAside(String address, Path file) throws IOException {
        Path aside = old.resolve(address);
        disk.createFolders(aside.getParent());
        disk.move(file, aside);
    }

    private void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new FileSystemException(folder.toString(), null, "这里已有一个同名的文件");
        }
        createFolders(folder.getParent());
        disk.createFolder(folder);
    }

    private void removeEmptyFolders(Path folder) throws IOException {
        for (Path at = folder; !at.equals(target) && FileTrees.isEmpty(at); at = at.getParent()) {
            disk.delete(at);
        }
    }

    /**
     * Takes back what is in place of some new files, and puts back every old one. May be broken off and done again.
     *
     * @param addresses all new files, in place or not
     */
    void undo(Collection<String> addresses) throws IOException {
        for (String address : addresses) {
            Path file = target.resolve(address);
            Path back = fresh.resolve(address);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.exists(back, LinkOption.NOFOLLOW_LINKS)) {
                disk.createFolders(back.getParent());
                disk.move(file, back);
            }
            if (Files.isDirectory(file.getParent())) {
                removeEmptyFolders(file.getParent());
            }
        }
        if (!Files.isDirectory(old)) {
            return;
        }
        List<Path> aside;
        try (var all = Files.walk(old)) {
            aside = all.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
        for (Path file : aside) {
            Path place = target.resolve(old.relativize(file).toString());
            disk.createFolders(place.getParent());
            disk.move(file, place);
        }
    }
}
