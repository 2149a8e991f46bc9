package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.io.AtomicFile;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.cache.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.Publisher.ProgramIdentity;
import org.gongkai.publish.hooks.HookPublisher.AttemptFormat.Description;
import org.gongkai.publish.hooks.PublicationRunner.Attempt;
import org.gongkai.publish.hooks.PublicationRunner.DesiredState;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.SigningKey;

/** Publishes the branch of a repository for a hook or a timer, and writes a log. */
public record HookPublisher(
        Path repository,
        HookSettings settings,
        ProgramIdentity program,
        Clock clock,
        AttemptFormat format,
        SharedParts shared)
        implements PublicationRunner.PublicationTask {

    /** Long enough for a takedown or a pruning by another process. */
    private static final int LOCK_TIMEOUT_SECONDS = 600;

    private static final long LOG_BYTES = 1 << 20;
    private static final int LOG_FILES = 5;

    /** Exit statuses: the content is not published because of problems, or the attempt ended in an exception. */
    private static final int REFUSED = 1;

    private static final int FAILED = 3;

    /** The log of a repository. */
    public static RotatingLog log(Path repository, Clock clock) {
        return new RotatingLog(HookSettings.folder(repository).resolve("publish.log"), LOG_BYTES, LOG_FILES, clock);
    }

    @Override
    public Optional<DesiredState> desired() throws IOException {
        try (GitRepository git = GitRepository.containing(repository).orElseThrow()) {
            Optional<CommitId> tip = git.reference(settings.branch());
            List<String> rest =
                    new ArrayList<>(List.of(program.fingerprint(), settings.to().toString()));
            git.tags(SiteSource.EDITION_TAGS)
                    .forEach(tag -> rest.add(tag.name() + "=" + tag.commit().name()));
            return tip.map(commit -> new DesiredState(commit.name(), rest));
        }
    }

    @Override
    public Attempt publish(DesiredState desired) {
        Described described = attempt(desired);
        Attempt attempt = described.attempt();
        try {
            log(repository, clock)
                    .add(
                            "发布 " + desired.commit() + (attempt.status() == 0 ? "" : "：没有成功") + "\n" + attempt.report()
                                    + described.details(),
                            attempt.zone());
            LastFailure last = new LastFailure(HookSettings.folder(repository));
            if (attempt.status() == 0) {
                last.delete();
            } else {
                last.write(attempt.report());
            }
            return attempt;
        } catch (IOException e) {
            return attempt.withReport(attempt.report() + format.notLogged(e) + "\n");
        }
    }

    /** An attempt with lines for the log only. */
    private record Described(Attempt attempt, String details) {}

    private Described attempt(DesiredState desired) {
        try {
            long start = clock.millis();
            Publisher.Result result =
                    new Publisher(program.version(), clock, (step, total) -> {}, shared).publish(request(desired));
            Description description = format.completed(result, clock.millis() - start);
            Attempt attempt = result.isPublished()
                    ? succeeded(result.build(), description.summary())
                    : failed(REFUSED, description.summary());
            return new Described(attempt, description.details());
        } catch (IOException | RuntimeException | Error e) {
            // A defect of the program must not keep the next attempt from being made.
            Description description = format.failed(e);
            return new Described(failed(FAILED, description.summary()), description.details());
        }
    }

    private Attempt succeeded(BuildResult build, String report) {
        ZoneId zone = build.sites().get(0).zone();
        return new Attempt(
                0, LocalDate.now(clock.withZone(zone)), build.summary().nextChange(), zone, report);
    }

    private Attempt failed(int status, String report) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return new Attempt(status, today, Optional.empty(), ZoneOffset.UTC, report);
    }

    private Publisher.Request request(DesiredState desired) throws IOException {
        Optional<SigningKey> key = settings.key().isEmpty()
                ? Optional.empty()
                : Optional.of(SigningKey.read(settings.key().get()));
        return new Publisher.Request(
                BuildRequest.of(repository)
                        .revision(Optional.of(desired.commit()))
                        .shared(settings.shared()),
                settings.to(),
                Publication.Choices.USUAL,
                new LedgerWriter(System.getProperty("user.name", "?"), clock, key),
                LOCK_TIMEOUT_SECONDS);
    }

    /** Describes attempts to publish in words. */
    public interface AttemptFormat {

        /**
         * What is said about an attempt.
         *
         * @param summary lines for the author of a push and for the log
         * @param details lines for the log only
         */
        record Description(String summary, String details) {}

        /**
         * Describes an attempt that came to an end, whether the site was published or not.
         *
         * @param millis how long it took
         */
        Description completed(Publisher.Result result, long millis);

        /** Describes an attempt that was ended by an exception. */
        Description failed(Throwable failure);

        /** The line which says that the log could not be written. */
        String notLogged(IOException failure);
    }

    /**
     * The report of the last publication if it failed. Nobody watches a publication in the background or by a timer, so
     * the next push shows it.
     */
    public static final class LastFailure {

        private final Path file;

        /** @param folder the folder of the repository that holds the state of this program */
        public LastFailure(Path folder) {
            this.file = folder.resolve("failed");
        }

        /** Reads the report; empty if the last publication succeeded. */
        public Optional<String> read() throws IOException {
            try {
                return Optional.of(Files.readString(file));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        /** Stores a report. */
        public void write(String report) throws IOException {
            Files.createDirectories(file.getParent());
            AtomicFile.put(file, report);
        }

        /** Deletes the report after a success. */
        public void delete() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
