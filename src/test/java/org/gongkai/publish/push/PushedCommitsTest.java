package org.gongkai.publish.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.entry;
import static org.gongkai.testing.GitServer.write;
import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.check.file.Invented;
import org.gongkai.cli.hooks.DirectPush;
import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.Promise;
import org.gongkai.testing.PushFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every commit of a push is looked into, for whoever clones the repository gets each of them. */
@Tag("slow")
@Promise("Every commit of a push is examined")
class PushedCommitsTest extends PushFixture {

    private static final String ID = Invented.id("19900102");

    private DirectPush hooks;

    @BeforeEach
    void aSiteThatStands() {
        server.installed();
        hooks = new DirectPush(server);
        assertThat(hooks.push(clone).status()).isZero();
    }

    private void body(String path, String text, String... header) {
        entry(clone, path, "有正文的", header);
        try {
            Files.writeString(clone.resolve(path), Files.readString(clone.resolve(path)) + "\n" + text + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String head() {
        return server.git(clone, "rev-parse", "HEAD").strip().substring(0, 10);
    }

    @Test
    void whatALaterCommitTookOutIsRefusedWithTheWayToMendIt() {
        String base = head();
        body("content/b.md", "身份证号 " + ID);
        server.commit(clone, "名单");
        String wrong = head();
        body("content/b.md", "没有号码了");
        server.commit(clone, "改掉");

        Pushed pushed = hooks.push(clone);

        assertThat(pushed)
                .isEqualTo(new Pushed(
                        1,
                        """
                        没有收下这次推送：推送的提交里有不能进仓库的内容。

                        提交 %s（名单）：
                          content/b.md 第 8 行：这里有身份证号：%s

                        克隆仓库的人能看到每一个提交，所以再提交一次改掉是不够的。怎么办：
                          1. 把还没有推送的提交退成一份改动（文件不会变）：
                             git reset --soft %s
                          2. 打开上面的文件，改好，保存；再运行 git add -A。
                          3. 重新提交（commit），再推送（push）。
                        您的改动都在自己电脑上，没有丢；仓库和网站都没有变。"""
                                .formatted(wrong, "*".repeat(14) + ID.substring(14), base)));
        hooks.assertNothingCameIn();
        server.git(clone, "reset", "-q", "--soft", base);
        server.commit(clone, "again");
        assertThat(hooks.push(clone).said()).startsWith("已发布：");
    }

    @Test
    void refusesItWhereverItStands() {
        body("content/b.md", "机密★5年");
        server.commit(clone, "b");
        write(clone, "content/c.csv", "姓名,号码\n张某," + ID + "\n");
        server.commit(clone, "c");
        write(clone, "content/d.md", "没有文件头，" + ID + "\n");
        server.commit(clone, "d");
        entry(clone, "content/e" + ID + ".md", "文件名");
        server.commit(clone, "e");
        write(clone, "content/_共用/f.md", "号码 " + ID + "\n");
        server.commit(clone, "f");
        write(clone, "content/g.html", "<!--\n标题: 庚\n-->\n<p>" + ID + "</p>\n");
        server.commit(clone, "g");
        server.git(
                clone,
                "rm",
                "-q",
                "-r",
                "content/b.md",
                "content/c.csv",
                "content/d.md",
                "content/_共用",
                "content/g.html");
        server.git(clone, "rm", "-q", "content/e" + ID + ".md");
        server.commit(clone, "all gone; " + ID);

        assertThat(hooks.push(clone).said())
                .containsSubsequence(
                        "（b）：\n  content/b.md 第 8 行：“机密★5年”是密级标志",
                        "（c）：\n  content/c.csv 第 2 行：",
                        "（d）：\n  content/d.md 第 1 行：",
                        "（e）：\n  content/e",
                        "第 1 行：文件名里有身份证号",
                        "（f）：\n  content/_共用/f.md 第 1 行：",
                        "（g）：\n  content/g.html 第 ",
                        "（all gone; ",
                        "  提交说明里有密级标志或不得公开的个人信息\n");
        hooks.assertNothingCameIn();
    }

    @Test
    void refusesWhatOtherBranchesTagsAndMergesBring() {
        body("content/b.md", "号码 " + ID);
        server.commit(clone, "wrong");
        server.git(clone, "branch", "side");
        body("content/b.md", "没有");
        server.commit(clone, "right");
        server.git(clone, "tag", "-a", "-m", "给 " + ID, "v1", "HEAD~2");
        server.git(clone, "tag", "v2");
        server.git(clone, "checkout", "-q", "-b", "merging", "HEAD~2");
        server.git(clone, "merge", "-q", "--no-ff", "-m", "merge", "main");

        for (String name : List.of("refs/heads/试试", "refs/tags/v2", "refs/heads/main")) {
            assertThat(hooks.push(clone, "merging", name).said())
                    .as(name)
                    .contains("（wrong）：\n  content/b.md 第 8 行：这里有身份证号");
        }
        assertThat(hooks.push(clone, "side", "refs/heads/side").status()).isEqualTo(1);
        assertThat(hooks.push(clone, "v1", "refs/tags/v1").said())
                .contains("标签：\n  标签的说明里有密级标志或不得公开的个人信息\n", "git tag -d");
        hooks.assertNothingCameIn();
        server.git(clone, "tag", "blob", "HEAD:content/a.md");
        assertThat(hooks.push(clone, "blob", "refs/tags/blob").said()).contains("标签指向的不是提交，只能给提交打标签");
    }

    @Test
    void whatTheSiteAllowsIsAllowedInTheCommitsBefore() {
        body("content/b.md", "电话 " + Invented.mobile());
        server.commit(clone, "without");
        assertThat(hooks.push(clone).said()).contains("手机号");
        write(clone, "content/_data/privacy.yml", "允许:\n- {内容: \"" + Invented.mobile() + "\", 说明: 值班手机}\n");
        server.commit(clone, "allowed");

        assertThat(hooks.push(clone).said()).startsWith("已发布：");
    }

    @Test
    void whatStoodInTheRepositoryBeforeIsNotHeldAgainstAPush() {
        run("hooks", "install", "--repo", server.repository(), "--uninstall");
        body("content/old.md", "号码 " + ID);
        write(clone, "content/old.csv", "张某," + ID + "\n");
        server.commit(clone, "before there were hooks");
        assertThat(server.push(clone).status()).isZero();
        server.installed();
        body("content/old.md", "号码 " + ID + "\n\n又一段。");
        write(clone, "content/old.csv", "姓名,号码\n张某," + ID + "\n");
        server.commit(clone, "edited");
        server.git(clone, "mv", "content/old.md", "content/moved.md");
        server.commit(clone, "moved");
        server.git(clone, "checkout", "-q", "-b", "other", "HEAD~2");
        committed("content/n.md", "新的");
        server.git(clone, "merge", "-q", "-m", "merged", "main");

        Pushed pushed = hooks.push(clone, "other", "refs/heads/other");

        assertThat(pushed.said()).doesNotContain("没有收下");
        assertThat(pushed.status()).isZero();
    }

    /** git shows the replacement, this program never does; where hooks are installed, git does not, either. */
    @Test
    @Promise("objects that are replaced all the same")
    void whatIsReplacedIsReadAsItWasCommitted() {
        String first = server.git(clone, "rev-parse", "HEAD").strip();
        committed("content/a.md", "换掉的");
        String other = server.git(clone, "rev-parse", "HEAD").strip();
        server.git(server.repository(), "fetch", "-q", clone.toString(), other);
        server.git(server.repository(), "update-ref", "refs/replace/" + first, other);
        server.git(server.repository(), "update-ref", "refs/replace/" + other, other);

        done("publish", "-s", server.repository(), "--rev", "main", "--to", folder.resolve("to"));

        assertThat(folder.resolve("to/current/articles/2024/a.html")).content().contains("第一条内容");
        assertThat(server.git(server.repository(), "show", "main:content/a.md")).contains("第一条内容");
        assertThat(server.git(server.repository(), "config", "receive.fsckObjects")
                        .strip())
                .isEqualTo("true");
    }

    @Test
    @Promise("git checks all objects of a push")
    void whatGitFindsDamagedIsNotTaken() throws IOException {
        String commit =
                server.git(clone, "cat-file", "commit", "HEAD").replaceFirst("committer .*", "committer nobody");
        Path raw = Files.writeString(folder.resolve("commit"), commit);
        String damaged = server.git(clone, "hash-object", "-t", "commit", "-w", "--literally", raw.toString())
                .strip();

        Pushed pushed = server.run(clone, List.of("push", "origin", damaged + ":refs/heads/other"));

        assertThat(pushed.status()).isOne();
        assertThat(pushed.said()).contains("missingEmail", "remote rejected");
        hooks.assertNothingCameIn();
    }
}
