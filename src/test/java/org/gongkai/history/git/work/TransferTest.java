package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.Desks.Engine;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.history.git.work.result.PullResult;
import org.gongkai.history.git.work.result.TransferResult;
import org.gongkai.history.git.work.result.TransferResult.Status;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A push ends with what the server answered, and never waits for somebody at a terminal. */
@Tag("slow")
class TransferTest {

    private static final String NOTICE = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private SshServer ssh;

    @AfterEach
    void stop() throws IOException {
        if (ssh != null) {
            ssh.close();
        }
    }

    /** JGit is used over SSH, the installed git with a server on this machine. */
    private Desks desks(Engine engine) throws IOException {
        if (engine == Engine.GIT) {
            return new Desks(folder);
        }
        KeyPair key = SshServer.key("ecdsa-sha2-nistp256", 256);
        ssh = new SshServer(key.getPublic());
        SshServer.store(key, folder.resolve(".ssh/id_ecdsa"), null);
        GitServer.write(folder, ".ssh/known_hosts", ssh.knownHost(ssh.hostKey()));
        return new Desks(folder, engine) {
            @Override
            Path clone(String name) {
                Path clone = super.clone(name);
                setAddress(clone, ssh.address(server().repository()));
                return clone;
            }
        };
    }

    /** A clone with a commit that is not pushed yet. */
    private WorkingCopy edited(Desks desks, String name) throws IOException {
        Path clone = desks.clone(name);
        GitServer.write(clone, "content/" + name + ".md", name + "\n");
        WorkingCopy copy = desks.open(clone);
        copy.commit(List.of("content/" + name + ".md"), name, Optional.empty());
        return copy;
    }

    @ParameterizedTest
    @EnumSource
    void aPushIsAccepted(Engine engine) throws IOException {
        Desks desks = desks(engine).begun(NOTICE, "一\n");
        WorkingCopy copy = edited(desks, "甲");

        TransferResult pushed = copy.push();

        assertThat(pushed).isEqualTo(new TransferResult(Status.DONE, List.of()));
        assertThat(desks.git(desks.server().repository(), "log", "-1", "--format=%s", "main"))
                .isEqualTo("甲\n");
        assertThat(copy.state().ahead()).isZero();
        assertThat(copy.undoCommit()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void theFirstPushToAnEmptyServerSetsTheUpstream(Engine engine) throws IOException {
        Desks desks = desks(engine);
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

    @ParameterizedTest
    @EnumSource
    void theReasonsOfTheServerArePassedOn(Engine engine) throws IOException {
        Desks desks = desks(engine).begun(NOTICE, "一\n");
        Desks.hook(
                desks.server().repository().resolve("hooks"),
                "pre-receive",
                "echo 'content/甲.md:3:7: 错误 E123 发布日期无效' >&2\necho >&2\necho '  请改正后再推送' >&2\nexit 1\n");
        WorkingCopy copy = edited(desks, "甲");

        assertThat(copy.push())
                .isEqualTo(new TransferResult(
                        Status.REFUSED, List.of("content/甲.md:3:7: 错误 E123 发布日期无效", "", "  请改正后再推送")));
        assertThat(copy.state().ahead()).isEqualTo(1);
    }

    @Test
    void aServerMayAnswerInGbk() throws IOException {
        Desks desks = new Desks(folder, Engine.GIT).begun(NOTICE, "一\n");
        Desks.hook(
                desks.server().repository().resolve("hooks"),
                "pre-receive",
                "printf '\\276\\334\\276\\370\\n' >&2\nexit 1\n");

        assertThat(edited(desks, "甲").push()).isEqualTo(new TransferResult(Status.REFUSED, List.of("拒绝")));
    }

    /** JGit would write into the repository without asking the hook that checks what is published. */
    @Test
    void withoutGitNoHookOfARepositoryOnThisMachineIsPassedBy() throws IOException {
        Desks desks = new Desks(folder, Engine.JGIT).begun(NOTICE, "一\n");
        Desks.hook(desks.server().repository().resolve("hooks"), "pre-receive", "exit 1\n");

        assertThat(edited(desks, "甲").push())
                .isEqualTo(
                        TransferResult.of(Status.NOT_POSSIBLE, "服务器的仓库在本机或者共享文件夹里，没有 git 就做不了上传时的检查；请让管理员安装 git，再上传。"));
        assertThat(desks.git(desks.server().repository(), "log", "-1", "--format=%s", "main"))
                .isEqualTo("开始\n");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsBehindMustPullFirst(Engine engine) throws IOException {
        Desks desks = desks(engine).begun(NOTICE, "一\n");
        WorkingCopy late = edited(desks, "乙");
        edited(desks, "甲").push();

        assertThat(late.push().status()).isEqualTo(Status.NOT_FAST_FORWARD);
        assertThat(late.pull(Optional.empty())).isEqualTo(new PullResult.Updated(List.of("content/甲.md")));
        assertThat(late.push().status()).isEqualTo(Status.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatIsGoneOrDoesNotAnswerIsTold(Engine engine) throws IOException {
        Desks desks = desks(engine).begun(NOTICE, "一\n");
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

    @ParameterizedTest
    @EnumSource
    void aServerThatHangsIsGivenUp(Engine engine) throws IOException {
        Desks desks = desks(engine).begun(NOTICE, "一\n");
        Desks.hook(desks.server().repository().resolve("hooks"), "pre-receive", "echo 请等 >&2\nsleep 60\n");
        edited(desks, "甲");
        GitEnvironment usual = desks.environment(Map.of());
        GitEnvironment hasty = new GitEnvironment(
                usual.program(), usual.variables(), usual.home(), usual.local(), Duration.ofSeconds(1), true);

        TransferResult pushed =
                WorkingCopy.open(folder.resolve("甲"), hasty).orElseThrow().push();

        assertThat(pushed.status()).isEqualTo(Status.TIMED_OUT);
    }

    @ParameterizedTest
    @EnumSource
    void aPushCanBeCancelled(Engine engine) throws Exception {
        Desks desks = desks(engine).begun(NOTICE, "一\n");
        WorkingCopy copy = edited(desks, "甲");

        assertThat(desks.cancelled(copy::push).status()).isEqualTo(Status.CANCELLED);
        assertThat(desks.git(desks.server().repository(), "log", "-1", "--format=%s", "main"))
                .isEqualTo("开始\n");
    }
}
