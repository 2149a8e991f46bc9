package org.gongkai.publish.hooks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileLock;

/**
 * A queue in which pushes to a repository are checked one at a time, in the order of their arrival; several checks at
 * once would need too much memory. A place is a file that its process has locked, so that the operating system frees it
 * however the process ends.
 *
 * <p>The author of a push that was overtaken has to merge and to push again. Its place is reserved for a while, or
 * those who push again fastest would always be first. Those behind wait a short time for it, or all would come back at
 * once and all but one would be overtaken again.
 */
public final class CheckQueue {

    /** How long the place of an overtaken push is reserved. */
    private static final Duration RESERVATION = Duration.ofMinutes(2);

    /** How long those behind wait for an overtaken push. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final String WAITING = ".waiting";
    private static final String RESERVED = ".away";

    private final Path folder;
    private final Clock clock;

    /** @param folder the folder of the repository that holds the state of this program */
    public CheckQueue(Path folder, Clock clock) {
        this.folder = folder.resolve("queue");
        this.clock = clock;
    }

    /** A place in the queue. */
    public static final class Place implements Closeable {

        private final CheckQueue queue;
        private final long number;
        private final String owner;
        private final FileLock lock;
        private Optional<FileLock> turn = Optional.empty();

        private Place(CheckQueue queue, long number, String owner, FileLock lock) {
            this.queue = queue;
            this.number = number;
            this.owner = owner;
            this.lock = lock;
        }

        /** The number of pushes ahead, including overtaken ones that are still waited for. */
        public int before() throws IOException {
            return queue.before(number);
        }

        /**
         * Takes the turn if nobody is ahead and no other check is running. To be polled.
         *
         * @return whether this place has the turn
         */
        public boolean tryTakeTurn() throws IOException {
            if (turn.isEmpty() && !queue.hasBefore(number)) {
                turn = FileLock.tryAcquire(queue.folder.resolve("turn"));
            }
            return turn.isPresent();
        }

        /** Whether another push is waiting. */
        public boolean isAwaited() throws IOException {
            return queue.isAwaited(number);
        }

        /** Leaves the queue and reserves the place for its owner. */
        public void reserve() throws IOException {
            AtomicFile.put(queue.file(number, RESERVED), queue.clock.millis() + "\n" + owner + "\n");
            close();
        }

        /** Leaves the queue. */
        @Override
        public void close() throws IOException {
            if (turn.isPresent()) {
                turn.get().close();
            }
            if (lock.isHeld()) {
                Files.deleteIfExists(queue.file(number, WAITING));
                lock.close();
            }
        }
    }

    /**
     * Takes the place that is reserved for an owner, or one at the end.
     *
     * @param owner identifies the owner when it comes back; one line
     */
    public Place join(String owner) throws IOException {
        Files.createDirectories(folder);
        try (FileLock exclusive = FileLock.acquire(folder.resolve("lock"))) {
            Optional<Long> reserved = reservedNumber(owner);
            long number = reserved.isPresent() ? reserved.get() : last() + 1;
            FileLock lock = FileLock.tryAcquire(file(number, WAITING))
                    .orElseThrow(() -> new IOException("排队用的文件被别的程序占着：" + file(number, WAITING)));
            if (reserved.isPresent()) {
                Files.deleteIfExists(file(number, RESERVED));
            }
            return new Place(this, number, owner, lock);
        }
    }

    private Optional<Long> reservedNumber(String owner) throws IOException {
        for (long number : numbers(RESERVED).keySet()) {
            Optional<Reservation> reservation = reservation(number);
            if (reservation.isPresent() && reservation.get().isOlderThan(RESERVATION, clock)) {
                Files.deleteIfExists(file(number, RESERVED));
            } else if (reservation.isPresent()
                    && reservation.get().owner().equals(owner)
                    && !Files.exists(file(number, WAITING))) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private long last() throws IOException {
        TreeMap<Long, Path> all = numbers(WAITING);
        all.putAll(numbers(RESERVED));
        return all.isEmpty() ? 0 : all.lastKey();
    }

    private int before(long number) throws IOException {
        int before = 0;
        for (long other : numbers(WAITING).headMap(number).keySet()) {
            before += isAlive(other) ? 1 : 0;
        }
        for (long other : numbers(RESERVED).headMap(number).keySet()) {
            before += isExpected(other) ? 1 : 0;
        }
        return before;
    }

    private boolean hasBefore(long number) throws IOException {
        for (long other : numbers(WAITING).headMap(number, false).descendingKeySet()) {
            if (isAlive(other)) {
                return true;
            }
        }
        for (long other : numbers(RESERVED).headMap(number).keySet()) {
            if (isExpected(other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExpected(long number) throws IOException {
        return reservation(number)
                .filter(reservation -> !reservation.isOlderThan(GRACE, clock))
                .isPresent();
    }

    private boolean isAwaited(long number) throws IOException {
        for (long other : numbers(WAITING).keySet()) {
            if (other != number && isAlive(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the process of a place still runs; if not, the place is deleted. */
    private boolean isAlive(long number) throws IOException {
        Path file = file(number, WAITING);
        try (FileLock lock = FileLock.tryAcquireExisting(file).orElse(null)) {
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * The reservation for an overtaken push.
     *
     * @param since when it was made
     */
    private record Reservation(Instant since, String owner) {

        boolean isOlderThan(Duration age, Clock clock) {
            return since.plus(age).isBefore(clock.instant());
        }
    }

    private Optional<Reservation> reservation(long number) throws IOException {
        try {
            String[] lines = Files.readString(file(number, RESERVED)).split("\n", -1);
            return lines.length > 1 && lines[0].matches("\\d{1,15}")
                    ? Optional.of(new Reservation(Instant.ofEpochMilli(Long.parseLong(lines[0])), lines[1]))
                    : Optional.of(new Reservation(Instant.EPOCH, ""));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private TreeMap<Long, Path> numbers(String ending) throws IOException {
        TreeMap<Long, Path> found = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{1,15}\\" + ending)) {
                    found.put(Long.parseLong(name.substring(0, name.length() - ending.length())), file);
                }
            }
        }
        return found;
    }

    private Path file(long number, String ending) {
        return folder.resolve(number + ending);
    }
}
