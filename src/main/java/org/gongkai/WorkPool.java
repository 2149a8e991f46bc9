package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the same work on many things at once. */
final class WorkPool implements AutoCloseable {

    private final ForkJoinPool pool;

    WorkPool(int threads) {
        pool = new ForkJoinPool(threads);
    }

    /** Work on one thing. */
    interface Work<T> {
        void on(T thing) throws IOException;
    }

    /**
     * Works on all things and waits for the last. If one fails, those that nobody has begun are left out, and it is only
     * told when no thread works any more: whoever hears of it may clear away what was made.
     *
     * @throws UncheckedIOException if the machine failed in one of them
     */
    <T> void forEach(Collection<T> things, Work<T> work) {
        AtomicBoolean failed = new AtomicBoolean();
        try {
            pool.submit(() -> things.parallelStream().forEach(thing -> {
                        if (failed.get()) {
                            return;
                        }
                        boolean worked = false;
                        try {
                            work.on(thing);
                            worked = true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } finally {
                            if (!worked) {
                                failed.set(true);
                            }
                        }
                    }))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            while (!pool.awaitQuiescence(1, TimeUnit.SECONDS)) {
                Thread.onSpinWait();
            }
            rethrow(e.getCause());
        }
    }

    /** The pool wraps what a worker threw, more than once if several threads took part. */
    private static void rethrow(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null && inner.getCause().getClass() == inner.getClass()) {
            inner = inner.getCause();
        }
        if (inner instanceof RuntimeException e) {
            throw e;
        }
        if (inner instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(inner);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
