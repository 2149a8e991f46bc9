package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code --jobs} governs every step, including what uses parallel streams. */
class ParallelStreamsTest {

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
