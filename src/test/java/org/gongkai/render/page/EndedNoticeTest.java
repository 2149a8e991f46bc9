package org.gongkai.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of a 公示")
class EndedNoticeTest extends SiteFixture {

    @Test
    @DisplayName("says until when with the year, and whom to tell")
    void runs() {
        assertThat(strip("2024-06-03", ""))
                .isEqualTo("公示中 2024年6月3日截止 公示结果 还没有公布 受理部门 支部委员会 监督电话 内线 6022 监督信箱 一楼意见箱 公示期 2024年5月27日至6月3日，共6个工作日");
    }

    @Test
    @DisplayName("keeps whom to tell when it has ended, and says that its result is missing")
    void ended() {
        assertThat(strip("2024-06-04", "")).startsWith("公示已结束 2024年6月3日截止 公示结果 还没有公布 受理部门 支部委员会 监督电话 内线 6022 ");
        assertThat(site.html("publicity/index.html").select(".line-mark").text())
                .endsWith("至6月3日 结果未公布");
        assertThat(strip("2024-06-04", ", 结果: 期满后在公示栏公布")).contains("公示结果 还没有公布");
        assertThat(strip("2024-06-04", ", 结果: 没有收到意见")).startsWith("公示已结束 结果：没有收到意见 ");
        assertThat(site.html("publicity/index.html").select(".line-mark").text())
                .contains("至6月3日 公示结果：");
    }

    @Test
    void aResultForOthersIsNotNamedInListsOfOwnTemplates() {
        site.file("content/_data/site.yml", "受众:\n- {名称: 社会公众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 本单位], 目录: inner}\n")
                .file("templates/list.ftl", "<#list posts as post>[${(post.notice.result.title)!'无'}]</#list>")
                .published("content/公示/秦某受处分.md", "标题: 关于结果的通报", "栏目: 公示", "发布日期: 2024-06-04", "公开范围: 本单位");

        assertThat(strip("2024-06-04", ", 结果: 秦某受处分.md")).doesNotContain("秦某");
        assertThat(site.page("publicity/index.html")).isEqualTo("[]");
        assertThat(site.page("../site-inner/publicity/index.html")).isEqualTo("[无][]");
    }

    private String strip(String day, String result) {
        return site.file("content/_data/categories.yml", "- {名称: 公示, 标识: publicity}\n")
                .published(
                        "content/公示/a.md",
                        "标题: 关于评优的公示",
                        "文种: 公示",
                        "发布日期: 2024-05-27",
                        "公示: {起: 2024-05-27, 止: 2024-06-03, 工作日: 6" + result + "}",
                        "受理部门: 支部委员会",
                        "监督电话: 内线 6022",
                        "监督信箱: 一楼意见箱")
                .built("--as-of", day)
                .html("publicity/2024/a.html")
                .select(".strip")
                .text();
    }
}
