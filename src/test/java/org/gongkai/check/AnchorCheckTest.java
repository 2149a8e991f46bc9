package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorCheckTest {

    private static final String HEADER = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n";

    @TempDir
    private Path folder;

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder).file("content/计划.md", HEADER + "## 工作安排 {#arrangement}\n\n正文。\n");
    }

    @Test
    void takesAPlaceThatExists() {
        site.file("content/a.md", HEADER + "见[安排](计划.md#arrangement)。\n").built();

        assertThat(site.html("articles/2024/a.html").select("a:containsOwn(安排)").attr("href"))
                .isEqualTo("ji-hua.html#arrangement");
    }

    @Test
    void tellsOfAPlaceThatDoesNotExistWithANearOne() {
        site.file("content/a.md", HEADER + "见[安排](计划.md#arangement)。\n");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:6:7: 错误 E206 “content/计划.md”里没有“#arangement”这个位置；您是不是要写“#arrangement”");
    }

    @Test
    void tellsOfAPlaceThatIsLikeNone() {
        site.file("content/a.md", HEADER + "见[下文](#附则)。\n");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:6:7: 错误 E206 “content/a.md”里没有“#附则”这个位置；请核对那一条的标题；只想链接整篇时去掉 # 及其后的文字");
    }
}
