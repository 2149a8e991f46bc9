package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.function.IOBiConsumer;

/** Lets the process die, or the disk fail, before one of the operations of some work. */
final class FaultyStep implements IOBiConsumer<String, Path> {

    /** What a full disk says. */
    static final String FULL = "No space left on device";

    /** What happens at the step. */
    enum Fault {
        /** From the step on nothing can be done any more, as if the process were gone. */
        DIES,
        /** The step fails, and later ones do not. */
        FAILS,
        /** From the step on nothing can be created any more; deleting and renaming succeed. */
        FULL
    }

    private final Fault fault;
    private final AtomicInteger left;
    private volatile String hit = "";

    /** @param steps how many operations succeed before */
    FaultyStep(Fault fault, int steps) {
        this.fault = fault;
        left = new AtomicInteger(steps);
    }

    Fault fault() {
        return fault;
    }

    /** The operation that was the first not to succeed; empty if all did. */
    String hit() {
        return hit;
    }

    @Override
    public void accept(String operation, Path path) throws IOException {
        int ahead = left.getAndDecrement();
        if (ahead > 0 || ahead < 0 && !lasts(operation)) {
            return;
        }
        // Only by the thread that reaches the step: one that reads it and writes it back could lose what another
        // wrote.
        if (ahead == 0) {
            hit = operation + " " + path;
        }
        if (fault == Fault.DIES) {
            throw new Death();
        }
        throw new FileSystemException(path.toString(), null, FULL);
    }

    private boolean lasts(String operation) {
        return fault == Fault.DIES
                || fault == Fault.FULL
                        && Set.of("folder", "write", "link", "symlink").contains(operation);
    }

    /** The end of the process. */
    static final class Death extends Error {}
}
