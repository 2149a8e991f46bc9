package org.gongkai.publish.hooks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.io.FileLock;

/**
 * Lets the pushes to a repository be checked one at a time; several checks at once would need too much memory. The
 * operating system releases it however its process ends.
 */
public final class CheckLock implements Closeable {

    /** How long ago whoever still waits must have tried at the latest. */
    private static final Duration RECENT = Duration.ofSeconds(2);

    private final FileLock lock;
    private final Path waiting;
    private final Clock clock;

    private CheckLock(FileLock lock, Path waiting, Clock clock) {
        this.lock = lock;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Takes the lock, or tells its holder that somebody waits. To be polled.
     *
     * @param folder the folder of the repository that holds the state of this program
     */
    public static Optional<CheckLock> tryAcquire(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("check.lock");
        Path waiting = folder.resolve("check.waiting");
        Optional<FileLock> lock = FileLock.tryAcquire(file);
        if (lock.isEmpty()) {
            if (!Files.exists(waiting)) {
                Files.write(waiting, new byte[0]);
            }
            Files.setLastModifiedTime(waiting, FileTime.from(clock.instant()));
        }
        return lock.map(held -> new CheckLock(held, waiting, clock));
    }

    /** Whether another push is waiting. */
    public boolean isAwaited() throws IOException {
        try {
            Instant tried = Files.getLastModifiedTime(waiting).toInstant();
            return tried.plus(RECENT).isAfter(clock.instant());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
