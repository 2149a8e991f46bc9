package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WorkPoolTest {

    private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

    @AutoClose
    private final WorkPool pool = new WorkPool(2);

    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @Test
    void worksOnEachItemOnce() {
        pool.forEach(ITEMS, done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(ITEMS);
    }

    @Test
    void worksOnSeveralItemsAtATime() {
        CyclicBarrier both = new CyclicBarrier(2);

        pool.forEach(List.of(1, 2), item -> {
            await(both);
            done.add(item);
        });

        assertThat(done).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void worksOnSeveralItemsAtATimeWithinAStepOfItsOwn() throws IOException {
        for (int i = 0; i < 50; i++) {
            CyclicBarrier both = new CyclicBarrier(2);
            pool.run(() -> {
                pool.forEach(List.of(1, 2), item -> {
                    try {
                        both.await(1, TimeUnit.SECONDS);
                        done.add(item);
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        // A pool of Java 17 now and then misses to wake a thread that is about to wait.
                    }
                });
                return null;
            });
        }

        assertThat(done).hasSizeGreaterThan(80);
    }

    @Test
    void beginsNothingMoreWhenItIsCancelled() {
        WorkPool background = WorkPool.background(1);
        try {
            WorkPool until = background.until(() -> done.size() == 3);

            assertThatThrownBy(() -> until.forEach(ITEMS, done::add)).isInstanceOf(CancellationException.class);
            assertThat(done).containsExactly(0, 1, 2);

            done.clear();
            background.forEach(List.of(1, 2, 3, 4, 5), done::add);
            assertThat(done).hasSize(5);
        } finally {
            background.close();
        }
    }

    @Test
    void throwsTheFailureOfTheFirstItemInOrder() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);

        assertThatThrownBy(() -> pool.forEach(ITEMS, item -> {
                    if (item < 2) {
                        await(both);
                        throw new IOException("item " + item);
                    }
                    done.add(item);
                }))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessage("item 0");

        assertThat(done).hasSizeLessThan(ITEMS.size() - 2);
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Test
    void throwsWhatTheWorkThrew() {
        assertThatThrownBy(() -> pool.forEach(ITEMS, item -> {
                    throw new IllegalStateException("x");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pool.forEach(ITEMS, item -> {
                    throw new OutOfMemoryError("x");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void handsOnTheResultOfWorkThatWasBegun() {
        assertThat(pool.begin(() -> "done").join()).isEqualTo("done");
        assertThatThrownBy(() -> pool.begin(() -> {
                            throw new IOException("disk");
                        })
                        .join())
                .isInstanceOf(UncheckedIOException.class);
    }

    // {@code --jobs} governs every step, including what uses parallel streams.

    @Test
    void useTheThreadsOfThePoolOnly() throws IOException {
        try (WorkPool pool = new WorkPool(1)) {
            Set<String> threads = pool.run(() -> IntStream.range(0, 10_000)
                    .parallel()
                    .mapToObj(number -> Thread.currentThread().getName())
                    .collect(Collectors.toSet()));

            assertThat(threads)
                    .hasSize(1)
                    .doesNotContain(Thread.currentThread().getName())
                    .noneMatch(name -> name.contains("commonPool"));
        }
    }

    @Test
    void failAsOnAnyOtherThread() {
        IOException failure = new IOException("full");
        try (WorkPool pool = new WorkPool(1)) {
            assertThatThrownBy(() -> pool.run(() -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }
}
