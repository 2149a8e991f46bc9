package org.gongkai.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Does the same with many files at once: a disk is faster when it is asked for several things. */
final class Parallel {

    private Parallel() {}

    @FunctionalInterface
    interface Work<T> {
        void on(T item) throws IOException;
    }

    static <T> void forEach(Collection<T> items, Work<T> work) throws IOException {
        try {
            items.parallelStream().forEach(item -> {
                try {
                    work.on(item);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
