package org.gongkai.preview.http;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Limits how long threads wait for their clients. One that waits longer is interrupted, which closes the connection
 * that it reads from.
 */
final class ClientTimeout implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, LoopbackServer::daemon);
    private final ThreadLocal<Wait> waits = new ThreadLocal<>();

    ClientTimeout() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** The current thread begins to wait. */
    void begin(Duration limit) {
        Wait wait = new Wait(Thread.currentThread());
        waits.set(wait);
        clock.schedule(wait::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The current thread waits no longer. */
    void end() {
        waits.get().end();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A thread that waits, and is never interrupted at anything else. */
    private static final class Wait {
        private final Thread thread;
        private boolean isOver;

        Wait(Thread thread) {
            this.thread = thread;
        }

        synchronized void expire() {
            if (!isOver) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            isOver = true;
            Thread.interrupted();
        }
    }
}
