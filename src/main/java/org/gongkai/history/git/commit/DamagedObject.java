package org.gongkai.history.git.commit;

import java.io.IOException;
import org.eclipse.jgit.errors.LargeObjectException;

/** Distinguishes damaged objects from program defects: JGit throws unchecked exceptions for both. */
public final class DamagedObject {

    private DamagedObject() {}

    /**
     * Converts an exception that JGit throws while it parses an object.
     *
     * @param message what could not be read, in Chinese
     * @return the exception to throw instead, if the content of the object is the cause
     * @throws RuntimeException the given one, if it has another cause
     */
    public static IOException converted(String message, RuntimeException e) {
        if (e instanceof IllegalArgumentException // no object id, no date, no type of object
                || e instanceof IndexOutOfBoundsException // the object ends too early
                || e instanceof ClassCastException // an id names an object of another type
                || e instanceof LargeObjectException) {
            return new IOException(message, e);
        }
        throw e;
    }
}
