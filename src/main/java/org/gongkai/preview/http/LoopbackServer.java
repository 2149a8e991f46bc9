package org.gongkai.preview.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.input.ProxyInputStream;
import org.gongkai.io.TextResource;

/**
 * A web server that only programs of this machine can reach. Its port is the one that was asked for, or the first free
 * one from {@value #FIRST_PORT}, so that several can run at a time.
 */
public record LoopbackServer(
        HttpServer server, Map<String, EventChannel> events, ExecutorService requests, String query)
        implements AutoCloseable {

    /** The port of the first server that runs without a requested one. */
    public static final int FIRST_PORT = 8180;

    private static final String LIMIT_SECONDS = "20";
    private static final String HOST = "127.0.0.1";

    static {
        // A browser opens six. Whoever opens more than these and sends nothing waits for the limits like everybody
        // else.
        System.setProperty("jdk.httpserver.maxConnections", "1000");
        System.setProperty("sun.net.httpserver.idleInterval", LIMIT_SECONDS);
        // Within which a request must come, its body included; otherwise its connection is closed.
        System.setProperty("sun.net.httpserver.maxReqTime", LIMIT_SECONDS);
        // What comes of a refused request is read up to this size: a browser does not show the answer before.
        System.setProperty("sun.net.httpserver.drainAmount", String.valueOf(64L << 20));
        // Otherwise each answer waits for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * Takes a port. Whoever asks there waits until the server is started.
     *
     * @param requested the port; 0 for any that is free
     * @throws IOException if no port can be used
     */
    public static HttpServer bind(OptionalInt requested) throws IOException {
        int last = requested.orElse(FIRST_PORT + 99);
        for (int port = requested.orElse(FIRST_PORT); ; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(HOST, port), 0);
            } catch (BindException e) {
                if (port == last) {
                    throw new BindException("端口 " + port + " 已被占用");
                }
            }
        }
    }

    /**
     * Starts a server that answers all browsers of this machine.
     *
     * @param routes its routes; of several that match the one with the longest path wins
     * @param events the channels of events, by path
     */
    public static LoopbackServer start(HttpServer server, List<Route> routes, Map<String, EventChannel> events) {
        return start(server, RequestGuard.withoutToken(), routes, events);
    }

    /** Starts a server that answers only those who know a token; its address holds a new one. */
    public static LoopbackServer startWithToken(OptionalInt requested, List<Route> routes) throws IOException {
        return start(bind(requested), RequestGuard.withToken(RequestGuard.newToken()), routes, Map.of());
    }

    static LoopbackServer start(
            HttpServer server, RequestGuard guard, List<Route> routes, Map<String, EventChannel> events) {
        // Each thread waits for one client alone.
        ExecutorService requests = Executors.newCachedThreadPool(work -> daemon("server of the preview", work));
        server.setExecutor(requests);
        server.createContext("/", new RootHandler(guard, server.getAddress().getPort(), routes, events));
        server.start();
        return new LoopbackServer(server, events, requests, guard.query());
    }

    /** A thread that does not keep the program from ending. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Ends threads and waits for what they still do, as files may be deleted behind them. */
    public static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of the server, ending in {@code /}. */
    public String address() {
        return "http://" + HOST + ":" + port() + "/";
    }

    /** The address with the token that opens the server; the plain one if it needs none. */
    public String openingAddress() {
        return address() + query;
    }

    /** Ends all connections, also what was begun for them, and frees the port. */
    @Override
    public void close() {
        server.stop(0);
        end(requests);
        events.values().forEach(EventChannel::close);
    }

    /** Checks each request, finds its route and writes the answer. */
    private record RootHandler(RequestGuard guard, int port, List<Route> routes, Map<String, EventChannel> events)
            implements HttpHandler {

        private static final Map<String, String> HEADERS = Map.of(
                "Content-Security-Policy", Response.POLICY,
                "X-Content-Type-Options", "nosniff",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Referrer-Policy", "same-origin",
                "Cache-Control", "no-store");

        /** What somebody sees who opens an address with a former token, as bookmarks have it. */
        private static final Response EXPIRED = Response.html(TextResource.of(LoopbackServer.class, "expired.html"))
                .withStatus(403)
                .withPolicy("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");

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
                } else if (events.containsKey(request.path())
                        && request.method().equals("GET")) {
                    events.get(request.path()).add(exchange);
                    return;
                } else {
                    response = answer(request, body, path, route);
                }
            } catch (HttpFailure e) {
                response = guard.isExpired(request, e) ? EXPIRED : Response.text(e.status(), e.getMessage());
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
}
