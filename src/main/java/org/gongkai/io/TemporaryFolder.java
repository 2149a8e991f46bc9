package org.gongkai.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A folder in the temporary folder of the system, which is deleted when it is closed. What a process that was killed
 * has left is recognised by a lock that nobody holds any more.
 */
public record TemporaryFolder(Path folder, FileLock lock) implements AutoCloseable {

    private static final String NAME = "gongkai-";
    private static final String LOCK = "lock";
    private static final int ATTEMPTS = 5;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /** Creates an empty folder. */
    public static TemporaryFolder create() throws IOException {
        while (true) {
            Path folder =
                    Files.createTempDirectory(NAME + ProcessHandle.current().pid() + "-");
            try {
                Optional<FileLock> lock = FileLock.tryAcquire(folder.resolve(LOCK));
                // Whoever clears leftovers may have come between the file and its lock.
                if (lock.isPresent() && Files.exists(folder.resolve(LOCK))) {
                    Files.createDirectory(folder.resolve("files"));
                    return new TemporaryFolder(folder, lock.get());
                }
            } catch (NoSuchFileException e) {
                continue;
            }
        }
    }

    public Path path() {
        return folder.resolve("files");
    }

    /** Deletes the folders of processes that have ended; those of others, and what cannot be deleted, stay. */
    public static void clearLeftovers() {
        String own = NAME + ProcessHandle.current().pid() + "-";
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAME + "*-*")) {
            for (Path folder : folders) {
                // To close a file of this process would release its lock, too. A link of somebody else may lead
                // anywhere.
                if (!folder.getFileName().toString().startsWith(own)
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    clear(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // The next start tries again.
        }
    }

    private static void clear(Path folder) {
        try (FileLock lock = FileLock.tryAcquireExisting(folder.resolve(LOCK)).orElse(null)) {
            if (lock != null) {
                FileTrees.delete(folder.resolve("files"));
                lock.close();
                FileTrees.delete(folder);
            }
        } catch (IOException e) {
            // Of another user or without a lock: it is not known whether its owner has ended.
        }
    }

    /** Deletes the folder. What cannot be deleted stays, and no work fails because of it. */
    @Override
    public void close() {
        try {
            try (lock) {
                deleteFiles();
            }
            FileTrees.delete(folder);
        } catch (IOException e) {
            return; // The next start deletes it.
        }
    }

    /** A program that was ended may still write for a moment. */
    private void deleteFiles() throws IOException {
        for (int left = ATTEMPTS; ; left--) {
            try {
                FileTrees.delete(path());
                return;
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
