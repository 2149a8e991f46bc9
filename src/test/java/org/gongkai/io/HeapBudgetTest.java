package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapBudgetTest {

    private static final long HEAP = 4L << 30;

    private final HeapBudget budget = new HeapBudget(HEAP);

    @Test
    void oneFileMayTakeAQuarterOfTheHeap() {
        assertThat(budget.bytes()).isEqualTo(1L << 30);
        assertThat(budget.most(100L << 20, 3)).isEqualTo(100L << 20);
        assertThat(budget.most(100L << 20, 64)).isEqualTo(16L << 20);
    }

    @Test
    void filesThatTogetherTakeMoreWaitForEachOther() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WorkPool pool = new WorkPool(4)) {
            pool.forEach(
                    IntStream.range(0, 40).boxed().toList(),
                    file -> budget.read("" + file, Long.MAX_VALUE, () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        Thread.yield();
                        return now.decrementAndGet();
                    }));
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void theFilesThatAreReadWhenTheHeapIsExhaustedAreNamed() {
        assertThatThrownBy(() -> budget.read(
                        "content/b.csv",
                        1,
                        () -> budget.read("content/a.docx", 1, () -> {
                            throw new OutOfMemoryError("Java heap space");
                        })))
                .isInstanceOf(HeapBudget.Exhausted.class)
                .hasMessage("content/a.docx、content/b.csv");
        assertThat(budget.<List<String>, RuntimeException>read("content/a.docx", Long.MAX_VALUE, () -> List.of("read")))
                .containsExactly("read");
    }
}
