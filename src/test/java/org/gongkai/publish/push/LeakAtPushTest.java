package org.gongkai.publish.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.GitServer.entry;
import static org.gongkai.testing.GitServer.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.hooks.DirectPush;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.GitServer.Pushed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the publication would not let out is refused when it is pushed, also if it stands in pages that did not change. */
@Tag("slow")
class LeakAtPushTest extends FolderFixture {

    private static final String TITLE = "关于走访企业的安排";

    private GitServer server;
    private DirectPush hooks;
    private Path clone;

    @BeforeEach
    void aSiteThatStands() throws IOException {
        server = new GitServer(folder).installed();
        hooks = new DirectPush(server);
        clone = server.cloned("甲");
        write(
                clone,
                "content/_data/site.yml",
                "名称: 示例支部\n受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 本单位], 目录: nei}\n");
        entry(clone, "content/a.md", "第一条内容", "公开范围: 社会", "栏目: 甲");
        entry(clone, "content/走访.md", TITLE, "公开范围: 社会", "栏目: 乙", "附件: [表.txt]");
        write(clone, "content/表.txt", "走访企业的分工\n");
    }

    private Pushed hidden() {
        entry(clone, "content/走访.md", TITLE, "公开范围: 本单位", "栏目: 乙", "附件: [表.txt]");
        server.commit(clone, "hidden");
        return hooks.push(clone);
    }

    private void assertPublished() {
        server.commit(clone, "first");
        Pushed pushed = hooks.push(clone);
        assertThat(pushed.status()).as(pushed.said()).isZero();
    }

    @Test
    void aTitleThatStandsInAPageWhichDidNotChange() throws IOException {
        String template = Files.readString(Path.of("templates/post.ftl"));
        write(clone, "templates/post.ftl", template + "\n<p>" + TITLE + "</p>\n");
        assertPublished();

        assertThat(hidden().said())
                .startsWith("没有收下这次推送：有 1 个错误。\n\ncontent/走访.md 第 2 行：\n  错误 E305 公开对象“群众”看不到这一条，但它的标题“关于…”出现在 ");

        write(clone, "templates/post.ftl", template);
        server.commit(clone, "mended");
        // What is left is what hiding a page always means.
        assertThat(hooks.push(clone).said()).startsWith("没有收下这次推送：网站上有 1 个网址会打不开。\n\n  yi/2024/zou-fang.html\n");
    }

    @Test
    void theBytesOfAnAttachmentUnderAnotherName() throws IOException {
        write(clone, "assets/x.bin", "走访企业的分工\n");
        assertPublished();

        assertThat(hidden().said()).contains("content/走访.md 第 1 行：\n  错误 E305 公开对象“群众”看不到这一条，但它的附件进了输出：assets/x.bin");
    }

    /** Nothing was published yet, and nothing stands that could be looked into. */
    @Test
    void whatWasCheckedAndNotPublishedIsLookedIntoAnew() throws IOException {
        String template = Files.readString(Path.of("templates/post.ftl"));
        write(clone, "templates/post.ftl", template + "\n<p>" + TITLE + "</p>\n");
        Files.writeString(server.to(), "a file where the site should be");
        server.commit(clone, "first");
        assertThat(hooks.push(clone).said()).startsWith("已收下，但是网站没有更新");

        assertThat(hidden().said()).startsWith("没有收下这次推送：有 1 个错误。").contains("错误 E305");
    }
}
