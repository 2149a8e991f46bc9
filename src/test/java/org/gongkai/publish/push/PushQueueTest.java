package org.gongkai.publish.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.gongkai.cli.hooks.DirectPush;
import org.gongkai.problem.Problem;
import org.gongkai.publish.Publisher.ProgramIdentity;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.push.PushCheck.RefUpdate;
import org.gongkai.publish.push.PushCheck.Screen;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pushes that come while others are checked. */
@Tag("slow")
class PushQueueTest extends PushFixture {

    private final CountDownLatch told = new CountDownLatch(1);
    private final Screen screen = new Screen() {
        @Override
        public void line(String line) {
            told.countDown();
        }

        @Override
        public void items(List<String> items) {}

        @Override
        public void problems(String heading, List<Problem> problems, List<Problem> all) {}
    };
    private DirectPush hooks;

    @BeforeEach
    void aSiteThatStands() {
        server.installed();
        hooks = new DirectPush(server);
        assertThat(hooks.push(clone).status()).isZero();
    }

    private Path own() {
        return HookSettings.folder(server.repository());
    }

    private RefUpdate update() {
        String tip = server.git(clone, "rev-parse", "HEAD").strip();
        return new RefUpdate(tip, tip, "refs/heads/main");
    }

    private PushQueue turn() throws IOException {
        return turn(settings(), update());
    }

    private HookSettings settings() throws IOException {
        return HookSettings.read(server.repository()).orElseThrow();
    }

    private PushQueue turn(HookSettings settings, RefUpdate update) throws IOException {
        PushContext context = new PushContext(
                server.repository(),
                settings,
                Optional.empty(),
                new ProgramIdentity("1", "1 a"),
                Clock.systemUTC(),
                SiteFolder.SHARED);
        return PushQueue.await(context, Optional.of(update), new PushMessages(screen));
    }

    /** Both have seen a repository without branches. */
    @Test
    void ofTwoFirstPushesOfDifferentBranchesTheSecondOneIsOvertaken() throws Exception {
        RefUpdate dev = new RefUpdate("0".repeat(40), update().after(), "refs/heads/dev");

        try (PushQueue turn = turn(settings().publishing("refs/heads/dev"), dev)) {
            assertThat(turn.isOvertaken()).isTrue();
        }
    }

    @Test
    void aCheckThatTakesTooLongIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> PushQueue.run(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return "";
                        },
                        Duration.ofMillis(100)))
                .isInstanceOf(PushQueue.CheckTimeout.class);
        interrupted.await();
    }

    @Test
    void whatGoesWrongInACheckIsThrownAsItWas() throws Exception {
        try (PushQueue turn = turn()) {
            assertThat(turn.run(() -> "done")).isEqualTo("done");
            assertThatThrownBy(() -> turn.run(() -> {
                        throw new IOException("磁盘");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("磁盘");
            assertThatThrownBy(() -> turn.run(() -> {
                        throw new IllegalStateException("x");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void oneWhoWasOvertakenIsToldUnchecked() throws IOException {
        String before = server.git(clone, "rev-parse", "HEAD").strip();
        committed("content/b.md", "第二条内容");
        assertThat(hooks.push(clone).status()).isZero();
        server.git(clone, "checkout", "-q", "-b", "late", before);
        committed("content/c.md", "第三条内容", "状态: 这一条没有检查过");
        String after = server.git(clone, "rev-parse", "HEAD").strip();

        server.git(server.repository(), "fetch", "-q", clone.toString(), after);
        assertThat(hooks.push(before + " " + after + " refs/heads/main"))
                .isEqualTo(new Pushed(1, "没有收下这次推送：别人刚刚先推送了。\n请先拉取（pull），再推送一次。"));
    }

    /** While one is being checked another waits; when the first is accepted, the other is told without having had its turn. */
    @Test
    void oneWhoWaitsIsToldAsSoonAsItIsOvertaken() throws Exception {
        RefUpdate update = update();
        PushQueue first = turn();
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            try (PushQueue turn = turn(settings(), update)) {
                return turn.isOvertaken();
            }
        });
        new Thread(second).start();
        told.await();
        server.git(server.repository(), "update-ref", "-d", "refs/heads/main");

        assertThat(second.get(1, TimeUnit.MINUTES)).isTrue();
        first.close();
    }

    /** Files as processes leave them that were killed at any point. */
    @Test
    void whatTheDeadLeftBehindJamsNoPush() throws IOException {
        for (String name : List.of("lock", "checked/.gongkai-1.tmp", ".gongkai-1.tmp", "check.lock")) {
            Files.write(own().resolve(name), new byte[0]);
        }
        Files.write(own().resolve("published"), new byte[0]);
        Files.write(own().resolve("failed"), new byte[0]);
        committed("content/b.md", "第二条内容");
        Files.write(own().resolve("checked/results"), new byte[3]);

        assertThat(hooks.push(clone).said()).startsWith("已发布：");

        assertThat(own().resolve("checked/.gongkai-1.tmp")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence() throws IOException {
        committed("content/b.md", "第二条内容");
        Path lock = own().resolve("check.lock");
        Files.delete(lock);
        Files.createDirectory(lock);

        Pushed pushed = hooks.push(clone);

        assertThat(pushed.status()).isEqualTo(3);
        assertThat(pushed.said().lines()).hasSize(1);
        assertThat(pushed.said()).contains(lock.toString());
        Files.delete(lock);
        assertThat(hooks.push(clone).status()).isZero();
    }
}
