package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is to be done in this month and the next")
class TaskSheetTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.file(
                        "content/_data/organisation.yml",
                        "支部: 第一党支部\n委员会: [{职务: 支部书记}, {职务: 宣传委员}]\n党小组: [{名称: 泵房组, 组长: 甲某}]\n党员人数: 9\n")
                .published(
                        "content/会/4.md",
                        "标题: 2024年4月支委会纪要",
                        "文种: 支委会",
                        "发布日期: 2024-04-08",
                        "会议: {时间: 2024-04-08 15:00, 地点: 会议室, 主持人: 书记, 应到: 2, 实到: 2}")
                .published(
                        "content/会/通知.md",
                        "标题: 关于召开支委会的通知",
                        "文种: [通知, 支委会]",
                        "发布日期: 2024-05-02",
                        "会议: {时间: 2024-05-28 15:00, 地点: 会议室}")
                .published(
                        "content/计划/a.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-12",
                        "任务项:\n- {内容: 修好水表, 责任人: 宣传委员, 时限: 2024-05-20}\n- {内容: 换好阀门, 时限: 2024-06-20}\n"
                                + "- {内容: 清好水池, 责任人: 宣传委员, 时限: 2024-05-10, 状态: 已完成}\n- {内容: 盘点, 时限: 2024-07-20}");
    }

    private List<String> lines() {
        return site.html("registers/due/index.html").select(".jobs li").stream()
                .map(Element::text)
                .toList();
    }

    @Test
    @DisplayName("stands by day, with the posts that rules name, the heads of groups and the persons of plans")
    void byDay() {
        site.built("--as-of", "2024-05-06");

        assertThat(lines())
                .containsExactly(
                        "5月20日前 修好水表 计划或者方案写明的时限 宣传委员",
                        "5月28日15时 关于召开支委会的通知",
                        "5月31日前 5月支委会 《中国共产党支部工作条例（试行）》第十二条：一般每月召开1次 支部书记",
                        "5月31日前 5月泵房组党小组会 《中国共产党支部工作条例（试行）》第十三条：一般每月召开1次 甲某",
                        "6月20日前 换好阀门",
                        "6月30日前 第二季度支部党员大会 支部书记",
                        "6月30日前 6月支委会 支部书记",
                        "6月30日前 6月泵房组党小组会 甲某");
    }

    @Test
    @DisplayName("does not say what is late, unless the site does")
    void late() {
        site.built("--as-of", "2024-05-25");
        assertThat(lines()).noneMatch(line -> line.contains("修好水表"));

        site.file("content/_data/site.yml", "名称: 第一党支部\n公布应办事项: 是\n").built("--as-of", "2024-05-25");
        assertThat(site.html("registers/due/index.html").text()).contains("已逾期9项", "支委会：1月、2月", "5月20日 修好水表");
        assertThat(site.html("years/2024/month-04.html").text()).contains("4月泵房组党小组会 甲某");
    }
}
