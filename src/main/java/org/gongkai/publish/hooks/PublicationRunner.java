package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileLock;
import org.gongkai.io.Json;

/**
 * Publishes, in one process at a time, until the newest state is published. A process that finds the lock taken may
 * leave: the holder checks again after releasing it, so no state that was pushed before then is missed.
 *
 * @param folder the folder of the repository that holds the state of this program
 */
public record PublicationRunner(Path folder, Clock clock, PublicationTask task) {

    /** What is published, and how. */
    public interface PublicationTask {

        /** The state to be published; empty if the branch has no commit. */
        Optional<DesiredState> desired() throws IOException;

        /** Publishes a state. A failure is returned as a failed attempt, not thrown. */
        Attempt publish(DesiredState desired);
    }

    /**
     * The result of an attempt to publish.
     *
     * @param status exit status; 0 if the site was published
     * @param day the date of the site
     * @param next the next date on which the site changes without a new commit, if any
     * @param zone the time zone of these dates
     * @param report lines about the attempt for a person, each ending in a line feed
     */
    public record Attempt(int status, LocalDate day, Optional<LocalDate> next, ZoneId zone, String report) {

        /** The same with a further line in its report. */
        Attempt with(String line) {
            return new Attempt(status, day, next, zone, report + line + "\n");
        }
    }

    /**
     * The result of a run.
     *
     * @param busy whether another process is publishing and will publish the newest state too
     * @param attempts the attempts, in order; empty if nothing was due
     * @param recordingFailure why the success of the last attempt could not be recorded, if so; the next run repeats it
     */
    public record Result(boolean busy, List<Attempt> attempts, Optional<IOException> recordingFailure) {

        /** The exit status of the last attempt; 0 if there was none. */
        public int status() {
            return last().map(Attempt::status).orElse(0);
        }

        /** The report of the last attempt; empty if there was none. */
        public String report() {
            return last().map(Attempt::report).orElse("");
        }

        private Optional<Attempt> last() {
            return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
        }
    }

    /** The state that is due: a new one, one whose publication failed, or the same one on a new date. */
    public Optional<DesiredState> due() throws IOException {
        Optional<DesiredState> desired = task.desired();
        Optional<PublishedState> published = PublishedState.read(stateFile());
        return desired.filter(state -> published.isEmpty()
                || !published.get().desired().equals(state.line())
                || published
                        .get()
                        .isOutdated(LocalDate.now(
                                clock.withZone(ZoneId.of(published.get().zone())))));
    }

    /** The next date on which the published site changes without a new commit, if any. */
    public Optional<LocalDate> nextChange() throws IOException {
        return PublishedState.read(stateFile()).flatMap(PublishedState::next);
    }

    /** Publishes until nothing is due. A state that failed is not tried twice. */
    public Result run() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        Optional<DesiredState> failed = Optional.empty();
        Optional<IOException> recordingFailure = Optional.empty();
        for (Optional<DesiredState> due = due(); due.isPresent() && !due.equals(failed); due = due()) {
            try (FileLock lock = lock()) {
                if (lock == null) {
                    return new Result(true, attempts, recordingFailure);
                }
                // The previous holder may have published it.
                due = due();
                if (due.isPresent() && !due.equals(failed)) {
                    Attempt attempt = task.publish(due.get());
                    attempts.add(attempt);
                    recordingFailure = attempt.status() == 0 ? record(due.get(), attempt) : Optional.empty();
                    failed = attempt.status() == 0 && recordingFailure.isEmpty() ? Optional.empty() : due;
                }
            }
        }
        return new Result(false, attempts, recordingFailure);
    }

    /** Records a success; returns the failure to do so, if any. */
    private Optional<IOException> record(DesiredState state, Attempt attempt) {
        try {
            new PublishedState(
                            state.line(),
                            attempt.day(),
                            attempt.next(),
                            attempt.zone().getId())
                    .write(stateFile());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /** Takes the lock that one publishing process holds; {@code null} if another one does. */
    private FileLock lock() throws IOException {
        Files.createDirectories(folder);
        return FileLock.tryAcquire(folder.resolve("lock")).orElse(null);
    }

    private Path stateFile() {
        return folder.resolve("published");
    }

    /**
     * The state that was published last. A desired state that differs is still due, so that the next process completes
     * what a killed one has begun.
     *
     * @param desired the state, in one line
     * @param day the date of the site
     * @param next the next date on which the site changes without a new commit, if any
     * @param zone the time zone of these dates
     */
    private record PublishedState(String desired, LocalDate day, Optional<LocalDate> next, String zone) {
        PublishedState {
            ZoneId.of(zone);
        }

        /** Reads it; empty if nothing was published yet or the file is damaged, which costs one more publication. */
        static Optional<PublishedState> read(Path file) throws IOException {
            try {
                return Json.object(Files.readString(file)).map(fields -> fields.to(PublishedState.class));
            } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }

        void write(Path file) throws IOException {
            AtomicFile.put(file, Json.of(this) + "\n");
        }

        /** Whether the site of today differs although its source does not; also if the clock was set back. */
        boolean isOutdated(LocalDate today) {
            return today.isBefore(day) || today.isAfter(day) && next.isPresent() && !today.isBefore(next.get());
        }
    }

    /**
     * The state that is to be published.
     *
     * @param commit the newest commit of the branch
     * @param rest whatever else determines the site, in one line: the program, the folder that it is published to, the
     *     edition tags
     */
    public record DesiredState(String commit, String rest) {

        /** All of it in one line, for comparison. */
        String line() {
            return commit + " " + rest;
        }
    }
}
