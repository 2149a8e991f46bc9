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
import org.gongkai.publish.hooks.CheckLock;
import org.gongkai.publish.hooks.CheckLock.AcceptedPush;
import org.gongkai.publish.hooks.Push.RefUpdate;

/** The turn of a push to be checked. Ends a check that keeps others waiting for too long. */
final class CheckTurn implements AutoCloseable {

    /** A check that nobody waits for may take this many times its deadline. */
    private static final int UNCONTESTED_FACTOR = 10;

    private static final long POLL_MILLIS = 100;

    private final PushContext context;
    private final Optional<RefUpdate> site;
    private final GitRepository git;
    private final Optional<CheckLock> lock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final long start = System.nanoTime();

    /** The check takes longer than others can be asked to wait. */
    static final class CheckTimeout extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private CheckTurn(PushContext context, Optional<RefUpdate> site, GitRepository git, Optional<CheckLock> lock) {
        this.context = context;
        this.site = site;
        this.git = git;
        this.lock = lock;
    }

    /**
     * Waits until no other push is being checked, or until this one was overtaken.
     *
     * @param site the update of the published branch; empty if only edition tags are checked
     * @throws IOException if the lock cannot be read or written, or the wait is interrupted
     */
    static CheckTurn await(PushContext context, Optional<RefUpdate> site, PushListener listener) throws IOException {
        CheckTurn turn = new CheckTurn(context, site, context.openRepository(), Optional.empty());
        try {
            for (boolean told = false; !turn.isOvertaken(); told = true) {
                Optional<CheckLock> lock = CheckLock.tryAcquire(context.stateFolder(), context.clock());
                if (lock.isPresent()) {
                    turn = new CheckTurn(context, site, turn.git, lock);
                    turn.awaitGit();
                    return turn;
                }
                if (!told) {
                    listener.waiting();
                }
                pause();
            }
            return turn;
        } catch (IOException | RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /** Waits until git has set the branch to what was accepted last. */
    private void awaitGit() throws IOException {
        for (Optional<AcceptedPush> last = AcceptedPush.read(context.stateFolder());
                last.isPresent() && last.get().isPending(tip(), context.clock());
                last = AcceptedPush.read(context.stateFolder())) {
            pause();
        }
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

    /** Whether another push waits for the end of this check. */
    boolean isAwaited() throws IOException {
        return lock.isPresent() && lock.get().isAwaited();
    }

    private boolean isTooSlow() throws IOException {
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        return spent.compareTo(context.settings().deadline()) > 0
                && (isAwaited() || spent.compareTo(context.settings().deadline().multipliedBy(UNCONTESTED_FACTOR)) > 0);
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

    @Override
    public void close() throws IOException {
        worker.shutdownNow();
        git.close();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
