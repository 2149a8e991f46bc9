package org.gongkai.history.git.work.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.history.git.work.result.TransferResult;
import org.gongkai.history.git.work.result.TransferResult.Status;

/**
 * A transfer of JGit in a thread of its own. Neither a timeout nor an interruption ends what JGit waits for over SSH.
 *
 * @param stop closes the connection
 */
record LimitedTransfer(Callable<TransferResult> transfer, Runnable stop) {

    private static final Duration GRACE = Duration.ofSeconds(3);

    /** Runs it, and ends it after some time or when this thread is interrupted. */
    TransferResult run(Duration limit) throws IOException {
        FutureTask<TransferResult> task = new FutureTask<>(transfer);
        Thread worker = new Thread(task, "transfer");
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            end(worker);
            return TransferResult.of(Status.TIMED_OUT);
        } catch (InterruptedException e) {
            end(worker);
            Thread.currentThread().interrupt();
            return TransferResult.of(Status.CANCELLED);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void end(Thread worker) {
        worker.interrupt();
        stop.run();
        try {
            worker.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
