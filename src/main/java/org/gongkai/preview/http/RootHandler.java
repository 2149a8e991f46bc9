package org.gongkai.preview.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.input.ProxyInputStream;

/** Checks each request, finds its route and writes the answer. */
record RootHandler(RequestGuard guard, int port, List<Route> routes, Map<String, EventChannel> events)
        implements HttpHandler {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", Response.POLICY,
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store");

    RootHandler {
        routes = List.copyOf(routes);
        events = Map.copyOf(events);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        Optional<String> path = Request.path(address);
        Optional<Route> route = path.flatMap(it -> route(it, exchange.getRequestMethod()));
        long limit = route.map(Route::bodyLimit).orElse(0L);
        RequestBody body = new RequestBody(exchange.getRequestBody(), limit);
        Request request = new Request(exchange, path.orElse("/"), body);
        HEADERS.forEach(exchange.getResponseHeaders()::set);
        Response response;
        try {
            guard.check(request, port);
            Optional<String> cookie = guard.cookie(request, port);
            if (path.isPresent() && cookie.isPresent()) {
                // Without the token, which must not stay in the address bar or the history.
                response = Response.redirect(address.getRawPath() + guard.fragment())
                        .with("Set-Cookie", cookie.get());
            } else if (events.containsKey(request.path()) && request.method().equals("GET")) {
                events.get(request.path()).add(exchange);
                return;
            } else {
                response = answer(request, body, path, route);
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

    private Response answer(Request request, RequestBody body, Optional<String> path, Optional<Route> route)
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
            if (request.hasBody() && (limit == 0 || request.length() > limit)) {
                throw RequestBody.tooLarge(limit);
            }
            return route.get().handler().apply(request);
        } catch (HttpFailure e) {
            if (limit > 0) {
                body.skipRest();
            }
            throw e;
        }
    }

    private void send(HttpExchange exchange, Response response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.type());
        response.headers().forEach(headers::set);
        int length = response.body().length;
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            headers.set("Content-Length", String.valueOf(length));
        }
        exchange.sendResponseHeaders(response.status(), isHead || length == 0 ? -1 : length);
        if (!isHead) {
            exchange.getResponseBody().write(response.body());
        }
        exchange.close();
    }

    /** The body of a request, which must not be longer than a limit. */
    private static final class RequestBody extends ProxyInputStream {

        private final long limit;
        private long read;

        /** @param limit how many bytes it may have */
        RequestBody(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        protected void afterRead(int count) {
            read += Math.max(0, count);
            if (read > limit) {
                throw tooLarge(limit);
            }
        }

        /** Reads what is left, however long: a browser shows an answer only if its request was read to the end. */
        void skipRest() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        static HttpFailure tooLarge(long limit) {
            String size = limit >= 1024 * 1024 ? limit / 1024 / 1024 + " MB" : limit + " 字节";
            return new HttpFailure(413, "发送的内容太大，最多 " + size + "。");
        }
    }
}
