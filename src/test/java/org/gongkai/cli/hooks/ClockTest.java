package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.write;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clock that went too fast, and was set back. */
@Tag("slow")
class ClockTest extends PushFixture {

    private static final String LATER = "articles/2030/later.html";

    @BeforeEach
    void aRepositoryWithAnEntryOfALaterDay() {
        server.installed();
        write(clone, "content/later.md", "---\n标题: 以后的内容\n发布日期: 2030-01-02\n旧址: later.html\n---\n\n正文。\n");
        stored("first");
    }

    private void stored(String message) {
        server.commit(clone, message);
        server.git(server.repository(), "fetch", "-q", clone.toString(), "+HEAD:refs/heads/main");
    }

    private Ran runsOn(String day) {
        return onDay(day, "hooks", "run", "--repo", server.repository());
    }

    private static Ran onDay(String day, Object... words) {
        return run(clock(day), words);
    }

    private static Clock clock(String day) {
        return Clock.fixed(Instant.parse(day + "T04:00:00Z"), ZoneOffset.UTC);
    }

    /** What the server says on a day to a push of all that stands in the clone. */
    private String pushedOn(String day) {
        server.commit(clone, "next");
        return new DirectPush(server, server.repository(), clock(day))
                .check(clone, "HEAD", "refs/heads/main")
                .said();
    }

    private boolean isOut(String address) {
        return Files.exists(server.current().resolve(address));
    }

    @Test
    void whatCameOutTooEarlyGoesAndComesBackOnItsDay() {
        assertThat(runsOn("2032-03-04").status()).isZero();
        assertThat(isOut(LATER)).isTrue();

        assertThat(pushedOn("2026-05-06")).isEmpty();
        Ran back = runsOn("2026-05-06");

        assertThat(back.status()).as(back.err()).isZero();
        assertThat(back.out()).contains("提示：有 2 个网址的内容还没到发布日期，到那天以前打不开：" + LATER + "、later.html。");
        assertThat(isOut(LATER)).isFalse();
        assertThat(runsOn("2026-05-06")).isEqualTo(new Ran(0, "", ""));
        assertThat(onDay("2026-05-07", "releases", "--to", server.to()).out())
                .contains("20320304-120000", "20260506-120000");
        assertThat(runsOn("2029-12-31")).isEqualTo(new Ran(0, "", ""));
        assertThat(runsOn("2030-01-02").status()).isZero();
        assertThat(isOut(LATER)).isTrue();
        done("verify", server.to(), "--all");
    }

    @Test
    void whatReadersOnceSawIsMissedEvenWhenItWaitsForItsDayAgain() throws Exception {
        assertThat(runsOn("2032-03-04").status()).isZero();
        assertThat(runsOn("2026-05-06").status()).isZero();
        Files.delete(clone.resolve("content/later.md"));

        assertThat(pushedOn("2026-05-07"))
                .startsWith("没有收下这次推送：网站上有 2 个网址会打不开。")
                .contains(LATER);
    }

    @Test
    void aSiteForALaterDayIsFollowedByOneForToday() {
        String[] publish = {
            "publish", "-s", clone.toString(), "--to", server.to().toString(), "--as-of", "2032-03-04"
        };
        assertThat(onDay("2026-05-06", publish).status()).isZero();
        assertThat(isOut(LATER)).isTrue();

        Ran today = onDay("2026-05-06", "publish", "-s", clone, "--to", server.to());

        assertThat(today.status()).as(today.err()).isZero();
        assertThat(isOut(LATER)).isFalse();
        Ran back = onDay("2026-05-07", "rollback", "--to", server.to());
        assertThat(back.status()).isOne();
        assertThat(back.err()).endsWith(" 是按 2032-03-04 生成的，还没到这一天，不能换回；站点没有改动。\n");
        assertThat(isOut(LATER)).isFalse();
    }
}
