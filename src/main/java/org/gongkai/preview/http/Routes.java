package org.gongkai.preview.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answers.
 *
 * @param routes its routes; of several that match the one with the longest path wins
 * @param events the channels of events, by path
 */
public record Routes(List<Route> routes, Map<String, EventChannel> events) {

    public Routes {
        routes = List.copyOf(routes);
        events = Map.copyOf(events);
    }

    /** The route of a path and a method. */
    Optional<Route> find(String path, String method) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        Route best = null;
        for (Route route : routes) {
            boolean longer = best == null || route.path().length() > best.path().length();
            if (route.method().equals(wanted) && route.answers(path) && longer) {
                best = route;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether some method of a path is answered. */
    boolean knows(String path) {
        return routes.stream().anyMatch(route -> route.answers(path));
    }
}
