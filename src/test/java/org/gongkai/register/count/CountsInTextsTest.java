package org.gongkai.register.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts and sums in the bodies of entries, as readers see them. */
class CountsInTextsTest {

    private static final String ADDRESS = "wenzhang/2024/wenzhang-xiaojie.html";
    private static final String[] KEEP = {"公开范围: 社会", "发布机构: 第一党支部", "保密审查: 宣传委员 2023-01-04", "审批: 书记 2023-01-05"};

    private SiteFolder site;

    @BeforeEach
    void records(@TempDir Path folder) {
        site = new SiteFolder(folder);
        meeting("一", "支委会", "2024-01-10", "会议: {时间: 2024-01-09 15:00, 地点: 一楼会议室}");
        meeting("二", "支委会", "2024-02-10", "会议: {时间: 2024-02-09 15:00, 地点: 一楼会议室}");
        meeting("二通知", "支委会", "2024-02-08", "会议: {时间: 2024-02-09 15:00, 地点: 一楼会议室}");
        meeting("去年", "支委会", "2023-12-20", "会议: {时间: 2023-12-19 15:00, 地点: 一楼会议室}");
    }

    private void meeting(String name, String kind, String published, String... more) {
        List<String> header = new java.util.ArrayList<>(
                List.of("标题: 第一党支部" + kind + "纪要（" + name + "）", "发布日期: " + published, "文种: " + kind));
        header.addAll(List.of(more));
        header.addAll(List.of(KEEP));
        site.entry("content/三会一课/" + name + ".md", header.toArray(String[]::new));
    }

    private SiteFolder text(String body, String... header) {
        return site.file(
                "content/文章/小结.md",
                "---\n标题: 小结\n发布日期: 2024-03-05\n" + String.join("\n", header) + (header.length > 0 ? "\n" : "")
                        + "---\n\n" + body + "\n");
    }

    private Element prose() {
        return site.built().html(ADDRESS).selectFirst(".prose");
    }

    @Test
    void becomeTheNumberWithALinkToTheRegister() {
        text("召开支委会{{计数: 文种=支委会, 年度=2024}}次。");
        assertThat(prose().text()).isEqualTo("召开支委会2次。");
        assertThat(prose().selectFirst("a.count").outerHtml())
                .isEqualTo("<a class=\"count\" href=\"../../registers/meetings/index.html#y2024-rows\">2</a>");
    }
}
