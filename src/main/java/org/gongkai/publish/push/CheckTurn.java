package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.cli.hooks.PushReport;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.publish.hooks.AcceptedPush;
import org.gongkai.publish.hooks.CheckQueue;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.RefUpdate;

/** Waits until a push may be checked, and ends a check that keeps others waiting for too long. */
final class CheckTurn implements AutoCloseable {

    /** How long one who was overtaken is kept waiting for those before it, before it is told. */
    private static final Duration MAX_FUTILE_WAIT = Duration.ofSeconds(10);

    /** A check for which nobody waits may take so many times its deadline. */
    private static final int UNCONTESTED_FACTOR = 10;

    private static final long POLL_MILLIS = 100;

    private final Path folder;
    private final HookSettings settings;
    private final Optional<RefUpdate> site;
    private final GitRepository git;
    private final Clock clock;
    private final CheckQueue.Place place;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private long start;

    /** The check takes longer than others can be asked to wait. */
    static final class CheckTimeout extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private CheckTurn(
            Path folder,
            HookSettings settings,
            Optional<RefUpdate> site,
            GitRepository git,
            Clock clock,
            CheckQueue.Place place) {
        this.folder = folder;
        this.settings = settings;
        this.site = site;
        this.git = git;
        this.clock = clock;
        this.place = place;
    }

    /**
     * Stands in the queue until it is this push's turn, or until it has waited long enough for what is in vain.
     *
     * @param site the update of the branch that is published; empty if only tags of editions are checked
     * @param commit the newest one, by whose author the push is known when it comes back
     */
    static CheckTurn await(
            Path repository,
            HookSettings settings,
            IncomingPush incoming,
            Optional<RefUpdate> site,
            CommitId commit,
            Clock clock,
            PushReport report)
            throws IOException {
        Path folder = HookSettings.folder(repository);
        GitRepository git = GitRepository.holding(repository, incoming).orElseThrow();
        try {
            CheckQueue.Place place = new CheckQueue(folder, clock).join(git.author(commit));
            CheckTurn turn = new CheckTurn(folder, settings, site, git, clock, place);
            try {
                turn.awaitTurn(report);
                return turn;
            } catch (IOException | RuntimeException e) {
                place.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            git.close();
            throw e;
        }
    }

    private void awaitTurn(PushReport report) throws IOException {
        int before = place.before();
        if (before > 0) {
            report.waits(before);
        }
        long vain = 0;
        while (!place.tryTakeTurn() && vain < MAX_FUTILE_WAIT.toMillis()) {
            vain = isOvertaken() ? vain + POLL_MILLIS : 0;
            pause();
        }
        for (Optional<AcceptedPush> last = AcceptedPush.read(folder);
                last.isPresent() && last.get().isPending(tip(), clock);
                last = AcceptedPush.read(folder)) {
            pause();
        }
        start = System.nanoTime();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("等待时被打断", e);
        }
    }

    /** Whether somebody else was faster: git will refuse this push in any case, and the check is saved. */
    boolean isOvertaken() throws IOException {
        Optional<String> tip = tip();
        return site.isPresent()
                && (site.get().creates()
                        ? tip.isPresent()
                        : !tip.equals(Optional.of(site.get().before())));
    }

    private Optional<String> tip() throws IOException {
        return git.reference(settings.branch()).map(CommitId::name);
    }

    /**
     * Does a part of the check.
     *
     * @throws TooSlow if all parts together take too long
     */
    <T> T run(Callable<T> check) throws IOException {
        Future<T> result = worker.submit(check);
        while (true) {
            try {
                return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (isTooSlow()) {
                    result.cancel(true);
                    throw new CheckTimeout();
                }
            } catch (ExecutionException e) {
                throw unwrap(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("检查时被打断", e);
            }
        }
    }

    private static RuntimeException unwrap(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    private boolean isTooSlow() throws IOException {
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        return spent.compareTo(settings.deadline()) > 0
                && (place.isAwaited() || spent.compareTo(settings.deadline().multipliedBy(UNCONTESTED_FACTOR)) > 0);
    }

    /** The push may be taken: whoever comes next has to wait until git has done so. */
    void accept() throws IOException {
        AcceptedPush.now(site.orElseThrow().after(), clock).write(folder);
    }

    /** Lets the next one in and keeps the place, for this one comes back with what the others have pushed. */
    void keepPlace() throws IOException {
        place.reserve();
    }

    @Override
    public void close() throws IOException {
        worker.shutdownNow();
        git.close();
        place.close();
    }
}
