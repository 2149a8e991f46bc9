package org.gongkai.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.preview.http.LoopbackServer;

/** Serves a site as its web server would: what does not exist is answered with 404.html, under any address. */
final class Loopback implements AutoCloseable {

    private final BuiltSite site;
    private final HttpServer server;

    Loopback(BuiltSite site) throws IOException {
        this.site = site;
        server = start(this::answer);
    }

    /** Starts a server on a free port with the limits of the program, as the first one of a process sets them for all. */
    static HttpServer start(HttpHandler handler) throws IOException {
        try {
            Class.forName(LoopbackServer.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            boolean found = site.files().contains(path);
            Path file = site.path(found ? path : "404.html");
            String name = file.getFileName().toString();
            exchange.getResponseHeaders()
                    .set("Content-Type", name.endsWith(".html") ? "text/html" : Files.probeContentType(file));
            exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
            byte[] body = Files.readAllBytes(file);
            exchange.sendResponseHeaders(found ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
