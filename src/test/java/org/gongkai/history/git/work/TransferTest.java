package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.Desks.Engine;
import org.gongkai.history.git.work.TransferResult.Status;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A push ends with what the server answered, and never waits for somebody at a terminal. */
@Tag("slow")
class TransferTest extends FolderFixture {

    private static final String NOTICE = "content/通知/开会.md";

    /** A clone with a commit that is not pushed yet. */
    private WorkingCopy edited(Desks desks, String name) throws IOException {
        Path clone = desks.clone(name);
        GitServer.write(clone, "content/" + name + ".md", name + "\n");
        WorkingCopy copy = desks.open(clone);
        copy.commit(List.of("content/" + name + ".md"), name, Optional.empty());
        return copy;
    }

    @Test
    void aPushIsAccepted() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        WorkingCopy copy = edited(desks, "甲");

        TransferResult pushed = copy.push();

        assertThat(pushed).isEqualTo(new TransferResult(Status.DONE, List.of()));
        assertThat(desks.git(desks.server().repository(), "log", "-1", "--format=%s", "main"))
                .isEqualTo("甲\n");
        assertThat(copy.state().unsent()).isEmpty();
        assertThat(copy.undoCommit()).isPresent();
    }

    @Test
    void theFirstPushToAnEmptyServerSetsTheUpstream() throws IOException {
        Desks desks = new Desks(folder);
        Path fresh = desks.fresh("第一");
        GitServer.write(fresh, NOTICE, "一\n");
        WorkingCopy copy = desks.open(fresh);

        assertThat(copy.push()).isEqualTo(TransferResult.of(Status.NOT_POSSIBLE, "还没有提交，没有可以上传的内容"));
        copy.commit(List.of(NOTICE), "第一次", Desks.HE);
        assertThat(copy.pull(Optional.empty())).isEqualTo(new PullResult.UpToDate());
        assertThat(copy.push().status()).isEqualTo(Status.DONE);
        assertThat(desks.git(fresh, "config", "branch.第一.merge").strip()).isEqualTo("refs/heads/第一");
        assertThat(copy.push().status()).isEqualTo(Status.DONE);
    }

    @Test
    void theReasonsOfTheServerArePassedOn() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Desks.hook(
                desks.server().repository().resolve("hooks"),
                "pre-receive",
                "echo 'content/甲.md:3:7: 错误 E123 发布日期无效' >&2\necho >&2\necho '  请改正后再推送' >&2\nexit 1\n");
        WorkingCopy copy = edited(desks, "甲");

        assertThat(copy.push())
                .isEqualTo(new TransferResult(
                        Status.REFUSED, List.of("content/甲.md:3:7: 错误 E123 发布日期无效", "", "  请改正后再推送")));
        assertThat(copy.state().unsent()).hasSize(1);
    }

    @Test
    void aServerMayAnswerInGbk() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Desks.hook(
                desks.server().repository().resolve("hooks"),
                "pre-receive",
                "printf '\\276\\334\\276\\370\\n' >&2\nexit 1\n");

        assertThat(edited(desks, "甲").push()).isEqualTo(new TransferResult(Status.REFUSED, List.of("拒绝")));
    }

    @Test
    void withoutGitNothingIsTransferred() throws IOException {
        Desks desks = new Desks(folder, Engine.JGIT).begun(NOTICE, "一\n");
        TransferResult missing = TransferResult.of(Status.NOT_POSSIBLE, "这台电脑没有安装 git，不能取回，也不能上传；请让管理员安装 git。");
        WorkingCopy copy = edited(desks, "甲");

        assertThat(copy.push()).isEqualTo(missing);
        assertThat(copy.pull(Optional.empty())).isEqualTo(new PullResult.NotFetched(missing));
        assertThat(copy.state().unsent()).hasSize(1);
    }

    @Test
    void whoIsBehindMustPullFirst() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        WorkingCopy late = edited(desks, "乙");
        edited(desks, "甲").push();

        assertThat(late.push().status()).isEqualTo(Status.NOT_FAST_FORWARD);
        assertThat(late.pull(Optional.empty())).isEqualTo(new PullResult.Updated(List.of("content/甲.md")));
        assertThat(late.push().status()).isEqualTo(Status.DONE);
    }

    @Test
    void aServerThatIsGoneOrDoesNotAnswerIsTold() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        WorkingCopy copy = edited(desks, "甲");
        Path clone = folder.resolve("甲");

        desks.setAddress(clone, folder.resolve("没有.git").toString());
        assertThat(copy.push().status()).isEqualTo(Status.NOT_FOUND);
        assertThat(copy.pull(Optional.empty()))
                .isInstanceOfSatisfying(
                        PullResult.NotFetched.class,
                        failed -> assertThat(failed.transfer().status()).isEqualTo(Status.NOT_FOUND));
        desks.setAddress(clone, "http://127.0.0.1:1/x.git");
        assertThat(desks.open(clone).push().status()).isEqualTo(Status.NO_NETWORK);
        desks.git(clone, "remote", "remove", "origin");
        assertThat(desks.open(clone).push())
                .isEqualTo(TransferResult.of(Status.NOT_POSSIBLE, "没有设置服务器，或者有几个服务器而没有选定一个，请先设置"));
    }

    @Test
    void aServerThatHangsIsGivenUp() throws IOException {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        Desks.hook(desks.server().repository().resolve("hooks"), "pre-receive", "echo 请等 >&2\nsleep 60\n");
        edited(desks, "甲");
        GitEnvironment usual = desks.environment(Map.of());
        GitEnvironment hasty = new GitEnvironment(
                usual.program(), usual.variables(), usual.home(), usual.local(), Duration.ofSeconds(1), true);

        TransferResult pushed =
                WorkingCopy.open(folder.resolve("甲"), hasty).orElseThrow().push();

        assertThat(pushed.status()).isEqualTo(Status.TIMED_OUT);
    }

    @Test
    void aPushCanBeCancelled() throws Exception {
        Desks desks = new Desks(folder).begun(NOTICE, "一\n");
        WorkingCopy copy = edited(desks, "甲");

        assertThat(desks.cancelled(copy::push).status()).isEqualTo(Status.CANCELLED);
        assertThat(desks.git(desks.server().repository(), "log", "-1", "--format=%s", "main"))
                .isEqualTo("开始\n");
    }
}
