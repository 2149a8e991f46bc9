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
 * Lets one push to a repository be checked at a time, for many at once would need the memory of many, in the order in which
 * they came. A place is a file that its process has locked, so that the operating system frees it when the process ends,
 * however it ends.
 *
 * <p>Whoever was overtaken has to come back with what the others have pushed. Its place is kept for a while, or those who
 * come back fastest would always be first; and whoever stands behind waits a little for it, or all would come back at once,
 * each to be overtaken but one.
 */
public final class CheckQueue {

    /** How long a place is kept for one who was overtaken. */
    private static final Duration RESERVATION = Duration.ofMinutes(2);

    /** How long those behind wait for one who was overtaken. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final String WAITING = ".waiting";
    private static final String RESERVED = ".away";

    private final Path folder;
    private final Clock clock;

    /** @param folder where this program keeps what it knows of the repository */
    public CheckQueue(Path folder, Clock clock) {
        this.folder = folder.resolve("queue");
        this.clock = clock;
    }

    /** A place in the queue. To be closed by whoever has it. */
    public static final class Place implements Closeable {

        private final CheckQueue queue;
        private final long number;
        private final String owner;
        private final FileLock lock;
        private Optional<FileLock> turn = Optional.empty();

        private Place(CheckQueue queue, long number, String who, FileLock lock) {
            this.queue = queue;
            this.number = number;
            this.owner = who;
            this.lock = lock;
        }

        /** How many are to be served before, those among them who were overtaken and may come back at once. */
        public int before() throws IOException {
            return queue.before(number);
        }

        /** Takes the turn if it has come and nobody else is being served; to be asked again and again. */
        public boolean tryTakeTurn() throws IOException {
            if (turn.isEmpty() && !queue.hasBefore(number)) {
                turn = FileLock.tryAcquire(queue.folder.resolve("turn"));
            }
            return turn.isPresent();
        }

        /** Whether anybody waits for this one. */
        public boolean isAwaited() throws IOException {
            return queue.isAwaited(number);
        }

        /** Leaves, and keeps the place for whoever has it. */
        public void reserve() throws IOException {
            AtomicFile.put(queue.file(number, RESERVED), queue.clock.millis() + "\n" + owner + "\n");
            close();
        }

        /** Leaves. */
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
     * Takes a place at the end, or the one that was kept.
     *
     * @param who by what a place is known when its owner comes back; one line
     */
    public Place join(String who) throws IOException {
        Files.createDirectories(folder);
        try (FileLock alone = FileLock.acquire(folder.resolve("lock"))) {
            Optional<Long> kept = reservedNumber(who);
            long number = kept.isPresent() ? kept.get() : last() + 1;
            FileLock lock = FileLock.tryAcquire(file(number, WAITING))
                    .orElseThrow(() -> new IOException("排队用的文件被别的程序占着：" + file(number, WAITING)));
            if (kept.isPresent()) {
                Files.deleteIfExists(file(number, RESERVED));
            }
            return new Place(this, number, who, lock);
        }
    }

    private Optional<Long> reservedNumber(String who) throws IOException {
        for (long number : numbers(RESERVED).keySet()) {
            Optional<Reservation> away = reservation(number);
            if (away.isPresent() && away.get().isOlderThan(RESERVATION, clock)) {
                Files.deleteIfExists(file(number, RESERVED));
            } else if (away.isPresent() && away.get().owner().equals(who) && !Files.exists(file(number, WAITING))) {
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
                .filter(away -> !away.isOlderThan(GRACE, clock))
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

    /** Whether the process that has a place still runs; if not, the place is taken away. */
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
     * One who was overtaken.
     *
     * @param since when
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
