package org.gongkai.markup.asciidoc;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Bounds work that cannot be counted by its processor time, which does not depend on the load of the machine.
 * A last resort: the result depends on the machine, so that whatever can be counted is counted instead.
 *
 * @param nanoseconds how long the work may take
 */
public record ProcessorTime(long nanoseconds) {

    private static final long POLL_INTERVAL = 500;

    /**
     * Runs work in a thread of its own and waits for it.
     *
     * @param stop receives the thread if it takes too long, and may end it; its end is not awaited
     * @return the result; empty if the work took too long
     * @throws RuntimeException if the work throws it; errors are thrown, too, and checked exceptions are wrapped
     */
    public <T> Optional<T> of(String name, Callable<T> work, Consumer<Thread> stop) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        long waited = 0;
        while (true) {
            try {
                return Optional.of(task.get(POLL_INTERVAL, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                waited += POLL_INTERVAL;
                if (used(thread, waited) > nanoseconds) {
                    stop.accept(thread);
                    return Optional.empty();
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } catch (InterruptedException e) {
                stop.accept(thread);
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Processor time of a thread, or elapsed time where the system does not provide it. */
    private static long used(Thread thread, long waited) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean isKnown = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        return isKnown ? threads.getThreadCpuTime(thread.getId()) : TimeUnit.MILLISECONDS.toNanos(waited);
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
