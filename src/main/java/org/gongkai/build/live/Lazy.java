package org.gongkai.build.live;

import java.io.IOException;
import java.util.Optional;
import org.gongkai.io.Timings;

/** A value that is computed when it is first needed. Safe for use by multiple threads. */
final class Lazy<T> {

    private final Timings.Step<T> step;
    private Optional<T> value = Optional.empty();

    Lazy(Timings.Step<T> step) {
        this.step = step;
    }

    /** @throws IOException if computing it fails; the next call tries again */
    synchronized T get() throws IOException {
        if (value.isEmpty()) {
            value = Optional.of(step.run());
        }
        return value.get();
    }
}
