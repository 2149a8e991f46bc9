package org.gongkai.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site that follows changes is checked as it is in the end, however quickly they come. */
@Tag("slow")
class LiveSiteTest extends SiteFixture {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
    private static final String PATH = "content/通知/开会.md";

    private static String text(String link) {
        return "---\n标题: 开会\n发布日期: 2024-03-01\n栏目: 通知\n---\n\n见[别处](" + link + ".md)。\n";
    }

    @Test
    void aNewerChangeReplacesTheCheckOfTheOneBefore() throws Exception {
        site.file(PATH, text("甲"));
        for (int i = 0; i < 30; i++) {
            site.entry("content/通知/第" + i + "次.md", "标题: 第" + i + "次", "发布日期: 2024-03-02", "栏目: 通知");
        }
        BuildRequest request = BuildRequest.of(site.root()).drafts(true).jobs(2);
        Semaphore changes = new Semaphore(0);
        try (LiveSite live = LiveSite.open(request, "1.0", TODAY, SiteFolder.SHARED, state -> changes.release())) {
            for (String link : List.of("乙", "丙", "丁")) {
                Files.writeString(site.root().resolve(PATH), text(link));
                live.changed(List.of(PATH));
                assertThat(links(live)).containsExactly(link + ".md");
            }

            awaitCheck(live, changes);

            assertThat(links(live)).containsExactly("丁.md");
        }
    }

    @Test
    void aRequestThatComesBeforeTheMessageOfAChangeReadsThatEntryOnly() throws Exception {
        site.file(PATH, text("甲"));
        Semaphore changes = new Semaphore(0);
        AtomicBoolean isRead = new AtomicBoolean();
        List<Boolean> whole = new CopyOnWriteArrayList<>();
        Consumer<LiveState> listener = state -> {
            if (isRead.get()) {
                whole.add(state.isWhole());
            }
            changes.release();
        };
        try (LiveSite live = LiveSite.open(BuildRequest.of(site.root()), "1.0", TODAY, SiteFolder.SHARED, listener)) {
            awaitCheck(live, changes);
            isRead.set(true);
            Files.writeString(site.root().resolve(PATH), text("甲") + "补充一句。\n");

            String address = live.state().lastAddresses().get(PATH);
            assertThat(new String(live.file(address).orElseThrow().bytes(), StandardCharsets.UTF_8))
                    .contains("补充一句");

            assertThat(whole.get(0)).isFalse();
        }
    }

    private static void awaitCheck(LiveSite live, Semaphore changes) throws InterruptedException {
        while (!live.state().isChecked()) {
            assertThat(changes.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The links that lead nowhere. */
    private static List<String> links(LiveSite live) {
        return live.state().problems().stream()
                .filter(problem -> problem.code().equals("E201"))
                .map(Problem::message)
                .map(message -> message.replaceAll(".*?(.\\.md).*", "$1"))
                .toList();
    }
}
