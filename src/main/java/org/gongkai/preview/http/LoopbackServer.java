package org.gongkai.preview.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.xnio.Options;

/**
 * A web server that only programs of this machine can reach. Its port is the one that was asked for, or the first free
 * one from {@value #FIRST_PORT}, so that several can run at a time.
 */
public final class LoopbackServer implements AutoCloseable {

    /** The port of the first server that runs without a requested one. */
    public static final int FIRST_PORT = 8180;

    private static final int PORTS = 100;
    // A browser opens six. Whoever opens more than these and sends nothing waits for the deadlines like everybody else.
    private static final int MAX_CONNECTIONS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HOST = "127.0.0.1";
    // Bodies over the limit of their route are read to the end as well, up to this size.
    private static final long MAX_BODY = 4L * 1024 * 1024 * 1024;

    /** How many bodies are waited for at a time; other requests are answered meanwhile. */
    private static final int MAX_BODIES = 128;

    private final Undertow server;
    private final ExecutorService bodies;
    private final int port;
    private final String query;

    private LoopbackServer(Undertow server, ExecutorService bodies, int port, String query) {
        this.server = server;
        this.bodies = bodies;
        this.port = port;
        this.query = query;
    }

    /**
     * Starts a server that answers all browsers of this machine.
     *
     * @param requested the port; 0 for any that is free
     * @param routes its routes; of several that match the one with the longest path wins
     * @param events the channels of events, by path
     * @throws IOException if no port can be used
     */
    public static LoopbackServer start(OptionalInt requested, List<Route> routes, Map<String, EventChannel> events)
            throws IOException {
        return start(requested, RequestGuard.withoutToken(), routes, events);
    }

    /** Starts a server that answers only those who know a token; its address holds a new one. */
    public static LoopbackServer startWithToken(OptionalInt requested, List<Route> routes) throws IOException {
        return start(requested, RequestGuard.withToken(RequestGuard.newToken()), routes, Map.of());
    }

    private static LoopbackServer start(
            OptionalInt requested, RequestGuard guard, List<Route> routes, Map<String, EventChannel> events)
            throws IOException {
        if (requested.isPresent()) {
            return start(requested.getAsInt(), guard, routes, events, PATIENCE);
        }
        BindException last = null;
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try {
                return start(port, guard, routes, events, PATIENCE);
            } catch (BindException e) {
                last = e;
            }
        }
        throw last;
    }

    /**
     * @param patience how long the head of a request, the next part of a body, and the rest of a request that is
     * refused is waited for
     */
    static LoopbackServer start(
            int requested, RequestGuard guard, List<Route> routes, Map<String, EventChannel> events, Duration patience)
            throws IOException {
        // Undertow would otherwise choose a library on the class path that prints a message of its own.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        int millis = (int) patience.toMillis();
        ExecutorService bodies = Executors.newFixedThreadPool(MAX_BODIES, work -> {
            Thread thread = new Thread(work, "body of a request");
            thread.setDaemon(true);
            return thread;
        });
        RootHandler root = new RootHandler(guard, routes, events, patience, bodies);
        Undertow server = Undertow.builder()
                .addHttpListener(requested, HOST, root)
                .setIoThreads(2)
                .setWorkerThreads(16)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, MAX_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, MAX_CONNECTIONS)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, false)
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            if (e.getCause() instanceof BindException) {
                BindException used = new BindException("端口 " + requested + " 已被占用");
                used.initCause(e);
                throw used;
            }
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        root.listenOn(port);
        return new LoopbackServer(server, bodies, port, guard.query());
    }

    public int port() {
        return port;
    }

    /** The address of the server, ending in {@code /}. */
    public String address() {
        return "http://" + HOST + ":" + port + "/";
    }

    /** The address with the token that opens the server; the plain one if it needs none. */
    public String openingAddress() {
        return address() + query;
    }

    /** Ends all connections and frees the port. */
    @Override
    public void close() {
        server.stop();
        bodies.shutdownNow();
    }
}
