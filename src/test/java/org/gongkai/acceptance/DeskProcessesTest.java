package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.Promise;
import org.gongkai.testing.RunningDesk;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.desk.DeskClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desks that are processes of their own, on one folder. */
@Tag("slow")
class DeskProcessesTest {

    private static final String PATH = "content/通知/开会.md";

    @TempDir
    private Path site;

    /** Adds lines one after the other; gives those that were answered as saved. */
    private static List<String> saved(RunningDesk process, String name) {
        DeskClient desk = new DeskClient(process);
        // Each window has a draft of its own.
        String window = "%016x".formatted(name.hashCode());
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            JsonObject opened = desk.get("api/entry", "path", PATH).json();
            String line = name + i + "。";
            String base = opened.text("version");
            String body = opened.text("body") + line + "\n";
            String header = opened.text("header");
            Object[] text = {"path", PATH, "window", window, "base", base, "header", header, "body", body};
            if (!desk.post("api/save", text).json().bool("conflict")) {
                answered.add(line);
            }
        }
        return answered;
    }

    private static boolean isShared(RunningDesk desk) {
        return new DeskClient(desk).get("api/state").json().bool("shared");
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
        try (RunningDesk one = new RunningDesk(site);
                RunningDesk two = new RunningDesk(site)) {
            assertThat(two.nextLine()).isEqualTo("这个文件夹已经开着另一个工作台。两边都可以写；同一条两边都改了，后保存的会看到两边的写法，由您选。");
            assertThat(isShared(one)).isFalse();
            assertThat(isShared(two)).isTrue();

            CompletableFuture<List<String>> first = CompletableFuture.supplyAsync(() -> saved(one, "甲"));
            CompletableFuture<List<String>> second = CompletableFuture.supplyAsync(() -> saved(two, "乙"));
            assertThat(first.join()).isNotEmpty();
            assertThat(second.join()).isNotEmpty();
            assertThat(Files.readAllLines(site.resolve(PATH)))
                    .containsAll(first.join())
                    .containsAll(second.join());

            List<Long> killed = one.pids();
            assertThat(temporary(killed)).isNotEmpty();
            one.kill();
            assertThat(isShared(two)).isFalse();
            try (RunningDesk three = new RunningDesk(site)) {
                assertThat(temporary(killed)).isEmpty();
                assertThat(temporary(two.pids())).isNotEmpty();
                assertThat(isShared(three)).isTrue();
            }
        }
    }
}
