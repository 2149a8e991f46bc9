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
import org.gongkai.io.AtomicFile;
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

    /**
     * The push that was accepted last. Git sets the branch only after the hook has ended; until then, the next push would
     * be checked in vain, for it is overtaken already.
     *
     * @param commit the commit that git is about to set the branch to
     * @param process the process of git; 0 if it is not known
     * @param acceptedAt when it was accepted, in milliseconds since 1970
     */
    public record AcceptedPush(String commit, long process, long acceptedAt) {

        private static final Duration MAX_AGE = Duration.ofSeconds(5);

        /** A push that is accepted now, in a hook that git runs through a shell. */
        public static AcceptedPush now(String commit, Clock clock) {
            long git = ProcessHandle.current()
                    .parent()
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElse(0L);
            return new AcceptedPush(commit, git, clock.millis());
        }

        /** Reads the last one; empty if there is none or it is damaged. */
        public static Optional<AcceptedPush> read(Path folder) throws IOException {
            try {
                String[] words = Files.readString(file(folder)).strip().split(" ");
                return words.length == 3 && words[1].matches("\\d{1,15}") && words[2].matches("\\d{1,15}")
                        ? Optional.of(new AcceptedPush(words[0], Long.parseLong(words[1]), Long.parseLong(words[2])))
                        : Optional.empty();
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        /** Stores it for the next push. */
        public void write(Path folder) throws IOException {
            Files.createDirectories(folder);
            AtomicFile.put(file(folder), commit + " " + process + " " + acceptedAt + "\n");
        }

        /** Whether git may still be about to set the branch. */
        public boolean isPending(Optional<String> tip, Clock clock) {
            return !tip.equals(Optional.of(commit))
                    && clock.millis() - acceptedAt < MAX_AGE.toMillis()
                    && clock.millis() >= acceptedAt
                    && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
        }

        private static Path file(Path folder) {
            return folder.resolve("settling");
        }
    }
}
