package org.gongkai.publish.release;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Does the same with many files at once. If the work fails for one, those behind it are left out; nothing is being done any
 * more when a method returns, and the failure that comes out is that of the first file in order.
 */
public final class Parallel {

    /** A disk that is asked to keep many files at once does so in one go. */
    private static final int WAITING = 16;

    private Parallel() {}

    @FunctionalInterface
    public interface Work<T> {
        void on(T item) throws IOException;
    }

    /** Work that keeps the processor busy. */
    public static <T> void forEach(Collection<T> items, Work<T> work) throws IOException {
        forEach(items, work, Runtime.getRuntime().availableProcessors());
    }

    /** Work that is mostly waiting for the disk. */
    static <T> void forEachWaiting(Collection<T> items, Work<T> work) throws IOException {
        forEach(items, work, WAITING);
    }

    private static <T> void forEach(Collection<T> items, Work<T> work, int threads) throws IOException {
        List<T> list = List.copyOf(items);
        if (list.isEmpty()) {
            return;
        }
        Map<Integer, Throwable> failures = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger end = new AtomicInteger(list.size());
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < end.get(); i = next.getAndIncrement()) {
                try {
                    work.on(list.get(i));
                } catch (IOException | RuntimeException | Error e) {
                    failures.put(i, e);
                    end.accumulateAndGet(i, Math::min);
                }
            }
        };
        int workers = Math.min(threads, list.size());
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            Stream.generate(() -> CompletableFuture.runAsync(worker, executor))
                    .limit(workers)
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            executor.shutdown();
        }
        Throwable failure = failures.get(end.get());
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }
}
