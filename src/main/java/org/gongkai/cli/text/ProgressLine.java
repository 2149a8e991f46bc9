package org.gongkai.cli.text;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.pipeline.Build.Progress;

/** Shows the progress of a build in one line of the terminal, once it has taken a second. */
public final class ProgressLine implements Progress, AutoCloseable {

    private static final long DELAY_MILLIS = 1000;
    private static final long INTERVAL_MILLIS = 100;
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final Clock clock;
    private final long start;
    private final AtomicReference<String> step = new AtomicReference<>("");
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong lastDrawn = new AtomicLong();

    public ProgressLine(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.millis();
    }

    @Override
    public void advanced(String name, int total) {
        if (!terminal.interactive()) {
            return;
        }
        if (!name.equals(step.getAndSet(name))) {
            done.set(0);
        }
        int count = done.incrementAndGet();
        long now = clock.millis();
        long last = lastDrawn.get();
        if (now - start > DELAY_MILLIS && now - last > INTERVAL_MILLIS && lastDrawn.compareAndSet(last, now)) {
            int filled = (int) ((long) WIDTH * Math.min(count, total) / Math.max(1, total));
            terminal.err()
                    .print("\r" + name + " [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + count + "/"
                            + total + " ");
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        if (lastDrawn.get() > 0) {
            terminal.err().print("\r" + " ".repeat(WIDTH + 40) + "\r");
            terminal.err().flush();
        }
    }
}
