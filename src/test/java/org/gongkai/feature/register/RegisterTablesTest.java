package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The tables of a register's page: nothing stands in every row that can be said once. */
class RegisterTablesTest extends SiteFixture {

    @Test
    void sumsStandInARowOfTheirOwnAndWhatAllRowsSayBelow() {
        dues("2023年第三季度", "2023-10-10", 100)
                .dues("2023年第四季度", "2023-12-25", 110)
                .site
                .built();

        Document page = site.html("registers/dues/index.html");
        assertThat(page.select("[id=y2023-rows] thead th").eachText())
                .containsExactly("期间", "应交人数", "实交人数", "应交金额（元）", "实交金额（元）", "收缴率");
        assertThat(page.select("[id=y2023-rows] tfoot tr").text()).isEqualTo("已公开合计 210 210 100%");
        assertThat(page.select(".same").text()).isEqualTo("用途均为“按规定上缴”。");
        assertThat(page.select("[id=y2023] dl.totals")).isEmpty();
    }

    @Test
    void aSingleRowIsNotSummedBelow() {
        dues("2024年第一季度", "2024-04-10", 100).site.built();

        Document page = site.html("registers/dues/index.html");
        assertThat(page.select("tfoot, .same")).isEmpty();
        assertThat(page.select("dl.totals div").eachText()).containsExactly("应交金额 100元", "实交金额 100元", "收缴率 100%");
    }

    private String use = "按规定上缴";

    private RegisterTablesTest dues(String quarter, String published, int amount) {
        site.published(
                "content/党费收缴/" + published + ".md",
                "标题: " + quarter + "党费收缴公示",
                "文种: 党费收缴公示",
                "发布日期: " + published,
                "应交人数: 2",
                "实交人数: 2",
                "应交金额: " + amount,
                "实交金额: " + amount,
                "用途: " + use);
        return this;
    }

    @Test
    void eachPaperHasARowOfItsBandsAndNoNumberForWhatItDoesNotState() {
        points("第一党小组", "[{分数段: 95分以上, 人数: 2}, {分数段: 85分至94分, 人数: 5}]")
                .points("第二党小组", "[{分数段: 95分以上, 人数: 3}, {分数段: 60分至69分}]")
                .site
                .built();

        Document page = site.html("registers/points/index.html");
        assertThat(page.select("[id=y2023-rows] thead th").eachText())
                .containsExactlyInAnyOrder("期间", "95分以上", "85分至94分", "60分至69分", "合计");
        assertThat(page.select("[id=y2023-rows] td[data-name=95分以上], [id=y2023-rows] td[data-name=合计]")
                        .eachText())
                .containsExactlyInAnyOrder("2人", "7人", "3人", "未写明");
        assertThat(page.select("[id=y2023-rows] td[data-name=60分至69分]").eachText())
                .containsExactlyInAnyOrder("—", "未写明");
    }

    private RegisterTablesTest points(String group, String bands) {
        site.published(
                "content/公示/" + group + ".md",
                "标题: " + group + "2023年下半年党员积分公示",
                "文种: 党员积分公示",
                "发布日期: 2023-12-29",
                "期间: {起: 2023-07-01, 止: 2023-12-31}",
                "积分: " + bands);
        return this;
    }

    @Test
    void theTasksOfEachPlanHaveATableUnderItsTitle() {
        site.published(
                        "content/工作计划/a.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-10",
                        "任务项: [{内容: 换水表, 责任人: 组长, 时限: 2024-03-31, 状态: 已完成}]")
                .published(
                        "content/工作计划/b.md",
                        "标题: 第一党支部2024年第二季度工作要点",
                        "文种: 工作计划",
                        "发布日期: 2024-03-10",
                        "任务项: [{内容: 查漏, 时限: 2024-06-30, 状态: 进行中}]")
                .built();

        Document page = site.html("registers/tasks/index.html");
        assertThat(page.select("[id=y2024-rows] caption").eachText())
                .containsExactly("第一党支部2024年第二季度工作要点（1条） 2024年3月10日发布", "第一党支部2024年工作计划（1条） 2024年1月10日发布");
        assertThat(page.select("[id=y2024-rows] thead tr").eachText()).containsExactly("内容 时限 状态", "内容 责任人 时限 状态");
        assertThat(page.select("[id=y2024-rows] tbody a")).isEmpty();
    }

