package org.gongkai.preview;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.build.BuildRequest;
import org.gongkai.check.explain.Explanations;
import org.gongkai.input.data.YamlReader;
import org.gongkai.preview.http.EventChannel;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.RequestGuard;
import org.gongkai.preview.http.Routes;

/**
 * A running preview: the site of one audience on the loopback interface, which follows the changes of its files.
 *
 * <pre>{@code
 * try (Preview preview = Preview.start(request, OptionalInt.empty(), "1.0", clock)) {
 *     print(preview.address());
 * }
 * }</pre>
 */
public final class Preview implements AutoCloseable {

    private final FollowedSite followed;
    private final LoopbackServer server;

    private Preview(FollowedSite followed, LoopbackServer server) {
        this.followed = followed;
        this.server = server;
    }

    /**
     * Reads a site and begins to serve it.
     *
     * @param port the port; the first free one if empty
     * @param version version of the program
     * @throws org.gongkai.history.git.NotCommitted if the requested commit does not exist
     * @throws org.gongkai.build.Build.UnknownAudience if the site does not have the requested audience
     * @throws IOException if a file cannot be read or the port is in use
     */
    public static Preview start(BuildRequest request, OptionalInt port, String version, Clock clock)
            throws IOException {
        EventChannel events = new EventChannel();
        FollowedSite followed = FollowedSite.open(request, version, clock, () -> events.send("changed", "-"));
        try {
            PreviewPages pages = new PreviewPages(new Explanations(new YamlReader()));
            Routes routes = new Routes(
                    new PreviewHandler(followed.site(), pages).routes(), Map.of(PreviewHandler.OWN + "events", events));
            return new Preview(followed, LoopbackServer.start(port, RequestGuard.withoutToken(), routes));
        } catch (IOException | RuntimeException e) {
            followed.close();
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
        followed.close();
    }
}
