package org.gongkai.preview;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.check.explain.Explanations;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.preview.http.EventChannel;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.Route;

/**
 * A running preview: the site of one audience on the loopback interface, which follows the changes of its files.
 *
 * <pre>{@code
 * try (Preview preview = Preview.start(request, OptionalInt.empty(), "1.0", clock, shared)) {
 *     print(preview.address());
 * }
 * }</pre>
 */
public record Preview(LiveSite site, LoopbackServer server) implements AutoCloseable {

    /**
     * Reads a site and begins to serve it.
     *
     * @param port the port; the first free one if empty
     * @param version version of the program
     * @param shared what all builds of this process share
     * @throws org.gongkai.history.git.NotCommitted if the requested commit does not exist
     * @throws org.gongkai.pipeline.Build.UnknownAudience if the site does not have the requested audience
     * @throws IOException if a file cannot be read or the port is in use
     */
    public static Preview start(BuildRequest request, OptionalInt port, String version, Clock clock, SharedParts shared)
            throws IOException {
        TemporaryFolder.clearLeftovers();
        EventChannel events = new EventChannel();
        Runnable listener = () -> events.send("changed", "-");
        PreviewPages pages = new PreviewPages(new Explanations(shared.yaml()));
        LiveSite site = LiveSite.open(request, version, clock, shared, listener);
        try {
            Map<String, EventChannel> channels = Map.of(PreviewHandler.OWN + "events", events);
            List<Route> routes = new PreviewHandler(site, pages).routes();
            return new Preview(site, LoopbackServer.start(port, routes, channels));
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** The address of the home page. */
    public String address() {
        return server.address();
    }

    /** Ends the server and all threads, and deletes temporary files. */
    @Override
    public void close() throws IOException {
        server.close();
        site.close();
    }
}
