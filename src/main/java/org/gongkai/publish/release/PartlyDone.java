package org.gongkai.publish.release;

import java.io.IOException;

/**
 * The machine failed while new releases were put in place, and failed again when that was to be undone. The message says in
 * Chinese what readers see now; the cause is what failed first. The next command that writes completes it.
 */
public final class PartlyDone extends IOException {
    private static final long serialVersionUID = 1L;

    PartlyDone(String state, Throwable cause) {
        super(state, cause);
    }
}
