package org.gongkai.preview.http;

import java.io.IOException;

/**
 * Who answers which requests.
 *
 * @param method the method; a route for {@code GET} answers {@code HEAD} as well
 * @param path the path, or the beginning of paths if it ends in {@code /}; of several routes the longest wins
 * @param bodyLimit the largest accepted body in bytes
 * @param handler answers
 */
public record Route(String method, String path, long bodyLimit, Handler handler) {

    /** Answers the requests of a route; called by many threads at a time. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Answers a request.
         *
         * @throws HttpFailure if the request is refused
         * @throws IOException if a file cannot be read or written; the browser is told that, without the reason
         */
        Response handle(Request request) throws IOException;
    }

    /** A route for reading. */
    public static Route get(String path, Handler handler) {
        return new Route("GET", path, 0, handler);
    }

    /** A route for requests that change something. */
    public static Route post(String path, long bodyLimit, Handler handler) {
        return new Route("POST", path, bodyLimit, handler);
    }

    boolean answers(String path) {
        return this.path.endsWith("/") ? path.startsWith(this.path) : path.equals(this.path);
    }
}
