package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What registers show of the result of a 公示. */
class NoticeResultTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.published("content/通报/结果.md", "标题: 关于推荐结果的通报", "文种: 通报", "发布日期: 2024-03-20");
    }

    @Test
    void isTheTitleOfTheEntryThatItNames() {
        assertThat(shown("结果: ../通报/结果.md")).contains(",关于推荐结果的通报,");
        assertThat(shown("结果: 没有收到意见")).contains(",没有收到意见,");
        assertThat(shown("工作日: 5")).contains("关于推荐对象的公示,,");
    }

    @Test
    void isNothingWhileTheEntryIsNotPublic() {
        site.published("content/通报/结果.md", "标题: 关于推荐结果的通报", "文种: 通报", "发布日期: 2024-03-20", "状态: 草稿");

        assertThat(shown("结果: ../通报/结果.md")).contains("关于推荐对象的公示,,").doesNotContain("结果.md");
    }

    @Test
    void isDueWhenTheSiteSaysSo() {
        site.file("content/_data/site.yml", "名称: 第一党支部\n公示结果期限: 10\n");
        shown("工作日: 5");

        assertThat(SiteFolder.run("register", "notices", "-s", site.root().toString())
                        .out())
                .contains("已逾期  2024-03-18  关于推荐对象的公示：公布结果（公示结束后10天内公布结果（天数是本站定的））");
    }

    private String shown(String result) {
        site.published(
                "content/公示/a.md",
                "标题: 关于推荐对象的公示",
                "文种: 公示",
                "发布日期: 2024-03-04",
                "监督电话: 内线 6022",
                "公示: {起: 2024-03-04, 止: 2024-03-08, " + result + "}");
        return SiteFolder.run(
                        "register",
                        "notices",
                        "--format",
                        "csv",
                        "-s",
                        site.root().toString())
                .out();
    }
}
