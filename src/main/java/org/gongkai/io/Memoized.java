package org.gongkai.io;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is computed when it is first needed. Safe for use by multiple threads. */
public final class Memoized<T> implements Supplier<T> {

    private final Supplier<T> computation;
    private Optional<T> value = Optional.empty();

    public Memoized(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public synchronized T get() {
        if (value.isEmpty()) {
            value = Optional.of(computation.get());
        }
        return value.get();
    }
}
