package org.gongkai.publish.hooks;

import java.io.IOException;
import org.gongkai.publish.Publisher;

/** Describes attempts to publish in words. */
public interface AttemptFormat {

    /**
     * What is said about an attempt.
     *
     * @param summary lines for the author of a push and for the log
     * @param details lines for the log only
     */
    record Description(String summary, String details) {}

    /**
     * Describes an attempt that came to an end, whether the site was published or not.
     *
     * @param millis how long it took
     */
    Description completed(Publisher.Result result, long millis);

    /** Describes an attempt that was ended by an exception. */
    Description failed(Throwable failure);

    /** The line which says that the log could not be written. */
    String notLogged(IOException failure);
}
