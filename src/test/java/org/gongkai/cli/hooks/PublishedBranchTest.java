package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.PushFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which branch of a repository is published, tried on one whose default branch, {@code master}, nobody has pushed. */
@Tag("slow")
class PublishedBranchTest extends PushFixture {

    @BeforeEach
    void anEmptyRepository() {
        server.git(server.repository(), "symbolic-ref", "HEAD", "refs/heads/master");
    }

    private Ran install(String... more) {
        return server.install(more);
    }

    private String head() {
        return server.git(server.repository(), "symbolic-ref", "HEAD").strip();
    }

    private Path page(String name) {
        return server.current().resolve("articles/2024/" + name + ".html");
    }

    @Test
    void isTheFirstOneThatIsPushedAndClonesGetIt() {
        assertThat(install().out()).contains("发布的分支：第一个推送的分支\n");
        server.hooksRunHere();

        assertThat(server.push(clone, "HEAD:main")).isEqualTo(new Pushed(0, "提示：网站以后发布分支 main，它是第一个推送的分支。\n已发布。"));

        assertThat(page("a")).exists();
        assertThat(server.cloned("乙").resolve("content/a.md")).exists();
        committed("content/b.md", "第二条内容");
        assertThat(server.push(clone, "HEAD:master")).isEqualTo(new Pushed(0, "提示：分支 master 不发布；网站发布的是分支 main。"));
        assertThat(page("b")).doesNotExist();
        assertThat(server.push(clone, ":main").said()).contains("分支 main 是网站的内容，不能删除");
        assertThat(install().out()).contains("发布的分支：main\n");
        assertThat(server.hooksRunHere().push(clone, "HEAD:main").said()).startsWith("已发布：");
    }

    @Test
    void isNotDecidedByAPushThatIsRefused() {
        server.installed();
        committed("content/b.md", "第二条内容", "状态: 草搞");

        assertThat(server.push(clone, "HEAD:main").status()).isEqualTo(1);

        assertThat(head()).isEqualTo("refs/heads/master");
        assertThat(server.push(clone, "HEAD~1:refs/heads/dev").said()).startsWith("提示：网站以后发布分支 dev");
        assertThat(head()).isEqualTo("refs/heads/dev");
    }

    @Test
    void isNotChosenAmongSeveralThatArePushedAtOnce() {
        server.installed();

        assertThat(server.push(clone, "HEAD:main", "HEAD:refs/heads/dev"))
                .isEqualTo(new Pushed(1, "没有收下这次推送：\n  还没有定下网站发布哪个分支，这次推送了几个：dev、main；请先只推送要发布的那一个。\n仓库和网站都没有变。"));

        assertThat(server.push(clone, "HEAD:refs/heads/master", "HEAD:refs/heads/dev"))
                .isEqualTo(new Pushed(0, "提示：分支 dev 不发布；网站发布的是分支 master。\n已发布。"));
        assertThat(page("a")).exists();
    }

    @Test
    void isNotDecidedByATag() {
        server.installed();
        server.git(clone, "tag", "v1");
        server.git(clone, "tag", "edition/2024");

        assertThat(server.push(clone, "v1")).isEqualTo(new Pushed(0, ""));
        assertThat(server.push(clone, "edition/2024").said()).contains("的提交不在网站的分支 master 上");

        assertThat(server.push(clone, "HEAD:main", "edition/2024").status()).isZero();
        assertThat(server.current().resolve("editions/2024/articles/2024/a.html"))
                .exists();
    }

    @Test
    void isTheOneThatTheInstallationNamesThoughAnotherIsPushedFirst() {
        assertThat(install("--branch", "网站").out()).contains("发布的分支：网站\n");
        server.hooksRunHere();

        assertThat(server.push(clone, "HEAD:main")).isEqualTo(new Pushed(0, "提示：分支 main 不发布；网站发布的是分支 网站，它还没有推送过。"));

        assertThat(page("a")).doesNotExist();
        assertThat(server.push(clone, "HEAD:refs/heads/网站").said()).isEqualTo("已发布。");
        assertThat(head()).isEqualTo("refs/heads/master");
    }

    @Test
    void isTheOnlyOneOfARepositoryThatHadNoHooks() {
        server.push(clone, "HEAD:main");

        assertThat(install().out()).contains("发布的分支：main\n");

        assertThat(head()).isEqualTo("refs/heads/main");
        server.git(server.repository(), "symbolic-ref", "HEAD", "refs/heads/master");
        server.git(server.repository(), "branch", "dev", "main");
        assertThat(install()).isEqualTo(new Ran(2, "", "仓库的默认分支 master 还没有，已有的分支是 dev、main；请用 --branch 写明发布哪个分支。\n"));
    }
}
