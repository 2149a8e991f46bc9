package org.gongkai.write.desk.site;

import java.io.IOException;
import java.util.Optional;

/** A value that is read when it is first needed, and again after it was dropped. Safe for use by multiple threads. */
final class Retained<T> {

    /** Reads a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    private final Reading<T> reading;
    private Optional<T> value = Optional.empty();

    Retained(Reading<T> reading) {
        this.reading = reading;
    }

    /** @throws IOException if it cannot be read; the next call tries again */
    synchronized T get() throws IOException {
        if (value.isEmpty()) {
            value = Optional.of(reading.read());
        }
        return value.get();
    }

    synchronized boolean isRead() {
        return value.isPresent();
    }

    synchronized void drop() {
        value = Optional.empty();
    }
}
