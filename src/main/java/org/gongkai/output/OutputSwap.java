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
 * Replaces old files by new ones, and undoes that. Files are only renamed, so a full disk cannot interrupt it. The
 * location of each file shows what was done, so that another process can undo it, too.
 */
record OutputSwap(Path target, Path fresh, Path old, OutputDisk disk) {

    /** Moves all new files into a folder that was empty. */
    void moveAll() throws IOException {
        for (Path child : FileTrees.children(fresh)) {
            disk.move(child, target.resolve(child.getFileName().toString()));
        }
    }

    /** Removes files, and folders that become empty. */
    void remove(Collection<String> addresses) throws IOException {
        for (String address : new TreeSet<>(addresses)) {
            Path file = target.resolve(address);
            if (Files.isRegularFile(file)) {
                setAside(address, file);
                removeEmptyFolders(file.getParent());
            }
        }
    }

    /** Moves new files to their places, the manifest last, so that it never lists a file that is not there yet. */
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
     * Moves new files back, and restores every old one. May be interrupted and run again.
     *
     * @param addresses all new files, whether moved or not
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
