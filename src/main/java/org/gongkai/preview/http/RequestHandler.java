package org.gongkai.preview.http;

import java.io.IOException;

/** Answers the requests of a route; called by many threads at a time. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Answers a request.
     *
     * @throws HttpFailure if the request is refused
     * @throws IOException if a file cannot be read or written; the browser is told that, without the reason
     */
    Response handle(Request request) throws IOException;
}
