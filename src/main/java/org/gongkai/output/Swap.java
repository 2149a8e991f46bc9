package org.gongkai.output;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * Puts new files in the place of old ones by renaming, and undoes all of it unless {@link #done} is reached. Every byte
 * has been written by then, so a full disk can no longer come between.
 */
final class Swap implements AutoCloseable {

    private final Path target;
    private final Path fresh;
    private final Path old;
    private final Deque<Undo> done = new ArrayDeque<>();
    private boolean complete;

    private interface Undo {
        void run() throws IOException;
    }

    Swap(Path target, Path fresh, Path old) {
        this.target = target;
        this.fresh = fresh;
        this.old = old;
    }

    /** Moves all that is new into a folder that was empty. */
    void moveAll() throws IOException {
        List<Path> children;
        try (var list = Files.list(fresh)) {
            children = list.sorted().toList();
        }
        for (Path child : children) {
            move(child, target.resolve(child.getFileName().toString()));
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
        move(fresh.resolve(address), file);
    }

    private void setAside(String address, Path file) throws IOException {
        Path aside = old.resolve(address);
        Files.createDirectories(aside.getParent());
        move(file, aside);
    }

    private void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new FileSystemException(folder.toString(), null, "这里已有一个同名的文件");
        }
        createFolders(folder.getParent());
        Files.createDirectory(folder);
        done.push(() -> FileTrees.deleteIfEmpty(folder));
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to);
        done.push(() -> {
            Files.createDirectories(from.getParent());
            Files.move(to, from);
        });
    }

    private void removeEmptyFolders(Path folder) throws IOException {
        for (Path at = folder; !at.equals(target) && FileTrees.isEmpty(at); at = at.getParent()) {
            Files.delete(at);
        }
    }

    /** Says that everything is in place. */
    void done() {
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (complete) {
            return;
        }
        while (!done.isEmpty()) {
            done.pop().run();
        }
    }
}
