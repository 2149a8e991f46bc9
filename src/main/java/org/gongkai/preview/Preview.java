package org.gongkai.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.check.explain.Explanations;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.cache.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.preview.PreviewPages.ProblemHtml;
import org.gongkai.preview.http.EventChannel;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Response;
import org.gongkai.preview.http.Route;

/**
 * A running preview: the site of one audience, or a JBake project, on the loopback interface, which follows the changes
 * of its files.
 *
 * <pre>{@code
 * try (Preview preview = Preview.start(request, OptionalInt.empty(), "1.0", clock, shared)) {
 *     print(preview.address());
 * }
 * }</pre>
 */
public final class Preview implements AutoCloseable {

    private final Source site;
    private final LoopbackServer server;

    /** What is shown. */
    private interface Source extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private Preview(Source site, LoopbackServer server) {
        this.site = site;
        this.server = server;
    }

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
        if (isJBake(request)) {
            Build builder = new Build(version, clock, (step, all) -> {}, shared);
            RebuiltSite site = RebuiltSite.open(builder, request, listener);
            return start(site::close, new RebuiltSiteHandler(site, pages).routes(), events, port);
        }
        LiveSite site = LiveSite.open(request, version, clock, shared, listener);
        return start(site::close, new PreviewHandler(site, pages).routes(), events, port);
    }

    private static boolean isJBake(BuildRequest request) throws IOException {
        try (SiteSource source = SiteSource.open(request)) {
            return source.isJBake();
        }
    }

    private static Preview start(Source site, List<Route> routes, EventChannel events, OptionalInt port)
            throws IOException {
        try {
            Map<String, EventChannel> channels = Map.of(PreviewHandler.OWN + "events", events);
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

    /** Answers requests for the pages of a site that is built as a whole. */
    private record RebuiltSiteHandler(RebuiltSite site, PreviewPages pages) {

        List<Route> routes() {
            return List.of(
                    Route.get("/", this::page),
                    Route.get(PreviewHandler.OWN, PreviewHandler::resource),
                    Route.get(PreviewHandler.OWN + "problems", request -> html(200, problems())),
                    Route.get(PreviewHandler.OWN + "explain/", this::explanation));
        }

        private Response page(Request request) throws IOException {
            String path = request.path().substring(1);
            String address = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
            Optional<byte[]> file = site.file(address);
            if (file.isEmpty()) {
                // Without a first build there are only its problems to show.
                return site.file("index.html").isEmpty() && path.isEmpty()
                        ? html(200, problems())
                        : html(404, pages.missing());
            }
            Response response = Response.file(address, file.get());
            return response.isHtml() ? html(200, new String(file.get(), StandardCharsets.UTF_8)) : response;
        }

        private String problems() {
            return pages.problems(site.problems(), true, Map.of(), path -> List.of());
        }

        private Response explanation(Request request) {
            String code = request.path().substring((PreviewHandler.OWN + "explain/").length());
            Optional<String> page = pages.explanation(code);
            return html(page.isPresent() ? 200 : 404, page.orElseGet(pages::missing));
        }

        private Response html(int status, String page) {
            byte[] shown = new PageOverlay(
                            Optional.empty(), Optional.empty(), ProblemHtml.counts(site.problems()), Map.of())
                    .on(page.getBytes(StandardCharsets.UTF_8));
            return Response.file("page.html", shown).withStatus(status);
        }
    }
}
