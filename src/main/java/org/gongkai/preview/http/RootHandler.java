package org.gongkai.preview.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/** Checks each request, finds its route and writes the answer. */
final class RootHandler implements HttpHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", Response.POLICY,
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store");

    private final RequestGuard guard;
    private final List<Route> routes;
    private final Map<String, EventChannel> events;
    private final Duration patience;
    private final Executor bodies;
    // The guard compares with the port, which is known once the server listens.
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    /**
     * @param patience how long the next part of a body, and the rest of a refused request, is waited for
     * @param bodies handles requests with a body: its threads may wait for the client, those of the server do not
     */
    RootHandler(
            RequestGuard guard,
            List<Route> routes,
            Map<String, EventChannel> events,
            Duration patience,
            Executor bodies) {
        this.guard = guard;
        this.routes = List.copyOf(routes);
        this.events = Map.copyOf(events);
        this.patience = patience;
        this.bodies = bodies;
    }

    void listenOn(int port) {
        this.port.complete(port);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.isInIoThread()) {
            exchange.dispatch(exchange.isRequestComplete() ? null : bodies, this);
            return;
        }
        try {
            handle(exchange);
        } catch (Exception | StackOverflowError e) {
            exchange.endExchange();
        }
    }

    private void handle(HttpServerExchange exchange) throws Exception {
        Optional<String> path =
                exchange.isHostIncludedInRequestURI() ? Optional.empty() : Request.decode(exchange.getRequestURI());
        String method = exchange.getRequestMethod().toString();
        Optional<Route> route = path.flatMap(it -> route(it, method));
        RequestBody body = new RequestBody(exchange, route.map(Route::bodyLimit).orElse(0L), patience);
        Request request = new Request(exchange, path.orElse("/"), body);
        Response response;
        try {
            int here = port.join();
            guard.check(request, here);
            Optional<String> cookie = guard.cookie(request, here);
            if (path.isPresent() && cookie.isPresent()) {
                // Without the token, which must not stay in the address bar or the history.
                response = Response.redirect(exchange.getRequestURI() + guard.fragment())
                        .with("Set-Cookie", cookie.get());
            } else if (path.isPresent() && events.containsKey(path.get()) && method.equals("GET")) {
                HEADERS.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
                events.get(path.get()).handler().handleRequest(exchange);
                return;
            } else {
                response = answer(exchange, request, body, path, route);
            }
        } catch (HttpFailure e) {
            response = Response.text(e.status(), e.getMessage());
        } catch (IOException e) {
            response = Response.text(500, "读写文件时出错，请再试一次。");
        } catch (RuntimeException | StackOverflowError e) {
            response = Response.text(500, "程序出错了，请把正在做的事告诉维护人员。");
        }
        send(exchange, response);
    }

    private Optional<Route> route(String path, String method) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return routes.stream()
                .filter(route -> route.method().equals(wanted) && route.answers(path))
                .max(Comparator.comparingInt(route -> route.path().length()));
    }

    private Response answer(
            HttpServerExchange exchange,
            Request request,
            RequestBody body,
            Optional<String> path,
            Optional<Route> route)
            throws IOException {
        if (path.isEmpty()) {
            return Response.text(400, "地址写错了。");
        }
        if (route.isEmpty()) {
            return routes.stream().anyMatch(it -> it.answers(path.get()))
                    ? Response.text(405, "这个地址不接受这种请求。")
                    : Response.text(404, "没有这个地址。");
        }
        long limit = route.get().bodyLimit();
        try {
            if (!exchange.isRequestComplete() && (limit == 0 || exchange.getRequestContentLength() > limit)) {
                throw RequestBody.tooLarge(limit);
            }
            return route.get().handler().handle(request);
        } catch (HttpFailure e) {
            if (limit > 0 && e.status() != StatusCodes.REQUEST_TIME_OUT) {
                body.skipRest();
            }
            throw e;
        }
    }

    private void send(HttpServerExchange exchange, Response response) {
        exchange.setStatusCode(response.status());
        HeaderMap headers = exchange.getResponseHeaders();
        HEADERS.forEach((name, value) -> headers.put(new HttpString(name), value));
        headers.put(Headers.CONTENT_TYPE, response.type());
        response.headers().forEach((name, value) -> headers.put(new HttpString(name), value));
        headers.put(Headers.CONTENT_LENGTH, response.body().length);
        boolean isHead = exchange.getRequestMethod().toString().equals("HEAD");
        if (!exchange.isRequestComplete()) {
            exchange.setPersistent(false);
            exchange.getIoThread()
                    .executeAfter(
                            () -> IoUtils.safeClose(exchange.getConnection()),
                            patience.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(isHead ? new byte[0] : response.body()));
    }
}
