package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

/** Study plans whose texts list what is studied each month. */
class MonthsInTextTest extends SiteFixture {

    private static final String HEADER = "---\n标题: 第一党支部2024年党员学习计划\n文种: 学习计划\n发布日期: 2024-01-08\n"
            + String.join("\n", SiteFolder.PUBLICATION) + "\n";

    private List<String> planned(String path, String text) {
        site.file(path, text)
                .published(
                        "content/学习记录/二月.md",
                        "标题: 第一党支部2024年2月集中学习情况",
                        "文种: 学习记录",
                        "发布日期: 2024-02-20",
                        "学习时间: 2024-02-18",
                        "学时: 3")
                .built();
        return List.of(3, 4, 5).stream()
                .map(month -> site.html("years/2024/month-0" + month + ".html")
                        .select("main")
                        .text())
                .map(page -> (page.contains("学习党章") ? "学习党章" : "") + (page.contains("学习条例") ? "学习条例" : ""))
                .toList();
    }

    @Test
    void standInTheirMonths() {
        assertThat(planned("content/a.md", HEADER + "---\n\n按月安排：\n\n- 3月：学习党章；\n- **4月份**：学习条例。\n"))
                .containsExactly("学习党章", "学习条例", "");
        assertThat(planned("content/a.md", HEADER + "---\n\n附件：安排\n\n三月：学习党章\n\n五月: 学习条例\n"))
                .containsExactly("学习党章", "", "学习条例");
        assertThat(
                        planned(
                                "content/a.md",
                                HEADER
                                        + "---\n\n| 月份 | 内容 | 学时 |\n| --- | --- | --- |\n| 3月 | 学习党章 | 4 |\n| 4月 | 学习条例 | 4 |\n"))
                .containsExactly("学习党章", "学习条例", "");
    }

    @Test
    void giveWayToTheHeader() {
        assertThat(planned("content/a.md", HEADER + "学习安排: [{月份: 5月, 内容: 学习条例}]\n---\n\n- 3月：学习党章\n"))
                .containsExactly("", "", "学习条例");
    }
}
