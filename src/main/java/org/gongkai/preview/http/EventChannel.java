package org.gongkai.preview.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sends events to all open pages that listen ({@code EventSource}). Safe for use by multiple threads. */
public final class EventChannel implements AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 15;

    private final Set<HttpExchange> pages = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor sender =
            new ScheduledThreadPoolExecutor(1, work -> LoopbackServer.daemon("events of the preview", work));

    public EventChannel() {
        // A comment, by which pages that are gone are noticed as well.
        sender.scheduleWithFixedDelay(() -> write(":\n\n"), KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Sends an event to every listener, without waiting for them. One that is gone misses it.
     *
     * @param event the name of the event
     * @param data its data, without line breaks
     */
    public void send(String event, String data) {
        if (!sender.isShutdown()) {
            sender.execute(() -> write("event:" + event + "\ndata:" + data + "\n\n"));
        }
    }

    /** The number of pages that listen. */
    public int listeners() {
        return pages.size();
    }

    void add(HttpExchange page) throws IOException {
        page.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        page.sendResponseHeaders(200, 0);
        pages.add(page);
    }

    private void write(String text) {
        for (HttpExchange page : pages) {
            try {
                page.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
                page.getResponseBody().flush();
            } catch (IOException e) {
                pages.remove(page);
                page.close();
            }
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
