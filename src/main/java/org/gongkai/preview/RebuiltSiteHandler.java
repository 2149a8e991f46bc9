package org.gongkai.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Response;
import org.gongkai.preview.http.Route;

/** Answers requests for the pages of a site that is built as a whole. */
final class RebuiltSiteHandler {

    private final RebuiltSite site;
    private final PreviewPages pages;

    RebuiltSiteHandler(RebuiltSite site, PreviewPages pages) {
        this.site = site;
        this.pages = pages;
    }

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
        return MediaTypes.isHtml(address)
                ? html(200, new String(file.get(), StandardCharsets.UTF_8))
                : Response.of(MediaTypes.of(address), file.get());
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
        return Response.of(MediaTypes.of("html.html"), shown).withStatus(status);
    }
}
