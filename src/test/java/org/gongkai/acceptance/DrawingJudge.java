package org.gongkai.acceptance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * Shows drawings in a browser without any policy, in every way in which a page may show one, and touches all that is in them.
 * Takes note of each that runs a script or fetches something. A drawing tells who it is by the path that it asks for.
 */
final class DrawingJudge implements AutoCloseable {

    /** Drawings that are shown at once. */
    private static final int TOGETHER = 60;

    private static final String SHOW =
            """
            const [here, numbers, done] = arguments;
            document.body.replaceChildren();
            const shown = (name, attribute, number) => new Promise(ready => {
                const element = document.createElement(name);
                element.onload = element.onerror = () => ready(element);
                setTimeout(() => ready(element), 5000);
                element[attribute] = here + 'drawing/' + number;
                if (name == 'object') element.type = 'image/svg+xml';
                document.body.append(element);
            });
            const all = numbers.flatMap(number =>
                [['iframe', 'src'], ['img', 'src'], ['object', 'data']].map(([name, data]) => shown(name, data, number)));
            Promise.all(all).then(elements => {
                elements.forEach(element => {
                    let parts = [];
                    try { parts = Array.from(element.contentDocument.querySelectorAll('*')); } catch (elsewhere) { return; }
                    ['mouseover', 'focusin', 'click'].forEach(type => parts.forEach(part =>
                        part.dispatchEvent(new MouseEvent(type, {bubbles: type != 'focusin', cancelable: true}))));
                });
                setTimeout(() => fetch(here + 'end').then(() => done()), 250);
            });
            """;

    private final HttpServer server;
    private final ConcurrentSkipListMap<Integer, byte[]> drawings = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, TreeSet<String>> calls = new ConcurrentSkipListMap<>();

    DrawingJudge() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String[] path = exchange.getRequestURI().getPath().split("/", 4);
                if (path[1].equals("drawing") && path.length == 3) {
                    byte[] drawing = drawings.get(Integer.parseInt(path[2]));
                    exchange.getResponseHeaders().set("Content-Type", "image/svg+xml");
                    exchange.sendResponseHeaders(200, drawing.length);
                    exchange.getResponseBody().write(drawing);
                    return;
                }
                if (path[1].equals("called") && path.length > 3) {
                    calls.computeIfAbsent(Integer.parseInt(path[2]), number -> new TreeSet<>())
                            .add(path[3]);
                }
                byte[] page = "<!DOCTYPE html><title>-</title><body>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", path[1].isEmpty() ? "text/html" : "text/plain");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
    }

    /** Where the drawing of a number calls, if it calls. */
    String trap(int number) {
        return here() + "called/" + number;
    }

    /** Shows drawings and gives the numbers of those that acted, with what they asked for. */
    java.util.Map<Integer, TreeSet<String>> acting(Browser browser, java.util.Map<Integer, byte[]> shown) {
        calls.clear();
        drawings.clear();
        drawings.putAll(shown);
        List<Integer> numbers = new ArrayList<>(drawings.keySet());
        browser.open(java.net.URI.create(here()));
        for (int from : IntStream.range(0, numbers.size())
                .filter(i -> i % TOGETHER == 0)
                .toArray()) {
            browser.await(SHOW, here(), numbers.subList(from, Math.min(numbers.size(), from + TOGETHER)));
        }
        return new java.util.TreeMap<>(calls);
    }

    private String here() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
