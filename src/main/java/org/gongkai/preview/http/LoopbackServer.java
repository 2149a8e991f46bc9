package org.gongkai.preview.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server that only programs of this machine can reach. Its port is the one that was asked for, or the first free
 * one from {@value #FIRST_PORT}, so that several can run at a time.
 */
public record LoopbackServer(
        HttpServer server, Map<String, EventChannel> events, ExecutorService requests, String query)
        implements AutoCloseable {

    /** The port of the first server that runs without a requested one. */
    public static final int FIRST_PORT = 8180;

    private static final int PORTS = 100;
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
            return start(requested.getAsInt(), guard, routes, events);
        }
        BindException last = null;
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
            try {
                return start(port, guard, routes, events);
            } catch (BindException e) {
                last = e;
            }
        }
        throw last;
    }

    static LoopbackServer start(int requested, RequestGuard guard, List<Route> routes, Map<String, EventChannel> events)
            throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(HOST, requested), 0);
        } catch (BindException e) {
            throw new BindException("端口 " + requested + " 已被占用");
        }
        // Each thread waits for one client alone.
        ExecutorService requests = Executors.newCachedThreadPool(LoopbackServer::daemon);
        server.setExecutor(requests);
        server.createContext("/", new RootHandler(guard, server.getAddress().getPort(), routes, events));
        server.start();
        return new LoopbackServer(server, events, requests, guard.query());
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "server of the preview");
        thread.setDaemon(true);
        return thread;
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

    /** Ends all connections and frees the port. */
    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
        events.values().forEach(EventChannel::close);
    }
}
