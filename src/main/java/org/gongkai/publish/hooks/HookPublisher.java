package org.gongkai.publish.hooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cli.ExecutionFailureHandler;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.cli.option.ReportFormat;
import org.gongkai.cli.release.PublishReport;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.NotCommitted;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.release.PartlyDone;
import org.gongkai.publish.release.Publication;
import org.gongkai.publish.release.UnknownRelease;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.SigningKey;

/** Publishes the branch of a repository as a hook or a timer asks for it, and writes all that is said into the log. */
public final class HookPublisher implements PublicationRunner.PublicationTask {

    /** Seconds in which somebody who takes a page down or prunes is waited for. */
    private static final int LOCK_TIMEOUT_SECONDS = 600;

    private static final long LOG_BYTES = 1 << 20;
    private static final int LOG_FILES = 5;

    private final Path repository;
    private final HookSettings settings;
    private final Clock clock;
    private final RotatingLog log;
    private String report = "";
    /** What the last attempt failed with. */
    private Optional<Throwable> failure = Optional.empty();

    public HookPublisher(Path repository, HookSettings settings, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
        this.log = log(repository, clock);
    }

    /** The log of a repository. */
    public static RotatingLog log(Path repository, Clock clock) {
        return new RotatingLog(HookSettings.folder(repository).resolve("publish.log"), LOG_BYTES, LOG_FILES, clock);
    }

    /** What was said of the last attempt. */
    public String report() {
        return report;
    }

    @Override
    public Optional<DesiredState> desired() throws IOException {
        try (GitRepository git = GitRepository.holding(repository).orElseThrow()) {
            Optional<CommitId> tip = git.reference(settings.branch());
            List<String> rest = new ArrayList<>(
                    List.of(ProgramVersion.fingerprint(), settings.to().toString()));
            git.tags(SiteSource.EDITIONS)
                    .forEach(tag -> rest.add(tag.name() + "=" + tag.commit().name()));
            return tip.map(commit -> new DesiredState(commit.name(), rest));
        }
    }

    @Override
    public PublicationRunner.Attempt publish(DesiredState wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        failure = Optional.empty();
        PublicationRunner.Attempt attempt = attempt(wanted, new Terminal(lines, lines));
        report = bytes.toString(StandardCharsets.UTF_8);
        try {
            log.add(
                    "发布 " + wanted.commit() + (attempt.status() == 0 ? "" : "：没有成功") + "\n" + report
                            + failure.map(HookPublisher::trace).orElse(""),
                    attempt.zone());
            LastFailure last = new LastFailure(HookSettings.folder(repository));
            if (attempt.status() == 0) {
                last.delete();
            } else {
                last.write(report);
            }
        } catch (IOException e) {
            report += "日志写不进去：" + ExecutionFailureHandler.sentence(e) + "。\n";
        }
        return attempt;
    }

    private PublicationRunner.Attempt attempt(DesiredState wanted, Terminal terminal) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        PublicationRunner.Attempt failed = new PublicationRunner.Attempt(3, today, Optional.empty(), ZoneOffset.UTC);
        try {
            long start = clock.millis();
            Publisher.Result result = new Publisher(clock, (step, total) -> {}).publish(request(wanted));
            result.notes().forEach(note -> terminal.err().println("警告：" + note + "。"));
            int status = new PublishReport(terminal, new ProblemOptions(), false)
                    .print(result.build(), result.outcomes(), ReportFormat.text, clock.millis() - start);
            return status == 0
                    ? done(result.build())
                    : new PublicationRunner.Attempt(status, failed.day(), failed.next(), failed.zone());
        } catch (PublicationRefused | UnknownRelease | NotCommitted e) {
            terminal.err().println(e.getMessage() + "；站点没有改动。");
        } catch (PartlyDone e) {
            terminal.err().println(ExecutionFailureHandler.sentence(e) + "。");
        } catch (IOException | RuntimeException | Error e) {
            // The next attempt must not be lost to a bug of this one.
            terminal.err().println(ExecutionFailureHandler.reason(e) + "；站点没有改动。");
            failure = Optional.of(e);
        }
        return failed;
    }

    /** The log is where whoever maintains the server looks; who pushes sees a sentence. Faults of the machine need no trace. */
    private static String trace(Throwable failure) {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return "";
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private PublicationRunner.Attempt done(BuildResult build) {
        ZoneId zone = build.sites().get(0).zone();
        return new PublicationRunner.Attempt(0, LocalDate.now(clock.withZone(zone)), build.nextChange(), zone);
    }

    private Publisher.Request request(DesiredState wanted) throws IOException {
        Optional<SigningKey> key = settings.key().isEmpty()
                ? Optional.empty()
                : Optional.of(SigningKey.read(settings.key().get()));
        return new Publisher.Request(
                repository,
                Optional.of(wanted.commit()),
                Optional.empty(),
                Optional.empty(),
                settings.to(),
                Publication.Choices.USUAL,
                BuildRequest.Reuse.ALL,
                new LedgerWriter(System.getProperty("user.name", "?"), clock, key),
                LOCK_TIMEOUT_SECONDS,
                Runtime.getRuntime().availableProcessors());
    }
}
