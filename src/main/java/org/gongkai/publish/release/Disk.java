package org.gongkai.publish.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;
import org.apache.commons.io.function.IOBiConsumer;
import org.apache.commons.io.function.IOConsumer;
import org.gongkai.io.FileErrors;
import org.gongkai.io.FileTrees;
import org.gongkai.io.WorkPool;

/** Every disk operation of a store, so that tests can inject a failure at any step. */
public final class Disk {

    /** The prefix of the names of work in progress, which only this program gives. */
    public static final String WORK = ".gongkai-";

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("r--r--r--");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("r-xr-xr-x");
    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");

    /** Threads that wait for the disk at the same time, which then writes several files in one go. */
    private static final int WAITING_THREADS = 16;

    private final IOBiConsumer<String, Path> step;
    private final boolean durable;
    private final int threads;
    private final int waitingThreads;

    /** The disk of the machine, used by as many threads as it has processors. */
    public Disk() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * The disk of the machine.
     *
     * @param threads how many threads may compress and compare files at the same time
     */
    public Disk(int threads) {
        this((operation, path) -> {}, true, threads, WAITING_THREADS);
    }

    /**
     * A disk for tests, used by the thread of the caller alone, so that its steps always have the same order.
     *
     * @param lasting whether written data is forced to the disk, which is slow
     */
    public Disk(IOBiConsumer<String, Path> step, boolean lasting) {
        this(step, lasting, 1, 1);
    }

    private Disk(IOBiConsumer<String, Path> step, boolean lasting, int threads, int waitingThreads) {
        this.step = step;
        this.durable = lasting;
        this.threads = threads;
        this.waitingThreads = waitingThreads;
    }

    /**
     * Works on many files at the same time; see {@link WorkPool#forEach}.
     *
     * @throws IOException if the work failed for a file; no thread works any more then
     */
    public <T> void forEach(Collection<T> files, IOConsumer<T> work) throws IOException {
        forEach(files, work, threads);
    }

    /** Does the same for work that mostly waits for the disk. */
    <T> void forEachWaiting(Collection<T> files, IOConsumer<T> work) throws IOException {
        forEach(files, work, waitingThreads);
    }

    private static <T> void forEach(Collection<T> files, IOConsumer<T> work, int threads) throws IOException {
        if (threads == 1) {
            for (T file : files) {
                work.accept(file);
            }
            return;
        }
        try (WorkPool pool = new WorkPool(threads)) {
            pool.forEach(files, work);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    public void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            step.accept("folder", folder);
            Files.createDirectories(folder);
        }
    }

    /** Creates a folder and its missing parents, which the user of a web server may enter whatever the umask is. */
    public void createServedFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createServedFolders(folder.getParent());
        }
        // Publications of other sites may be making the folder that all of them lie in.
        createFolders(folder);
        if (FileTrees.isPosix(folder)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.addAll(OPEN)) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        }
    }

    /** Creates a folder whose parent exists. */
    void createFolder(Path folder) throws IOException {
        step.accept("folder", folder);
        Files.createDirectory(folder);
    }

    /** Creates a file; its bytes are on the disk when this returns. */
    public void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, durable);
    }

    /**
     * Replaces a file atomically; its bytes are on the disk when this returns.
     *
     * @param temporary where they are written first, on the same disk
     */
    public void replace(Path file, Path temporary, byte[] bytes) throws IOException {
        delete(temporary);
        write(temporary, bytes);
        move(temporary, file);
        fsync(file.getParent());
    }

    /** Creates a file without waiting for the disk; {@link #fsync} must be called for it later. */
    void writeUnsynced(Path file, byte[] bytes) throws IOException {
        write(file, bytes, false);
    }

    private void write(Path file, byte[] bytes, boolean fsync) throws IOException {
        step.accept("write", file);
        FileErrors.naming(file, () -> {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                if (fsync) {
                    channel.force(true);
                }
            }
        });
    }

    /**
     * Creates a hard link to a file or, if the file system cannot, a copy.
     *
     * @return whether it is a link
     */
    boolean link(Path file, Path existing) throws IOException {
        step.accept("link", file);
        return FileTrees.link(existing, file);
    }

    /** Renames a file, a link or a folder; an existing file or link is replaced atomically. */
    public void move(Path from, Path to) throws IOException {
        step.accept("move", to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Creates a symbolic link, or atomically replaces an existing one. */
    public void replaceLink(Path link, Path target) throws IOException {
        Path fresh = link.resolveSibling(WORK + link.getFileName());
        step.accept("symlink", link);
        Files.deleteIfExists(fresh);
        try {
            Files.createSymbolicLink(fresh, target);
        } catch (UnsupportedOperationException e) {
            throw new FileSystemException(link.toString(), null, "这里不能建立符号链接");
        }
        move(fresh, link);
        fsync(link.getParent());
    }

    /** Waits until a file, or the names in a folder, would survive a loss of power. */
    public void fsync(Path path) throws IOException {
        step.accept("force", path);
        if (!durable || Files.isDirectory(path) && !FileTrees.isPosix(path)) {
            return; // Windows cannot open folders.
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a file or folder read-only; for a file, under all its hard links. */
    void protect(Path path) throws IOException {
        step.accept("protect", path);
        if (FileTrees.isPosix(path)) {
            Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
        } else if (!path.toFile().setReadOnly()) {
            throw new FileSystemException(path.toString(), null, "不能设成只读");
        }
    }

    /** Deletes a file, a link or a whole folder, even if read-only. Links are not followed. */
    public void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            step.accept("delete", path);
            FileTrees.delete(path);
        }
    }
}
