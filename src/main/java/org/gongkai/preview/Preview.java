package org.gongkai.preview;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.gongkai.check.explain.Explanations;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.live.SiteSnapshot;
import org.gongkai.pipeline.live.SiteSnapshot.LiveFile;
import org.gongkai.preview.PageOverlay.EntryMark;
import org.gongkai.preview.PreviewPages.PreviewedEntry;
import org.gongkai.preview.PreviewPages.ProblemHtml;
import org.gongkai.preview.http.EventChannel;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Response;
import org.gongkai.preview.http.Route;
import org.gongkai.render.theme.PageRenderer.BrokenTemplate;
import org.gongkai.site.Item;

/**
 * A running preview: the site of one audience on the loopback interface, which follows the changes of its files.
 *
 * <pre>{@code
 * try (Preview preview = Preview.start(request, OptionalInt.empty(), "1.0", clock, shared, state -> {})) {
 *     print(preview.address());
 * }
 * }</pre>
 */
public record Preview(LiveSite site, LoopbackServer server) implements Closeable {

    /**
     * Reads a site and begins to serve it.
     *
     * @param port the port; the first free one if empty
     * @param version version of the program
     * @param shared what all builds of this process share
     * @param listener gets what is shown after each change, also of problems; must return soon
     * @throws org.gongkai.history.git.NotCommitted if the requested commit does not exist
     * @throws org.gongkai.pipeline.Build.UnknownAudience if the site does not have the requested audience
     * @throws IOException if a file cannot be read or the port is in use
     */
    public static Preview start(
            BuildRequest request,
            OptionalInt port,
            String version,
            Clock clock,
            SharedParts shared,
            Consumer<LiveState> listener)
            throws IOException {
        TemporaryFolder.clearLeftovers();
        EventChannel events = new EventChannel();
        // Before the site is read, which takes a while: of two that want it the later one is refused, and at once.
        HttpServer taken = LoopbackServer.bind(port);
        try {
            LiveSite site = LiveSite.open(request, version, clock, shared, state -> {
                events.send("changed", "-");
                listener.accept(state);
            });
            Map<String, EventChannel> channels = Map.of(PreviewHandler.OWN + "events", events);
            List<Route> routes = new PreviewHandler(site, new PreviewPages(new Explanations(shared.yaml()))).routes();
            return new Preview(site, LoopbackServer.start(taken, routes, channels));
        } catch (IOException | RuntimeException e) {
            taken.stop(0);
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

    /** Answers requests for the pages of a site, with what the preview adds to them. */
    private record PreviewHandler(LiveSite site, PreviewPages pages) {

        /** Below it are the pages of the preview itself; no site has such an address. */
        static final String OWN = "/_preview/";

        private static final List<String> RESOURCES = List.of("overlay.css", "overlay.js");

        List<Route> routes() {
            return List.of(
                    Route.get("/", this::page),
                    Route.get(OWN, PreviewHandler::resource),
                    Route.get(OWN + "problems", this::problems),
                    Route.get(OWN + "explain/", this::explanation));
        }

        private Response page(Request request) throws IOException {
            String path = request.path().substring(1);
            String address = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
            Optional<LiveFile> file;
            try {
                file = site.file(address);
            } catch (BrokenTemplate e) {
                return html(500, pages.brokenTemplate(e.problem()), address, Optional.empty());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            LiveState state = site.state();
            if (file.isEmpty()) {
                return missing(state, address);
            }
            Response response = Response.file(address, file.get().bytes());
            if (!response.isHtml()) {
                return response;
            }
            Optional<PreviewedEntry> entry = file.get().item().map(item -> entry(state, item));
            return html(200, new String(file.get().bytes(), StandardCharsets.UTF_8), address, entry);
        }

        private static PreviewedEntry entry(LiveState state, Item item) {
            String path = item.entry().path();
            // The page has just been made, so that the problems of its body are known even before the check.
            return PreviewedEntry.of(state.snapshot(), path, state.problemsOfShown(path));
        }

        private Response missing(LiveState state, String address) {
            Optional<String> unreadable = state.unreadableAt(address);
            if (unreadable.isPresent()) {
                String path = unreadable.get();
                PreviewedEntry entry = PreviewedEntry.of(state.snapshot(), path, state.problems(path));
                return html(200, pages.unreadable(entry), address, Optional.empty());
            }
            Optional<EntryMark> hidden = EntryMark.hidden(state.snapshot().site(), address);
            return html(404, hidden.map(pages::hidden).orElseGet(pages::missing), address, Optional.empty());
        }

        private Response problems(Request request) {
            return html(200, pages.problems(site.state()), "", Optional.empty());
        }

        private Response explanation(Request request) {
            String code = request.path().substring((OWN + "explain/").length());
            Optional<String> page = pages.explanation(code);
            return html(page.isPresent() ? 200 : 404, page.orElseGet(pages::missing), "", Optional.empty());
        }

        private Response html(int status, String page, String address, Optional<PreviewedEntry> entry) {
            LiveState state = site.state();
            SiteSnapshot snapshot = state.snapshot();
            Map<String, EntryMark> marks = EntryMark.all(snapshot.site());
            String summary = (state.isChecked() ? "" : "正在检查，已查出") + ProblemHtml.counts(state.problems());
            byte[] shown = new PageOverlay(Optional.ofNullable(marks.get(address)), entry, summary, marks)
                    .on(page.getBytes(StandardCharsets.UTF_8));
            return Response.file("page.html", shown).withStatus(status);
        }

        /** One of the files of the preview itself. */
        private static Response resource(Request request) throws IOException {
            String name = request.path().substring(OWN.length());
            if (!RESOURCES.contains(name)) {
                return Response.text(404, "没有这个地址。");
            }
            try (InputStream in = PreviewHandler.class.getResourceAsStream(name)) {
                return Response.file(name, in.readAllBytes());
            }
        }
    }
}
