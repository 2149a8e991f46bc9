package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.RequestGuard;
import org.gongkai.preview.http.Route;
import org.gongkai.preview.http.Routes;
import org.gongkai.write.desk.api.SetupApi;

/** The window that asks for a new site, open in browsers of this machine until a desk is open on the site. */
public final class SiteSetup implements AutoCloseable {

    private final LoopbackServer server;
    private final String token;
    private final CompletableFuture<Path> root;
    private final CompletableFuture<String> desk;

    private SiteSetup(
            LoopbackServer server, String token, CompletableFuture<Path> root, CompletableFuture<String> desk) {
        this.server = server;
        this.token = token;
        this.root = root;
        this.desk = desk;
    }

    /**
     * Opens the window.
     *
     * @param proposed the folder that is proposed for the site
     * @param home what a relative path is relative to
     * @throws IOException if no port is free
     */
    public static SiteSetup open(Path proposed, Path home, Clock clock) throws IOException {
        String token = RequestGuard.newToken();
        CompletableFuture<Path> root = new CompletableFuture<>();
        CompletableFuture<String> desk = new CompletableFuture<>();
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/", request -> DeskPages.own("setup.html")),
                Route.get("/desk/", request -> DeskPages.own(request.path().substring("/desk/".length())))));
        routes.addAll(new SetupApi(proposed, home, clock, root, desk).routes());
        LoopbackServer server =
                LoopbackServer.start(OptionalInt.empty(), RequestGuard.withToken(token), new Routes(routes, Map.of()));
        return new SiteSetup(server, token, root, desk);
    }

    /** The address to be opened, with the token. */
    public String address() {
        return server.address() + "?" + RequestGuard.TOKEN_PARAMETER + "=" + token;
    }

    /** Waits for the folder of the site. */
    public Path root() {
        return root.join();
    }

    /** Leads the window to the desk. */
    public void leadTo(Desk opened) {
        desk.complete(opened.address());
    }

    @Override
    public void close() {
        server.close();
    }
}
