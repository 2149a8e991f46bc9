package org.gongkai.render.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 本月: what a month of the site's day holds; the pages are of 1 June 2024 unless a build says otherwise. */
class MonthPageTest {

    @TempDir
    private Path folder;

    private SiteFolder site;

    @BeforeEach
    void aSite() {
        site = new SiteFolder(folder)
                .published(
                        "content/公示一.md",
                        "标题: 关于评优的公示",
                        "文种: 公示",
                        "发布日期: 2024-05-27",
                        "公示: {起: 2024-05-27, 止: 2024-06-03, 工作日: 6}",
                        "受理部门: 支部委员会",
                        "监督电话: 内线 6022",
                        "监督信箱: 一楼意见箱")
                .published(
                        "content/党日一.md",
                        "标题: 5月主题党日",
                        "文种: 主题党日",
                        "发布日期: 2024-05-20",
                        "会议: {时间: 2024-05-17 14:30, 地点: 活动室, 名称: 五月主题党日, 应到: 9, 实到: 9}")
                .published(
                        "content/支委会.md",
                        "标题: 第一党支部2024年第6次支委会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-06-01",
                        "会议: {时间: 2024-06-01 09:00, 地点: 会议室, 名称: 第6次支委会, 应到: 5, 实到: 5}");
    }

    private List<String> lines() {
        return site.html("month.html").select(".lines li").eachText();
    }

    @Test
    void bringsTogetherNoticesMeetingsAndWhatIsDue() {
        site.built();

        assertThat(site.html("month.html").select("h1").text()).isEqualTo("2024年6月");
        assertThat(site.html("month.html").select(".total").text()).isEqualTo("数据截至 2024年6月1日");
        assertThat(lines())
                .startsWith("关于评优的公示 6月3日截止", "支委会 第6次支委会 会议室 6月1日9时")
                .noneMatch(line -> line.contains("五月主题党日"));
        assertThat(site.html("month.html").select(".note").first().text()).isEqualTo("最近一次主题党日：5月主题党日（2024-05-17）");
        assertThat(site.html("index.html").select(".home-ways a[href=month.html]"))
                .hasSize(1);
    }

    @Test
    void isOfTheMonthOfTheSitesDayAndTheSiteChangesWithTheMonth() {
        site.built("--as-of", "2024-06-29");
        assertThat(site.page("manifest.json")).contains("\"nextChange\": \"2024-07-01\"");

        site.built("--as-of", "2024-07-01");
        assertThat(site.html("month.html").select("h1").text()).isEqualTo("2024年7月");
        assertThat(site.html("month.html").select(".empty").eachText()).containsExactly("本月没有公示。", "本月还没有公开的会议和主题党日。");
    }
}
