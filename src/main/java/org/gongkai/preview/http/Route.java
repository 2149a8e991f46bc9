package org.gongkai.preview.http;

/**
 * Who answers which requests.
 *
 * @param method the method; a route for {@code GET} answers {@code HEAD} as well
 * @param path the path, or the beginning of paths if it ends in {@code /}; of several routes the longest wins
 * @param bodyLimit the largest accepted body in bytes
 * @param handler answers
 */
public record Route(String method, String path, long bodyLimit, RequestHandler handler) {

    /** A route for reading. */
    public static Route get(String path, RequestHandler handler) {
        return new Route("GET", path, 0, handler);
    }

    /** A route for requests that change something. */
    public static Route post(String path, long bodyLimit, RequestHandler handler) {
        return new Route("POST", path, bodyLimit, handler);
    }

    boolean answers(String path) {
        return this.path.endsWith("/") ? path.startsWith(this.path) : path.equals(this.path);
    }
}
