package org.gongkai.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the same work on many things at once. */
public final class WorkPool implements AutoCloseable {

    private final ForkJoinPool pool;

    public WorkPool(int threads) {
        pool = new ForkJoinPool(threads);
    }

    /** Work on one thing. */
    public interface Work<T> {
        void on(T thing) throws IOException;
    }

    /**
     * Works on all things and waits until no thread works any more, whether all went well or not. After a failure what
     * has not been begun is left.
     *
     * @throws UncheckedIOException if the machine failed in one of them
     */
    public <T> void forEach(Collection<T> things, Work<T> work) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        ForkJoinTask<?> all = pool.submit(() -> things.parallelStream().forEach(thing -> {
            if (failure.get() != null) {
                return;
            }
            try {
                work.on(thing);
            } catch (IOException e) {
                failure.compareAndSet(null, new UncheckedIOException(e));
            } catch (RuntimeException | Error e) {
                // An error, too, ends the work only when no other thread works any more.
                failure.compareAndSet(null, e);
            }
        }));
        all.join();
        if (failure.get() instanceof Error e) {
            throw e;
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
    }

    /**
     * Begins work beside that of whoever calls; joining it waits for its result and fails as the work failed, with an
     * {@link UncheckedIOException} if the machine did.
     */
    public <T> ForkJoinTask<T> begin(Timings.Step<T> step) {
        return pool.submit(() -> {
            try {
                return step.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
