package org.gongkai.publish.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.WorkPool;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.Publisher.ProgramIdentity;
import org.gongkai.publish.hooks.PublicationRunner.Attempt;
import org.gongkai.publish.hooks.PublicationRunner.DesiredState;
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
    private static final String FAILURE = "failed";

    /** Exit statuses: the content is not published because of problems, or the attempt ended in an exception. */
    private static final int REFUSED = 1;

    private static final int FAILED = 3;

    /**
     * The report of the last publication of a repository; empty if it succeeded. Nobody watches a publication in the
     * background or by a timer, so the next push shows it.
     */
    public static Optional<String> lastFailure(Path repository) throws IOException {
        try {
            return Optional.of(Files.readString(HookSettings.folder(repository).resolve(FAILURE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public static RotatingLog log(Path repository, Clock clock) {
        return new RotatingLog(HookSettings.folder(repository).resolve("publish.log"), LOG_BYTES, LOG_FILES, clock);
    }

    @Override
    public Optional<DesiredState> desired() throws IOException {
        try (GitRepository git = GitRepository.containing(repository).orElseThrow()) {
            Optional<CommitId> tip = git.reference(settings.branch());
            String rest = rest(git, program, settings.to());
            return tip.map(commit -> new DesiredState(commit.name(), rest));
        }
    }

    /** What determines a published site besides its commit, as in {@link DesiredState}. */
    public static String rest(GitRepository git, ProgramIdentity program, Path to) throws IOException {
        StringBuilder rest = new StringBuilder(program.fingerprint() + " " + to);
        git.tags(SiteSource.EDITION_TAGS).forEach(tag -> rest.append(' ')
                .append(tag.name())
                .append('=')
                .append(tag.commit().name()));
        return rest.toString();
    }

    @Override
    public Attempt publish(DesiredState desired) {
        Attempt attempt;
        String trace = "";
        try {
            long start = clock.millis();
            Publisher.Result result =
                    new Publisher(program.version(), clock, (step, total) -> {}, shared).publish(request(desired));
            String report = format.completed(result, clock.millis() - start);
            attempt = result.isPublished() ? succeeded(result.build(), report) : failed(REFUSED, report);
        } catch (IOException | RuntimeException | Error e) {
            // A defect of the program must not keep the next attempt from being made.
            attempt = failed(FAILED, format.failed(e));
            trace = format.trace(e);
        }
        try {
            log(repository, clock)
                    .add(
                            "发布 " + desired.commit() + (attempt.status() == 0 ? "" : "：没有成功") + "\n" + attempt.report()
                                    + trace,
                            attempt.zone());
            Path failure = HookSettings.folder(repository).resolve(FAILURE);
            if (attempt.status() == 0) {
                Files.deleteIfExists(failure);
            } else {
                AtomicFile.put(failure, attempt.report());
            }
            return attempt;
        } catch (IOException e) {
            return attempt.with(format.notLogged(e));
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
                false,
                new LedgerWriter(System.getProperty("user.name", "?"), clock, key),
                LOCK_TIMEOUT_SECONDS,
                site -> checked(desired, site));
    }

    /** Makes the site of what its check has made; what prevents that costs time only. */
    private Optional<BuildResult> checked(DesiredState desired, Path site) throws IOException {
        String state = CheckedSite.state(desired.rest(), settings.to());
        try (WorkPool pool = new WorkPool(Runtime.getRuntime().availableProcessors())) {
            return pool.run(() -> CheckedSite.take(
                    HookSettings.folder(repository), desired.commit(), state, settings.to(), site, clock, pool));
        }
    }

    /** Describes attempts to publish in words. */
    public interface AttemptFormat {

        /**
         * Describes an attempt that came to an end, whether the site was published or not, for the author of a push and
         * for the log.
         *
         * @param millis how long it took
         */
        String completed(Publisher.Result result, long millis);

        /** Describes an attempt that was ended by an exception. */
        String failed(Throwable failure);

        /** What the log says of an exception besides; may be empty. */
        String trace(Throwable failure);

        /** The line which says that the log could not be written. */
        String notLogged(IOException failure);
    }

    /**
     * A log of limited size: a full file is renamed by appending a number to its name, and the oldest file is deleted.
     *
     * <p>{@link java.util.logging.FileHandler} is no replacement: it numbers the current file too, keeps a lock file
     * next to it, and writes to another file while a second process has the lock. The log of a repository is named in
     * messages and read by its maintainer, so its name must not change.
     *
     * @param file the file with the newest lines
     * @param maxBytes maximum size of a file
     * @param maxFiles number of full files that are retained
     */
    public record RotatingLog(Path file, long maxBytes, int maxFiles, Clock clock) {

        /**
         * Appends lines below a line with the time.
         *
         * @param zone the time zone of the time
         * @throws IOException if the file cannot be written or renamed
         */
        public void add(String text, ZoneId zone) throws IOException {
            OffsetDateTime now = OffsetDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
            StringBuilder lines = new StringBuilder("[" + now + "]\n");
            text.lines().forEach(line -> lines.append("  ").append(line).append('\n'));
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            if (Files.exists(file) && Files.size(file) + bytes.length > maxBytes) {
                rotate();
            }
            Files.createDirectories(file.getParent());
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        private void rotate() throws IOException {
            for (int number = maxFiles; number >= 1; number--) {
                Path older = number == 1 ? file : numbered(number - 1);
                if (Files.exists(older)) {
                    Files.move(older, numbered(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }

        private Path numbered(int number) {
            return file.resolveSibling(file.getFileName() + "." + number);
        }
    }
}
