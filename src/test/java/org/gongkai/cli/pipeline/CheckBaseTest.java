package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.Explained;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --base}: what was wrong before a commit does not hold it up. */
@Tag("slow")
class CheckBaseTest extends FolderFixture {

    private SiteFolder site;
    private GitFolder git;

    @BeforeEach
    void aSiteThatHasAProblem() {
        git = new GitFolder(folder);
        site = new SiteFolder(folder.resolve("站点"))
                .entry("content/old.md", "标题: 旧", "发布日期: 2024-01-02", "状态: 草搞")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        git.commit("first");
    }

    @Test
    void letsProblemsPassThatTheBaseHad() {
        assertThat(check("HEAD"))
                .isEqualTo(new Ran(
                        0,
                        """
                        已有的问题（不影响本次提交）：
                        content/old.md:4:5: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”
                        """,
                        "检查完成：没有发现问题；另有 1 个已有的问题。\n"));
    }

    @Test
    void knowsAProblemAgainWhenItsLineHasMoved() {
        site.entry("content/old.md", "标题: 旧", "栏目: 通知", "发布日期: 2024-01-02", "状态: 草搞");

        assertThat(check("HEAD").status()).isZero();
    }

    @Test
    void decidesByWhatIsNew() {
        site.entry("content/b.md", "标题: 乙", "发布日期: x");

        Ran ran = check("main");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .isEqualTo(
                        """
                        content/b.md:3:7: 错误 E123 发布日期“x”不是有效日期；请写成 2020-01-31 这样的形式

                        已有的问题（不影响本次提交）：
                        content/old.md:4:5: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”

                        汇总：
                          错误 E123 NAME1 处
                        """
                                .replace("NAME", Explained.name("E123")));
        assertThat(ran.err()).isEqualTo("检查完成：发现 1 个错误；另有 1 个已有的问题。\n");
    }

    @Test
    void countsTheSameMistakeMadeOnceMore() {
        site.file("content/l.md", "---\n标题: 丁\n发布日期: 2024-01-02\n---\n\n[一](x.md)\n");
        git.commit("one");
        site.file("content/l.md", "---\n标题: 丁\n发布日期: 2024-01-02\n---\n\n[二](x.md)\n\n[一](x.md)\n");

        Ran ran = check("HEAD");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("检查完成：发现 1 个错误；另有 2 个已有的问题。\n");
    }

    @Test
    void decidesByProblemsInUnchangedFilesThatTheChangeBrings() {
        site.delete("content/old.md").file("content/c.md", "---\n标题: 丙\n发布日期: 2024-01-02\n---\n\n[甲](a.md)\n");
        git.commit("linked");
        site.delete("content/a.md");

        Ran ran = check("HEAD");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).startsWith("content/c.md:6:5: 错误 E201 链接“a.md”指向的文件不存在");
    }

    @Test
    void tellsAProgramOnlyWhatIsNew() {
        Ran ran = check("HEAD", "--format", "json");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("{\"problems\":[],");
        site.entry("content/b.md", "标题: 乙", "发布日期: x");
        assertThat(check("HEAD", "--format", "json").out())
                .contains("\"path\":\"content/b.md\"")
                .doesNotContain("old.md");
    }

    @Test
    void readsWorktreesPackedRepositoriesAndLinksAndLeavesNoTrace() throws Exception {
        Files.createSymbolicLink(site.root().resolve("content/out.md"), Path.of("/etc/hostname"));
        git.commit("links");
        git.git("gc", "-q");
        git.git("worktree", "add", "-q", folder.resolve("其他").toString(), "-b", "other");
        Path other = folder.resolve("其他/站点");
        String before = git.git("status", "--porcelain");

        Ran ran = run("check", "-s", other, "--base", "main~1");

        assertThat(ran.err()).isEqualTo("检查完成：发现 1 个错误；另有 1 个已有的问题。\n");
        assertThat(ran.out()).startsWith("content/out.md:1:1: 错误 E401 这是符号链接");
        assertThat(run("check", "-s", other, "--base", "main").status()).isZero();
        assertThat(git.git("status", "--porcelain")).isEqualTo(before);
    }

    @Test
    void takesASiteThatTheBaseDidNotHaveForNew() {
        Path other = folder.resolve("新站");
        new SiteFolder(other).entry("content/b.md", "标题: 乙", "发布日期: x");

        assertThat(run("check", "-s", other, "--base", "HEAD").status()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoSuchRevision() {
        for (String revision :
                new String[] {"没有", "HEAD~7", "a b", "main:站点/content/a.md", "0000000000000000000000000000000000000000"
                }) {
            assertThat(check(revision)).isEqualTo(new Ran(2, "", "git 仓库里没有“" + revision + "”这个提交。\n"));
        }
    }

    @Test
    void saysThatThereIsNoRepository(@TempDir Path elsewhere) {
        SiteFolder other = new SiteFolder(elsewhere).entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");

        assertThat(run("check", "-s", other.root(), "--base", "HEAD"))
                .isEqualTo(new Ran(2, "", "这个文件夹不在 git 仓库里，没有以前的提交：" + elsewhere + "。\n"));
    }

    private Ran check(String base, String... more) {
        return run("check", "-s", site.root(), "--base", base, more);
    }
}
