package org.gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A column with 不计入公开, such as that of a manual, counts in no figure; its entries have their pages and lists. */
class UncountedColumnTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.file(
                        "content/_data/categories.yml",
                        "- {名称: 通知, 标识: notices}\n- {名称: 总结, 标识: summaries}\n- {名称: 帮助, 标识: help, 不计入公开: 是}\n")
                .entry("content/a.md", "标题: 通知一", "发布日期: 2024-01-05", "成文日期: 2024-01-05", "栏目: 通知")
                .entry("content/b.md", "标题: 说明一", "发布日期: 2024-02-05", "栏目: 帮助")
                .entry("content/c.md", "标题: 说明二", "发布日期: 2023-02-05", "栏目: 帮助")
                .entry("content/d.md", "标题: 两处都在", "发布日期: 2024-03-05", "栏目: [帮助, 通知]");
    }

    @Test
    void isInNoFigureAndNoMatrix() {
        site.built();

        assertThat(site.html("years/index.html").select("table.matrix tr").eachText())
                .containsExactly("年度 通知 合计", "2024 2 2", "合计 2 2");
        assertThat(site.html("years/index.html").select(".years li").eachText())
                .containsExactly("2024年 2篇 最近一篇：两处都在 2024年3月5日");
        assertThat(site.html("index.html").select(".site-line").text()).contains("共2篇");
        assertThat(site.titles("index.html")).containsExactly("两处都在", "通知一");
        assertThat(site.titles("years/2024/index.html")).containsExactly("两处都在", "通知一");
        assertThat(site.html("years/2024/index.html").select(".total").text()).isEqualTo("共2篇");
        assertThat(site.files()).doesNotContainKey("years/2023/index.html");
        assertThat(site.page("sitemap.xml")).doesNotContain("years/2023/");
    }

    @Test
    void isInNoRegisterOfAllEntries() {
        site.built();

        assertThat(site.html("registers/filing/index.html").select("td.head").eachText())
                .containsExactly("通知一", "两处都在");
        assertThat(site.html("registers/index.html")
                        .select(".register-list li:contains(归档) .count")
                        .text())
                .isEqualTo("2024年，2条");
    }

    @Test
    void isInNoListOfTagsOrChanges() {
        site.entry("content/e.md", "标题: 通知二", "发布日期: 2024-04-05", "栏目: 通知", "标签: [会议, 防汛]")
                .entry("content/f.md", "标题: 通知三", "发布日期: 2024-04-06", "栏目: 总结", "标签: [会议, 第一季度]")
                .entry("content/h.md", "标题: 通知四", "发布日期: 2024-04-06", "栏目: 通知", "标签: [第一季度, 值班]")
                .entry("content/i.md", "标题: 通知五", "发布日期: 2024-04-06", "栏目: 通知", "标签: 值班")
                .entry("content/g.md", "标题: 说明三", "发布日期: 2024-04-07", "栏目: 帮助", "标签: [会议, 搜索]")
                .built();

        Document tags = site.html("tags/index.html");
        assertThat(tags.select(".tiles li").eachText()).containsExactly("第一季度 2篇", "会议 2篇", "值班 2篇", "防汛 1篇");
        String all = tags.select(".tiles a:contains(会议)").attr("href");
        assertThat(site.titles(all.replace("../", ""))).containsExactly("通知三", "通知二");
        assertThat(site.files().keySet()).anyMatch(address -> address.startsWith("tags/sou-suo-"));

        assertThat(site.html("changes/index.html").select(".change-title").eachText())
                .doesNotContain("说明一", "说明三")
                .contains("通知三", "两处都在");
        assertThat(site.html("changes/index.html").select(".chooser").text()).doesNotContain("帮助");
        assertThat(site.page("changes/feed.xml")).doesNotContain("说明三");
        assertThat(site.html("changes/help/index.html")
                        .select("meta[http-equiv=refresh]")
                        .attr("content"))
                .isEqualTo("0; url=../../changes/index.html");
    }

    @Test
    void hasItsPagesAndLists() {
        site.built();

        assertThat(site.titles("help/index.html")).containsExactly("两处都在", "说明一", "说明二");
        assertThat(site.titles("help/2023/index.html")).containsExactly("说明二");
        assertThat(site.html("help/2024/index.html").select("nav.chooser")).hasSize(1);
        assertThat(site.files()).containsKey("help/2023/c.html");
    }

    @Test
    void showsNeitherYearsNorDatesWhereAllAreTheSame() {
        site.entry("content/c.md", "标题: 说明二", "发布日期: 2024-02-05", "栏目: 帮助")
                .entry("content/d.md", "标题: 两处都在", "发布日期: 2024-02-05", "栏目: [帮助, 通知]")
                .built();

        assertThat(site.html("help/index.html").select(".chooser, .line-date")).isEmpty();
        assertThat(site.html("notices/index.html").select(".line-date").eachText())
                .containsExactly("2024年2月5日", "2024年1月5日");
    }

    @Test
    void mustBeSaidWithYesOrNo() {
        site.file("content/_data/categories.yml", "- {名称: 通知, 标识: notices, 不计入公开: 也许}\n");

        assertThat(site.build().problems())
                .contains("content/_data/categories.yml:1:32: 错误 E115 “不计入公开”不能写“也许”；可以写：是、否");
    }
}
