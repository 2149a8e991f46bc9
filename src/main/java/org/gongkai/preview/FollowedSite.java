package org.gongkai.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.SharedParts;
import org.gongkai.pipeline.live.PreviewReader;

/** A site in memory together with what tells it of the changes of its files. */
public final class FollowedSite implements AutoCloseable {

    private final LiveSite site;
    private final SourceWatcher watcher;

    private FollowedSite(LiveSite site, SourceWatcher watcher) {
        this.site = site;
        this.watcher = watcher;
    }

    /**
     * Reads a site and begins to follow its changes.
     *
     * @param version version of the program
     * @param shared what all builds of this process share
     * @param listener called after each change of what is shown, also of problems; must return soon
     * @throws org.gongkai.history.git.NotCommitted if the requested commit does not exist
     * @throws org.gongkai.pipeline.Build.UnknownAudience if the site does not have the requested audience
     * @throws IOException if a file cannot be read
     */
    public static FollowedSite open(
            BuildRequest request, String version, Clock clock, SharedParts shared, Runnable listener)
            throws IOException {
        LiveSite site = read(request, version, clock, shared, listener);
        try {
            return new FollowedSite(site, watch(site, request));
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static LiveSite read(
            BuildRequest request, String version, Clock clock, SharedParts shared, Runnable listener)
            throws IOException {
        PreviewReader reader = PreviewReader.open(request, version, clock, shared);
        try {
            return LiveSite.open(reader, request.source(), listener);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static SourceWatcher watch(LiveSite site, BuildRequest request) throws IOException {
        return SourceWatcher.start(request, new SourceWatcher.Listener() {
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

    /** The site. */
    public LiveSite site() {
        return site;
    }

    @Override
    public void close() throws IOException {
        try (site) {
            watcher.close();
        }
    }
}
