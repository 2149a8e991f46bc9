package org.gongkai.preview.http;

import org.apache.commons.io.function.IOFunction;

/**
 * Who answers which requests.
 *
 * @param method the method; a route for {@code GET} answers {@code HEAD} as well
 * @param path the path, or the beginning of paths if it ends in {@code /}; of several routes the longest wins
 * @param bodyLimit the largest accepted body in bytes
 * @param handler answers
 */
public record Route(String method, String path, long bodyLimit, IOFunction<Request, Response> handler) {

    /** A route for reading. */
    public static Route get(String path, IOFunction<Request, Response> handler) {
        return new Route("GET", path, 0, handler);
    }

    /** A route for requests that change something. */
    public static Route post(String path, long bodyLimit, IOFunction<Request, Response> handler) {
        return new Route("POST", path, bodyLimit, handler);
    }

    boolean answers(String path) {
        return this.path.endsWith("/") ? path.startsWith(this.path) : path.equals(this.path);
    }
}
