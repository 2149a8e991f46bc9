package org.gongkai.io;

import java.io.IOException;
import java.util.Optional;
import org.apache.commons.io.function.IOSupplier;

/** A value that is read when it is first needed, and again after it was dropped. Safe for use by multiple threads. */
public final class Lazy<T> {

    private final IOSupplier<T> reading;
    private Optional<T> value = Optional.empty();

    public Lazy(IOSupplier<T> reading) {
        this.reading = reading;
    }

    /** @throws IOException if it cannot be read; the next call tries again */
    public synchronized T get() throws IOException {
        if (value.isEmpty()) {
            value = Optional.of(reading.get());
        }
        return value.get();
    }

    public synchronized boolean isRead() {
        return value.isPresent();
    }

    public synchronized void drop() {
        value = Optional.empty();
    }
}
