package org.gongkai.preview.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;

/** Sends events to all open pages that listen ({@code EventSource}). Safe for use by multiple threads. */
public final class EventChannel {

    private static final int KEEP_ALIVE_MILLIS = 15_000;

    private final ServerSentEventHandler connections =
            new ServerSentEventHandler((connection, lastEventId) -> connection.setKeepAliveTime(KEEP_ALIVE_MILLIS));

    /**
     * Sends an event to every listener. One that is gone misses it.
     *
     * @param event the name of the event
     * @param data its data, without line breaks
     */
    public void send(String event, String data) {
        for (ServerSentEventConnection connection : connections.getConnections()) {
            connection.send(data, event, null, null);
        }
    }

    /** The number of pages that listen. */
    public int listeners() {
        return connections.getConnections().size();
    }

    HttpHandler handler() {
        return connections;
    }
}
