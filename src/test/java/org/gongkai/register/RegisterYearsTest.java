package org.gongkai.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From when on something is expected, and which words count. */
class RegisterYearsTest {

    private final SiteFolder site;

    RegisterYearsTest(@TempDir Path folder) {
        site = new SiteFolder(folder);
    }

    @Test
    void anOldPaperThatIsPublishedLaterMakesNothingExpectedBefore() {
        site.published("content/规章制度/a.md", "标题: 值班办法", "文种: 规章制度", "发布日期: 2024-03-20", "成文日期: 2010-01-03")
                .published("content/主题党日/b.md", "标题: 支部开展4月主题党日活动", "文种: 主题党日", "发布日期: 2024-04-20");

        assertThat(register("theme-days"))
                .contains("已逾期  2024-03-31  3月主题党日", "已逾期  2024-05-31  5月主题党日")
                .doesNotContain("2024-02-29", "2024-01-31");
    }

    @Test
    void theWordsOfAnEnumerationAreCountedAndOthersAreShownOnly() {
        site.published(
                "content/工作计划/a.md",
                "标题: 第一党支部2024年工作计划",
                "文种: 工作计划",
                "发布日期: 2024-01-10",
                "任务项: [{内容: 换水表, 状态: 办结}, {内容: 查漏, 状态: 下月再说}]");

        assertThat(register("tasks")).contains("下月再说").contains("合计：已完成 1\n");
    }

    private String register(String name, String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"register", name, "-s", site.root().toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return SiteFolder.run(args).out();
    }
}
