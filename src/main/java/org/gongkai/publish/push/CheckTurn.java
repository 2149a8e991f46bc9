package org.gongkai.publish.push;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.publish.hooks.AcceptedPush;
import org.gongkai.publish.hooks.CheckQueue;
import org.gongkai.publish.hooks.RefUpdate;

/** The turn of a push in the queue of checks. Ends a check that keeps others waiting for too long. */
final class CheckTurn implements AutoCloseable {

    /** How long a push that was overtaken waits for those ahead before it is rejected. */
    private static final Duration MAX_FUTILE_WAIT = Duration.ofSeconds(10);

    /** A check that nobody waits for may take this many times its deadline. */
    private static final int UNCONTESTED_FACTOR = 10;

    private static final long POLL_MILLIS = 100;

    private final PushContext context;
    private final Optional<RefUpdate> site;
    private final GitRepository git;
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

    private CheckTurn(PushContext context, Optional<RefUpdate> site, GitRepository git, CheckQueue.Place place) {
        this.context = context;
        this.site = site;
        this.git = git;
        this.place = place;
    }

    /**
     * Queues until it is the turn of this push, or until an overtaken push has waited long enough.
     *
     * @param site the update of the published branch; empty if only edition tags are checked
     * @param commit the newest commit; its author identifies the push when it comes back after being overtaken
     * @throws IOException if the queue cannot be read or written, or the wait is interrupted; the place is given up
     *     then
     */
    static CheckTurn await(PushContext context, Optional<RefUpdate> site, CommitId commit, PushListener listener)
            throws IOException {
        GitRepository git = context.openRepository();
        try {
            CheckQueue.Place place = new CheckQueue(context.stateFolder(), context.clock()).join(git.author(commit));
            try {
                CheckTurn turn = new CheckTurn(context, site, git, place);
                turn.awaitTurn(listener);
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

    private void awaitTurn(PushListener listener) throws IOException {
        int ahead = place.before();
        if (ahead > 0) {
            listener.waiting(ahead);
        }
        long futile = 0;
        while (!place.tryTakeTurn() && futile < MAX_FUTILE_WAIT.toMillis()) {
            futile = isOvertaken() ? futile + POLL_MILLIS : 0;
            pause();
        }
        for (Optional<AcceptedPush> last = AcceptedPush.read(context.stateFolder());
                last.isPresent() && last.get().isPending(tip(), context.clock());
                last = AcceptedPush.read(context.stateFolder())) {
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

    /**
     * Whether another push has set the branch meanwhile, so that git will reject this one in any case, or has been the first
     * one and set another branch, which is published now.
     */
    boolean isOvertaken() throws IOException {
        Optional<String> tip = tip();
        return site.isPresent()
                && (isOtherPublished()
                        || (site.get().creates()
                                ? tip.isPresent()
                                : !tip.equals(Optional.of(site.get().before()))));
    }

    private boolean isOtherPublished() throws IOException {
        String head = git.headBranch().orElse("");
        return context.settings().isDefaultBranch()
                && !head.equals(context.settings().branch())
                && git.reference(head).isPresent();
    }

    private Optional<String> tip() throws IOException {
        return git.reference(context.settings().branch()).map(CommitId::name);
    }

    /**
     * Runs a part of the check.
     *
     * @throws CheckTimeout if all parts together take too long; the part is interrupted
     * @throws IOException if the part throws it
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
        return spent.compareTo(context.settings().deadline()) > 0
                && (place.isAwaited()
                        || spent.compareTo(context.settings().deadline().multipliedBy(UNCONTESTED_FACTOR)) > 0);
    }

    /**
     * Records that the push may be accepted: the next check waits until git has set the branch, which is the one that
     * is published from now on.
     */
    void accept() throws IOException {
        if (context.settings().isDefaultBranch()) {
            git.setHeadBranch(context.settings().branch());
        }
        AcceptedPush.now(site.orElseThrow().after(), context.clock()).write(context.stateFolder());
    }

    /** Ends the turn and reserves the place: the author comes back after merging what the others have pushed. */
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