    @Test
    void rowsSortedByWhatIsCountedStandUnderAHeadingForEachValue() {
        dues("2024年第一季度", "2024-04-10", 100).dues("2024年第二季度", "2024-05-25", 100);
        site.published("content/通知/a.md", "标题: 关于开会的通知", "文种: 通知", "发布日期: 2024-03-10")
                .built();

        Document page = site.html("registers/filing/index.html");
        assertThat(page.select("tbody tr:first-child th[scope=rowgroup]").eachText())
                .containsExactly("保管期限10年（1条）", "保管期限30年（2条）");
        assertThat(page.select("thead th").eachText()).doesNotContain("保管期限").contains("题名");
        assertThat(page.select("tbody tr:not(.part)")).hasSize(3);
        assertThat(site.html("registers/dues/index.html").select("th[scope=rowgroup]"))
                .isEmpty();
    }

    @Test
    void whereDuesWentStandsBelowTheRecords() {
        dues("2023年第四季度", "2023-12-25", 150);
        use = "看望老党员";
        dues("2024年第一季度", "2024-04-10", 100).site.built();

        assertThat(site.html("registers/dues/index.html").select("[id$=-rows], .chart").stream()
                        .map(part -> part.hasClass("chart") ? "chart" : "rows"))
                .containsExactly("rows", "rows", "chart");
    }

    @Test
    void oneUseOfAllDuesIsASentenceAndWhatIsDueALineBelowTheRecords() {
        dues("2023年第四季度", "2023-12-25", 150)
                .dues("2024年第一季度", "2024-04-10", 100)
                .site
                .built();

        Document page = site.html("registers/dues/index.html");
        assertThat(page.select("table.bars, .register h3")).isEmpty();
        assertThat(page.select(".chart").text()).isEqualTo("2023年至2024年已经公开的各期都交足了，共实交250元，用途均为“按规定上缴”。2024年尚未结束。");
        assertThat(page.select("[id=y2024-rows] thead th").eachText()).doesNotContain("用途");
        String paper = page.select("[id=y2024-rows] a").attr("href").substring(6);
        assertThat(site.html(paper).select(".strip-heads").text()).isEqualTo("各期汇总：党费台账");
        assertThat(page.select("[id=y2024-rows] + .note").text())
                .isEqualTo("尚未到期：党费收缴公示（第二季度），2024年7月30日以前，每季度结束后30日内向党员公布收缴情况。");
    }

    @Test
    void theResultOfA公示LeadsToItsDocumentAndAPromiseIsNone() {
        site.published("content/公示/通报.md", "标题: 关于接收同志的通报", "文种: 通报", "发布日期: 2024-02-20");
        notice("a", "通报.md")
                .notice("b", "期满后汇总意见，向大会报告")
                .notice("c", "期满后没有收到意见")
                .site
                .built();

        Document page = site.html("registers/notices/index.html");
        assertThat(page.select("[data-name=结果]").eachText()).containsExactly("关于接收同志的通报（2月20日）", "期满后没有收到意见", "尚未公布");
        assertThat(page.select("td[data-name=结果] a").eachText()).containsExactly("关于接收同志的通报（2月20日）");
    }

    private RegisterTablesTest notice(String name, String result) {
        site.published(
                "content/公示/" + name + ".md",
                "标题: 关于" + name + "的公示",
                "文种: 公示",
                "发布日期: 2024-02-01",
                "监督电话: 内线 6022",
                "公示: {起: 2024-02-01, 止: 2024-02-07, 结果: " + result + "}");
        return this;
    }

    @Test
    void whatFewRowsSayIsNoColumnAndTheTermStandsAboveTheTable() {
        for (String stage : new String[] {"启动换届", "候选人公示", "选举大会"}) {
            site.published(
                    "content/换届选举/" + stage + ".md", "标题: 关于" + stage, "文种: 换届选举", "阶段: " + stage, "发布日期: 2024-01-10");
        }
        site.published(
                        "content/换届选举/结果.md",
                        "标题: 换届选举结果",
                        "文种: 换届选举",
                        "阶段: 公布结果",
                        "发布日期: 2024-01-20",
                        "应到: 20",
                        "任期: {起: 2024-01-20, 止: 2099-01-19}")
                .built();

        Document page = site.html("registers/elections/index.html");
        assertThat(page.select("[id=y2024-rows] thead th").eachText()).containsExactly("日期", "阶段", "事项");
        assertThat(page.select(".row-facts").eachText()).containsExactly("应到：20，任期开始：2024年1月20日，任期届满：2099年1月19日");
        assertThat(page.select(".intro").text()).containsPattern("本届任期至2099年1月19日，截至2024年6月1日还有\\d+天。");
    }
}
