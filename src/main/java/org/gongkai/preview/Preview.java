package org.gongkai.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.live.PreviewReader;
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

    private final LiveSite site;
    private final SourceWatcher watcher;
    private final LoopbackServer server;

    private Preview(LiveSite site, SourceWatcher watcher, LoopbackServer server) {
        this.site = site;
        this.watcher = watcher;
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
        LiveSite site = open(request, version, clock, events);
        SourceWatcher watcher = null;
        try {
            watcher = watch(site, request.source(), request.revision().isEmpty());
            PreviewPages pages = new PreviewPages(new Explanations(new YamlReader()));
            Routes routes =
                    new Routes(new PreviewHandler(site, pages).routes(), Map.of(PreviewHandler.OWN + "events", events));
            return new Preview(site, watcher, LoopbackServer.start(port, RequestGuard.withoutToken(), routes));
        } catch (IOException | RuntimeException e) {
            if (watcher != null) {
                watcher.close();
            }
            site.close();
            throw e;
        }
    }

    private static LiveSite open(BuildRequest request, String version, Clock clock, EventChannel events)
            throws IOException {
        PreviewReader reader = PreviewReader.open(request, version, clock);
        try {
            return LiveSite.open(reader, request.source(), () -> events.send("changed", "-"));
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static SourceWatcher watch(LiveSite site, Path root, boolean files) throws IOException {
        return SourceWatcher.start(root, files, new SourceWatcher.Listener() {
            @Override
            public void changed(Set<String> paths) {
                quietly(() -> site.changed(paths));
            }

            @Override
            public void unknown() {
                quietly(site::refresh);
            }

            @Override
            public void tick() {
                quietly(site::refreshIfOutdated);
            }
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException | UncheckedIOException e) {
            // A file changed while it was read: another message about it follows, or the next request reads it again.
            return;
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
        try (site) {
            watcher.close();
        }
    }
}
