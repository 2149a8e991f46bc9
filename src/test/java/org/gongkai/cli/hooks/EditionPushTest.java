package org.gongkai.cli.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.write;

import org.gongkai.testing.GitServer.Pushed;
import org.gongkai.testing.PushFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tags of editions that are pushed. */
@Tag("slow")
class EditionPushTest extends PushFixture {

    private static final String NONE = "0".repeat(40);

    @BeforeEach
    void aRepositoryWithASite() {
        server.installed();
    }

    /** Puts a commit of the clone where git would hold what is pushed. */
    private String stored(String revision, String reference) {
        server.git(server.repository(), "fetch", "-q", clone.toString(), "+" + revision + ":" + reference);
        return server.git(clone, "rev-parse", revision).strip();
    }

    /** What the server says to a push of a tag alone; nothing if it takes it. */
    private String said(String name, String object) {
        Pushed checked = new DirectPush(server).check(NONE + " " + object + " refs/tags/edition/" + name);
        assertThat(checked.status()).as(checked.said()).isEqualTo(checked.said().startsWith("没有收下") ? 1 : 0);
        return checked.said();
    }

    @Test
    void anEditionThatCannotBeMadeIsRefused() {
        write(clone, "content/b.md", "---\n标题: 第二条内容\n发布日期: 2024-13-01\n---\n\n正文。\n");
        server.commit(clone, "wrong");
        server.git(clone, "branch", "wrong");
        committed("content/b.md", "第二条内容");
        stored("HEAD", "refs/heads/main");
        server.git(clone, "checkout", "-q", "-b", "side", "HEAD~2");
        committed("content/c.md", "旁边的内容");
        server.git(clone, "tag", "-a", "-m", "一", "one", "main");
        server.git(clone, "tag", "-a", "-m", "二", "two", "one");

        assertThat(said("side", stored("side", "refs/heads/side")))
                .isEqualTo("没有收下这次推送：\n  标签 edition/side 的提交不在网站的分支 main 上；请先把提交推送到分支，或换一个提交打标签。\n仓库和网站都没有变。");
        for (String other : new String[] {"main:content/a.md", "main:content"}) {
            assertThat(said("other", server.git(clone, "rev-parse", other).strip()))
                    .as(other)
                    .contains("标签指向的不是提交，只能给提交打标签");
        }
        assertThat(said("wrong", server.git(clone, "rev-parse", "wrong").strip()))
                .startsWith("没有收下这次推送：标签 edition/wrong 的年度存档有 1 个错误。\n\ncontent/b.md 第 3 行：\n  错误 E123 ")
                .contains("换一个没有这些错误的提交打标签");
        assertThat(said("two", stored("two", "refs/tags/two"))).isEmpty();
    }

    @Test
    void anEditionOfAnUnpublishedBranchIsRefused() {
        assertThat(said("early", stored("HEAD", "refs/heads/side"))).contains("不在网站的分支 main 上");
    }

    @Test
    void anEditionMayComeWithTheCommitsOfItsBranch() {
        server.git(clone, "tag", "-a", "-m", "一", "one");
        server.git(clone, "tag", "-a", "-m", "二", "edition/2024", "one");
        committed("content/b.md", "第二条内容");

        assertThat(server.push(clone, "HEAD:main", "edition/2024").said()).startsWith("已发布");

        assertThat(server.current().resolve("editions/2024/articles/2024/a.html"))
                .content()
                .contains("第一条内容");
        assertThat(server.current().resolve("editions/2024/articles/2024/b.html"))
                .doesNotExist();
    }
}
