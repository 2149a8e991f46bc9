package org.gongkai.write.desk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.LoopbackServer;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.write.InitialSite;

/** The window that asks for a new site, open in browsers of this machine until a desk is open on the site. */
public final class SiteSetup implements AutoCloseable {

    private final Path home;
    private final Clock clock;
    private final CompletableFuture<Path> root = new CompletableFuture<>();
    private final CompletableFuture<String> desk = new CompletableFuture<>();
    private final LoopbackServer server;

    /**
     * Opens the window.
     *
     * @param proposed the folder that is proposed for the site
     * @param home what a relative path is relative to
     * @throws IOException if no port is free
     */
    public SiteSetup(Path proposed, Path home, Clock clock) throws IOException {
        this.home = home;
        this.clock = clock;
        this.server = LoopbackServer.startWithToken(
                OptionalInt.empty(),
                List.of(
                        Route.get("/", request -> DeskPages.own("setup.html")),
                        Route.get(
                                "/desk/",
                                request -> DeskPages.own(request.path().substring("/desk/".length()))),
                        JsonRoute.get("setup", request -> Map.of("folder", proposed.toString())),
                        JsonRoute.get("setup/folders", this::folders),
                        JsonRoute.get("setup/desk", request -> Map.of("address", desk.getNow(""))),
                        JsonRoute.post("setup", this::make)));
    }

    /** The names of the folders in a folder that somebody looks into; of nothing else in it. */
    private Map<String, Object> folders(Request request) {
        Path folder = folder(JsonRoute.parameter(request, "in")).toAbsolutePath();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        Path parent = folder.getParent();
        File[] all = folder.toFile().listFiles(file -> file.isDirectory() && !file.isHidden());
        if (all == null) {
            throw new HttpFailure(403, "这个文件夹打不开。");
        }
        return Map.of(
                "folder", folder.toString(),
                "parent", parent == null ? "" : parent.toString(),
                "roots", Arrays.stream(File.listRoots()).map(File::toString).toList(),
                "names", Arrays.stream(all).map(File::getName).sorted().toList());
    }

    private Path folder(String typed) {
        try {
            return home.resolve(typed.strip()).normalize();
        } catch (InvalidPathException e) {
            throw new HttpFailure(400, "“" + typed + "”不能作文件夹的名称。");
        }
    }

    /** Makes the site, unless the folder holds one. */
    private synchronized Map<String, Object> make(JsonObject body) throws IOException {
        if (body.text("folder").isBlank()) {
            throw new HttpFailure(400, "没有写文件夹。");
        }
        Path folder = folder(body.text("folder"));
        boolean exists = Files.isDirectory(folder.resolve("content"));
        if (!exists) {
            InitialSite source = new InitialSite(
                    body.text("name").strip(),
                    body.text("code").strip(),
                    body.text("unit").strip(),
                    InitialSite.groups(body.text("groups")),
                    body.text("reviewer").strip(),
                    Optional.empty());
            source.mistake().ifPresent(mistake -> {
                throw new HttpFailure(400, mistake + "。");
            });
            source.write(folder, LocalDate.now(clock.withZone(SiteConfig.ZONE)), body.bool("git"));
        }
        root.complete(folder);
        return Map.of("existed", exists);
    }

    /** The address to be opened, with the token. */
    public String address() {
        return server.openingAddress();
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
