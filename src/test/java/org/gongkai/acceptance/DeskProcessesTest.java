package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.Promise;
import org.gongkai.testing.RunningDesk;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desks that are processes of their own, on one folder. */
@Tag("slow")
class DeskProcessesTest {

    private static final String PATH = "content/通知/开会.md";

    @TempDir
    private Path site;

    private final HttpClient client = HttpClient.newHttpClient();

    private JsonObject ask(RunningDesk desk, String path, Map<String, Object> body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + desk.port() + "/api/" + path))
                .header("X-Gongkai-Token", desk.address().getQuery().replace("token=", ""));
        if (!body.isEmpty()) {
            request.POST(BodyPublishers.ofString(org.gongkai.io.Json.of(body)));
        }
        String answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
        return org.gongkai.io.Json.object(answer).orElseThrow(() -> new AssertionError(answer));
    }

    /** Adds lines one after the other; gives those that were answered as saved. */
    private List<String> saved(RunningDesk desk, String name) throws Exception {
        // Each window has a draft of its own.
        String window = "%016x".formatted(name.hashCode());
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            JsonObject opened = ask(desk, "entry?path=" + URLEncoder.encode(PATH, StandardCharsets.UTF_8), Map.of());
            String line = name + i + "。";
            Map<String, Object> text = Map.of(
                    "path",
                    PATH,
                    "window",
                    window,
                    "base",
                    opened.text("version"),
                    "header",
                    opened.text("header"),
                    "body",
                    opened.text("body") + line + "\n");
            if (!ask(desk, "save", text).bool("conflict")) {
                answered.add(line);
            }
        }
        return answered;
    }

    private static List<Path> temporary(List<Long> pids) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            return files.filter(file -> pids.stream()
                            .anyMatch(pid -> file.getFileName().toString().startsWith("gongkai-" + pid + "-")))
                    .toList();
        }
    }

    @Test
    @Promise("Whatever of the program writes below content/ holds one lock")
    @Promise("What killed processes left is deleted at the next start")
    void twoLoseNothingAndTheNextClearsWhatAKilledOneLeft() throws Exception {
        new SiteFolder(site).entry(PATH, "标题: 关于开会的通知", "发布日期: 2024-05-06");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (RunningDesk one = new RunningDesk(site);
                RunningDesk two = new RunningDesk(site)) {
            assertThat(two.nextLine()).isEqualTo("这个文件夹已经开着另一个工作台。两边都可以写；同一条两边都改了，后保存的会看到两边的写法，由您选。");
            assertThat(ask(one, "state", Map.of()).bool("shared")).isFalse();
            assertThat(ask(two, "state", Map.of()).bool("shared")).isTrue();

            Future<List<String>> first = threads.submit(() -> saved(one, "甲"));
            Future<List<String>> second = threads.submit(() -> saved(two, "乙"));
            assertThat(first.get()).isNotEmpty();
            assertThat(second.get()).isNotEmpty();
            assertThat(Files.readAllLines(site.resolve(PATH)))
                    .containsAll(first.get())
                    .containsAll(second.get());

            List<Long> killed = one.pids();
            assertThat(temporary(killed)).isNotEmpty();
            one.kill();
            assertThat(ask(two, "state", Map.of()).bool("shared")).isFalse();
            try (RunningDesk three = new RunningDesk(site)) {
                assertThat(temporary(killed)).isEmpty();
                assertThat(temporary(two.pids())).isNotEmpty();
                assertThat(ask(three, "state", Map.of()).bool("shared")).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
