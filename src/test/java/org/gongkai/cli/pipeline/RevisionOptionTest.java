package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code --rev}: a site is read from a commit, whatever lies in the folder. */
@Tag("slow")
class RevisionOptionTest extends GitFixture {

    @BeforeEach
    void aSiteUnderGit() throws IOException {
        site.entry("content/通知/值班.md", "标题: 值班安排", "发布日期: 2024-05-01", "附件: 表.txt")
                .entry("content/通知/学习.md", "标题: 学习安排", "发布日期: 2024-05-02")
                .file("content/通知/表.txt", "值班表\n")
                .file("content/_data/site.yml", "名称: 示例支部\n")
                .file("assets/own.css", "p{}");
        git.commit("first");
        git.git("tag", "v1");
    }

    @Test
    void givesTheBytesThatACheckoutGives() {
        site.file("content/通知/说明.adoc", "= 说明\n:发布日期: 2024-05-02\n\ninclude::_段.adoc[]\n")
                .file("content/通知/_段.adoc", "一段话。\n".getBytes(Charset.forName("GB18030")));
        git.commit("a body that includes a text of another encoding");
        git.git("tag", "-f", "v1");
        site.built("-o", out("folder"));
        git.git("gc", "-q");
        site.delete("content/通知/表.txt").entry("content/later.md", "标题: 后来", "发布日期: 2024-05-03");

        assertThat(build("-s", site.root(), "--rev", "v1", "-o", out("rev")).status())
                .isZero();

        assertThat(SiteFolder.files(out("rev")))
                .isEqualTo(SiteFolder.files(out("folder")))
                .hasSizeGreaterThan(20);
    }

    @Test
    void readsABareRepository() {
        Path bare = folder.resolve("site.git");
        git.git("clone", "-q", "--bare", ".", bare.toString());
        site.built("-o", out("folder"));

        Ran ran = build("-s", bare, "--rev", "main", "-o", out("bare"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(SiteFolder.files(out("bare"))).isEqualTo(SiteFolder.files(out("folder")));
        assertThat(run("build", "-s", bare, "--rev", "main"))
                .isEqualTo(new Ran(2, "", "请用 -o 说明写到哪里：这里没有 content 文件夹：" + bare + "。\n"));
    }

    @Test
    void checksACommit() {
        site.entry("content/b.md", "标题: 乙", "发布日期: x");
        git.commit("wrong");
        site.delete("content/b.md");

        Ran ran = run("check", "-s", site.root(), "--rev", "main");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(
                        """
                        content/b.md:3:7: 错误 E123 发布日期“x”不是有效日期；请写成 2020-01-31 这样的形式
                        """);
        assertThat(run("check", "-s", site.root()).status()).isZero();
        assertThat(run("check", "-s", site.root(), "--rev", "v1", "--base", "main")
                        .status())
                .isZero();
    }

    @Test
    void refusesSymbolicLinks() throws IOException {
        Files.createSymbolicLink(site.root().resolve("content/a.md"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(site.root().resolve("content/b.md"), Path.of("../.git/config"));
        Files.createSymbolicLink(site.root().resolve("content/c.md"), Path.of("没有.md"));
        Files.createSymbolicLink(site.root().resolve("content/d"), Path.of("../content"));
        Files.createSymbolicLink(site.root().resolve("content/e.txt"), Path.of("通知/学习.md"));
        Files.createSymbolicLink(site.root().resolve("templates"), Path.of("content"));
        git.commit("links");

        String folderSays = run("check", "-s", site.root()).out();
        assertThat(run("check", "-s", site.root(), "--rev", "main").out())
                .isEqualTo(folderSays)
                .contains(
                        "content/a.md:1:1: 错误 E401 这是符号链接，不读取：同一个文件不能有两个名字；请删去这个链接，把文件本身放在这里\ncontent/b.md:1:1: 错误 E401",
                        "content/c.md:1:1: 错误 E401",
                        "content/d:1:1: 错误 E401",
                        "content/e.txt:1:1: 错误 E401",
                        "templates:1:1: 错误 E401");
    }

    @Test
    void buildsAJBakeProjectFromACommitToo() throws IOException {
        Path project = site.root().resolve("博客");
        new SiteFolder(project)
                .file("jbake.properties", "site.host=http://x.example\n")
                .file("templates/post.ftl", "<p>${content.title}</p>")
                .file("templates/page.ftl", "<p>${content.title}</p>")
                .file("templates/index.ftl", "<p>index</p>")
                .file("templates/archive.ftl", "<p>archive</p>")
                .file("templates/feed.ftl", "<feed/>")
                .file("content/a.md", "title=甲\ndate=2024-05-01\ntype=post\nstatus=published\n~~~~~~\n\n文\n");
        git.commit("blog");
        Files.delete(project.resolve("content/a.md"));

        Ran ran = build("-s", project, "--rev", "main", "-o", out("blog"));

        assertThat(ran.err()).doesNotContain("错误");
        assertThat(SiteFolder.files(out("blog"))).containsEntry("a.html", SiteFolder.latin("<p>甲</p>"));
    }

    @Test
    void saysThatThereIsNoSuchRevision() {
        assertThat(run("check", "-s", site.root(), "--rev", "没有")).isEqualTo(new Ran(2, "", "git 仓库里没有“没有”这个提交。\n"));
    }

    private Path out(String name) {
        return folder.resolve("out-" + name);
    }

    private static Ran build(Object... arguments) {
        return run("build", arguments);
    }
}
