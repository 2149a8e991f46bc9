package org.gongkai.write.desk.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Route;
import org.gongkai.write.source.NewSource;

/**
 * What the first window of the desk asks for where there is no site yet.
 *
 * @param proposed the folder that is proposed for the site
 * @param home what a relative path is relative to
 * @param root receives the folder of the site that was made or found
 * @param address the address of the desk, once it is open on that site
 */
public record SetupApi(
        Path proposed, Path home, Clock clock, CompletableFuture<Path> root, CompletableFuture<String> address) {

    public List<Route> routes() {
        return List.of(
                JsonRoute.get("setup", request -> Map.of("folder", proposed.toString())),
                JsonRoute.get("setup/desk", request -> Map.of("address", address.getNow(""))),
                JsonRoute.post("setup", this::make));
    }

    /** Makes the site, unless the folder holds one. */
    private synchronized Map<String, Object> make(JsonObject body) throws IOException {
        if (body.text("folder").isBlank()) {
            throw new HttpFailure(400, "没有写文件夹。");
        }
        Path folder = home.resolve(body.text("folder").strip()).normalize();
        boolean exists = Files.isDirectory(folder.resolve("content"));
        if (!exists) {
            NewSource source = new NewSource(
                    body.text("name").strip(),
                    body.text("code").strip(),
                    body.text("unit").strip(),
                    NewSource.groups(body.text("groups")),
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
}
