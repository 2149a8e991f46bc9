package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.io.AtomicFile;
import org.gongkai.io.FileLock;
import org.gongkai.publish.push.PushInspection.PushListener;
import org.gongkai.publish.push.PushInspection.RefUpdate;

/** The turn of a push to be checked. Ends a check that keeps others waiting for too long. */
final class CheckTurn implements AutoCloseable {

    /** A check that nobody waits for may take this many times its deadline. */
    private static final int UNCONTESTED_FACTOR = 10;

    private static final long POLL_MILLIS = 100;

    /** How long ago whoever still waits must have tried at the latest. */
    private static final Duration RECENT = Duration.ofSeconds(2);

    /** The file that those touch who wait. */
    private static final String WAITING = "check.waiting";

    private final PushContext context;
    private final Optional<RefUpdate> site;
    private final GitRepository git;
    private final Optional<FileLock> lock;
    private final long start = System.nanoTime();

    /** The check takes longer than others can be asked to wait. */
    static final class CheckTimeout extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private CheckTurn(PushContext context, Optional<RefUpdate> site, GitRepository git, Optional<FileLock> lock) {
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
                Optional<FileLock> lock = tryLock(context.stateFolder(), context.clock());
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

    /**
     * Takes the lock under which one push at a time is checked, for several checks at once would need too much memory;
     * or tells its holder that somebody waits. To be polled. The operating system releases it however its process ends.
     *
     * @param folder the folder of the repository that holds the state of this program
     */
    static Optional<FileLock> tryLock(Path folder, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Optional<FileLock> lock = FileLock.tryAcquire(folder.resolve("check.lock"));
        if (lock.isEmpty()) {
            Path waiting = folder.resolve(WAITING);
            if (!Files.exists(waiting)) {
                Files.write(waiting, new byte[0]);
            }
            Files.setLastModifiedTime(waiting, FileTime.from(clock.instant()));
        }
        return lock;
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
     * Whether another push has set the branch meanwhile, so that git will reject this one in any case, or has been the
     * first one and set another branch, which is published now.
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
        FutureTask<T> result = new FutureTask<>(check);
        Thread worker = new Thread(result);
        worker.setDaemon(true);
        worker.start();
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
        try {
            Instant tried = Files.getLastModifiedTime(context.stateFolder().resolve(WAITING))
                    .toInstant();
            return lock.isPresent()
                    && tried.plus(RECENT).isAfter(context.clock().instant());
        } catch (NoSuchFileException e) {
            return false;
        }
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
        git.close();
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    /**
     * The push that was accepted last. Git sets the branch only after the hook has ended; until then, the next push
     * would be checked in vain, for it is overtaken already.
     *
     * @param commit the commit that git is about to set the branch to
     * @param process the process of git; 0 if it is not known
     * @param acceptedAt when it was accepted, in milliseconds since 1970
     */
    record AcceptedPush(String commit, long process, long acceptedAt) {

        private static final Duration MAX_AGE = Duration.ofSeconds(5);

        /** A push that is accepted now, in a hook that git runs through a shell. */
        static AcceptedPush now(String commit, Clock clock) {
            long git = ProcessHandle.current()
                    .parent()
                    .flatMap(ProcessHandle::parent)
                    .map(ProcessHandle::pid)
                    .orElse(0L);
            return new AcceptedPush(commit, git, clock.millis());
        }

        /** Reads the last one; empty if there is none or it is damaged. */
        static Optional<AcceptedPush> read(Path folder) throws IOException {
            try {
                String[] words = Files.readString(file(folder)).strip().split(" ");
                return words.length == 3 && words[1].matches("\\d{1,15}") && words[2].matches("\\d{1,15}")
                        ? Optional.of(new AcceptedPush(words[0], Long.parseLong(words[1]), Long.parseLong(words[2])))
                        : Optional.empty();
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        /** Stores it for the next push. */
        void write(Path folder) throws IOException {
            Files.createDirectories(folder);
            AtomicFile.put(file(folder), commit + " " + process + " " + acceptedAt + "\n");
        }

        /** Whether git may still be about to set the branch. */
        boolean isPending(Optional<String> tip, Clock clock) {
            return !tip.equals(Optional.of(commit))
                    && clock.millis() - acceptedAt < MAX_AGE.toMillis()
                    && clock.millis() >= acceptedAt
                    && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
        }

        private static Path file(Path folder) {
            return folder.resolve("settling");
        }
    }
}
