package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publishes one at a time until the newest state is out. Whoever finds the lock taken may leave: the holder looks again
 * after it has let go, so that nothing that was pushed before then is missed.
 */
public final class PublicationRunner {

    private final Path folder;
    private final Clock clock;
    private final PublicationTask task;

    /** What is published, and how. */
    public interface PublicationTask {

        /** What ought to be published now; empty if the branch has no commit. */
        Optional<DesiredState> desired() throws IOException;

        /** Publishes it. A failure is an attempt that failed, not an exception. */
        Attempt publish(DesiredState wanted);
    }

    /**
     * What came of publishing.
     *
     * @param status exit status; 0 if readers see it
     * @param day the day for which it stands
     * @param next the next day on which the site changes by itself, if any
     * @param zone time zone in which its days begin
     */
    public record Attempt(int status, LocalDate day, Optional<LocalDate> next, ZoneId zone) {}

    /**
     * What came of a run.
     *
     * @param busy whether somebody else is publishing and will see to what is wanted
     * @param attempts what was tried, in order; nothing if nothing was to be done
     * @param unnoted why it could not be written down that the last one succeeded, if so; it is done once more by whoever
     *     comes next
     */
    public record Result(boolean busy, List<Attempt> attempts, Optional<IOException> recordingFailure) {

        public Result {
            attempts = List.copyOf(attempts);
        }

        /** Exit status: that of the last attempt. */
        public int status() {
            return attempts.isEmpty() ? 0 : attempts.get(attempts.size() - 1).status();
        }
    }

    /** @param folder where this program keeps what it knows of the repository */
    public PublicationRunner(Path folder, Clock clock, PublicationTask task) {
        this.folder = folder;
        this.clock = clock;
        this.task = task;
    }

    /**
     * What is to be published and is not: something new, something that failed, or the site of a new day.
     */
    public Optional<DesiredState> due() throws IOException {
        Optional<DesiredState> wanted = task.desired();
        Optional<PublishedState> state = PublishedState.read(stateFile());
        return wanted.filter(w -> state.isEmpty()
                || !state.get().desired().equals(w.line())
                || state.get().isOutdated(LocalDate.now(clock.withZone(state.get().zone()))));
    }

    /** The next day on which the site changes by itself, as it was when it was last published. */
    public Optional<LocalDate> nextChange() throws IOException {
        return PublishedState.read(stateFile()).flatMap(PublishedState::next);
    }

    /** Whether somebody is publishing now, who will look again for what is due when that is done. */
    public boolean isBusy() throws IOException {
        try (RunLock lock = RunLock.take(folder.resolve("lock")).orElse(null)) {
            return lock == null;
        }
    }

    /** Publishes whatever is due; what failed is not tried twice. */
    public Result run() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        Optional<DesiredState> failed = Optional.empty();
        Optional<IOException> unnoted = Optional.empty();
        for (Optional<DesiredState> due = due(); due.isPresent() && !due.equals(failed); due = due()) {
            try (RunLock lock = RunLock.take(folder.resolve("lock")).orElse(null)) {
                if (lock == null) {
                    return new Result(true, attempts, unnoted);
                }
                // What the one before has done is known only now.
                due = due();
                if (due.isPresent() && !due.equals(failed)) {
                    Attempt attempt = task.publish(due.get());
                    attempts.add(attempt);
                    unnoted = attempt.status() == 0 ? record(due.get(), attempt) : Optional.empty();
                    failed = attempt.status() == 0 && unnoted.isEmpty() ? Optional.empty() : due;
                }
            }
        }
        return new Result(false, attempts, unnoted);
    }

    /** Writes down what is out; why that was not possible, if so. */
    private Optional<IOException> record(DesiredState wanted, Attempt attempt) {
        try {
            new PublishedState(wanted.line(), attempt.day(), attempt.next(), attempt.zone()).write(stateFile());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private Path stateFile() {
        return folder.resolve("published");
    }
}
