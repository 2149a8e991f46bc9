package org.gongkai.publish.release;

import java.io.IOException;

/**
 * A publication failed after it had switched some readers, and could not be undone. The message says in Chinese what
 * readers see now; the cause is the first failure. The next command that writes to the folder completes the
 * publication.
 */
public final class PartialPublication extends IOException {
    private static final long serialVersionUID = 1L;

    PartialPublication(String state, Throwable cause) {
        super(state, cause);
    }
}
