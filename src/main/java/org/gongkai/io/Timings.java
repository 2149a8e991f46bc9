package org.gongkai.io;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.io.function.IORunnable;
import org.apache.commons.io.function.IOSupplier;

/** The duration of each step of a build. */
public final class Timings {

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    public <T> T time(String name, IOSupplier<T> step) throws IOException {
        long start = System.nanoTime();
        try {
            return step.get();
        } finally {
            add(name, System.nanoTime() - start);
        }
    }

    public void time(String name, IORunnable task) throws IOException {
        time(name, () -> {
            task.run();
            return null;
        });
    }

    private synchronized void add(String name, long time) {
        nanos.merge(name, time, Long::sum);
    }

    /** Milliseconds by name of the step, in the order in which the steps first ended. */
    public synchronized Map<String, Long> all() {
        Map<String, Long> millis = new LinkedHashMap<>();
        nanos.forEach((name, time) -> millis.put(name, time / 1_000_000));
        return Collections.unmodifiableMap(millis);
    }
}
