package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.io.FileLock;
import org.gongkai.publish.push.PushCheck.RefUpdate;

/** The turn of a push to be checked. Ends a check that takes too long. */
final class PushQueue implements AutoCloseable {

    /** Far longer than the check of any site takes; an endless template would keep all others waiting. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int POLL_MILLIS = 100;

    private final PushContext context;
    private final Optional<RefUpdate> site;
    private final GitRepository git;
    private Optional<FileLock> lock = Optional.empty();

    /** The check takes too long. */
    static final class CheckTimeout extends RuntimeException {}

    private PushQueue(PushContext context, Optional<RefUpdate> site) throws IOException {
        this.context = context;
        this.site = site;
        this.git = context.openRepository();
    }

    /**
     * Waits until no other push is being checked, or until this one was overtaken.
     *
     * @param site the update of the published branch; empty if only edition tags are checked
     * @throws IOException if the lock cannot be read or written, or the wait is interrupted
     */
    static PushQueue await(PushContext context, Optional<RefUpdate> site, PushMessages messages) throws IOException {
        PushQueue turn = new PushQueue(context, site);
        try {
            for (boolean told = false; !turn.isOvertaken(); told = true) {
                turn.lock = tryLock(context.stateFolder());
                if (turn.lock.isPresent()) {
                    if (told) {
                        // Git sets the branch only after the hook of the one before has ended.
                        FileLock.pause(POLL_MILLIS);
                    }
                    return turn;
                }
                if (!told) {
                    messages.waiting();
                }
                FileLock.pause(POLL_MILLIS);
            }
            return turn;
        } catch (IOException | RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /**
     * Takes the lock under which one push at a time is checked, for several checks at once would need too much memory.
     * The operating system releases it however its process ends.
     *
     * @param folder the folder of the repository that holds the state of this program
     */
    private static Optional<FileLock> tryLock(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FileLock.tryAcquire(folder.resolve("check.lock"));
    }

    /**
     * Whether another push has set the branch meanwhile, so that git will reject this one in any case, or has been the
     * first one and set another branch, which is published now.
     */
    boolean isOvertaken() throws IOException {
        Optional<String> tip = git.reference(context.settings().branch()).map(CommitId::name);
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

    /**
     * Runs a part of the check.
     *
     * @throws CheckTimeout if it takes too long; it is interrupted
     * @throws IOException if the part throws it
     */
    <T> T run(Callable<T> check) throws IOException {
        return run(check, LONGEST);
    }

    static <T> T run(Callable<T> check, Duration longest) throws IOException {
        FutureTask<T> result = new FutureTask<>(check);
        Thread worker = new Thread(result);
        worker.setDaemon(true);
        worker.start();
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new CheckTimeout();
        } catch (ExecutionException e) {
            throw unwrap(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("检查时被打断", e);
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

    /** The push may be accepted: its branch is the one that is published from now on. */
    void accept() throws IOException {
        if (context.settings().isDefaultBranch()) {
            git.setHeadBranch(context.settings().branch());
        }
    }

    @Override
    public void close() throws IOException {
        git.close();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }
}
