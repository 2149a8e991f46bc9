package org.gongkai.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.commons.io.function.IOConsumer;
import org.apache.commons.io.function.IOSupplier;
import org.apache.commons.io.function.Uncheck;

/** A fixed number of threads that share the work on many items. */
public record WorkPool(ForkJoinPool pool, BooleanSupplier cancelled) implements AutoCloseable {

    public WorkPool(int threads) {
        this(new ForkJoinPool(threads), () -> false);
    }

    /** Starts threads that give way to all others where the system knows priorities. */
    public static WorkPool background(int threads) {
        ForkJoinPool.ForkJoinWorkerThreadFactory factory = pool -> {
            ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        };
        return new WorkPool(new ForkJoinPool(threads, factory, null, false), () -> false);
    }

    /**
     * Returns the same threads for work that may be cancelled: {@link #forEach} begins no further item then, and throws
     * a {@link CancellationException}. Only this pool itself is to be closed.
     */
    public WorkPool until(BooleanSupplier cancelled) {
        return new WorkPool(pool, cancelled);
    }

    /**
     * Works on all items and returns when no thread works any more. If the work fails for an item, those after it that
     * have not been begun are skipped, and the failure of the first item in order is thrown.
     *
     * @throws UncheckedIOException if the work threw an {@link IOException}, which is its cause
     * @throws CancellationException if the work is cancelled before its end
     */
    public <T> void forEach(Collection<T> items, IOConsumer<T> work) {
        List<T> list = List.copyOf(items);
        Map<Integer, Throwable> failures = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger end = new AtomicInteger(list.size());
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < end.get(); i = next.getAndIncrement()) {
                try {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    work.accept(list.get(i));
                } catch (IOException | RuntimeException | Error e) {
                    failures.put(i, e);
                    end.accumulateAndGet(i, Math::min);
                }
            }
        };
        // A thread of the pool works itself: it would wait for the first task, and never take the second.
        boolean within = ForkJoinTask.getPool() == pool;
        List<ForkJoinTask<?>> others = Stream.<ForkJoinTask<?>>generate(() -> pool.submit(worker))
                .limit(Math.max(0, Math.min(pool.getParallelism(), list.size()) - (within ? 1 : 0)))
                .toList();
        if (within) {
            worker.run();
        }
        others.forEach(ForkJoinTask::join);
        Throwable failure = failures.get(end.get());
        if (failure instanceof IOException e) {
            throw new UncheckedIOException(e);
        }
        throwUnchecked(failure);
    }

    private static void throwUnchecked(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }

    /**
     * Runs a step on a thread of this pool and waits for it. Its parallel streams use the threads of this pool, as they
     * do not on any other thread.
     *
     * @throws IOException if the step threw it, as with every other exception
     */
    public <T> T run(IOSupplier<T> step) throws IOException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        T result = pool.submit(() -> {
                    try {
                        return step.get();
                    } catch (IOException | RuntimeException | Error e) {
                        failure.set(e);
                        return null;
                    }
                })
                .join();
        if (failure.get() instanceof IOException e) {
            throw e;
        }
        throwUnchecked(failure.get());
        return result;
    }

    /**
     * Starts work on another thread. Joining the task returns its result or throws what the work threw, an
     * {@link UncheckedIOException} instead of an {@link IOException}.
     */
    public <T> ForkJoinTask<T> begin(IOSupplier<T> step) {
        return pool.submit(() -> Uncheck.get(() -> step.get()));
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
