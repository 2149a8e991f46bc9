package org.gongkai.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of registers draw on 2024-06-01. */
class RegisterChartsTest {

    private final SiteFolder site;

    RegisterChartsTest(@TempDir Path folder) {
        site = new SiteFolder(folder).file("content/_data/site.yml", "公布应办事项: 是\n");
    }

    @Test
    void theCoverageOfAllYearsIsDrawnBehindTheirTables() {
        meeting("a", "党员大会", "2023-11-08", "应到: 19, 实到: 18").meeting("b", "党员大会", "2024-02-08", "应到: 19, 实到: 17");

        Element chart = charts("registers/meetings/index.html").get(2);

        assertThat(chart.child(0).text()).isEqualTo("三会一课应开展与已开展");
        assertThat(chart.select("desc").text()).isEqualTo("每年的表列出各期的条目。");
        assertThat(hints(chart))
                .contains(
                        "2024 支部党员大会 1月—3月：已完成",
                        "2024 支部党员大会 4月—6月：未到期",
                        "2024 支部党员大会 7月—9月：不要求",
                        "2024 支委会 1月：缺",
                        "2023 支部党员大会 10月—12月：已完成",
                        "2023 支部党员大会 7月—9月：不要求");
        assertThat(site.html("registers/meetings/index.html")
                        .select("h2.chart-name")
                        .eachText())
                .containsExactly("三会一课应开展与已开展", "三会一课历年对照");
        assertThat(site.html("registers/meetings/index.html").select("table.coverage"))
                .hasSize(2);
    }

    @Test
    void attendanceIsDrawnByMonths() {
        meeting("a", "党员大会", "2024-02-08", "应到: 19, 实到: 17").meeting("b", "支委会", "2024-02-20", "应到: 5, 实到: 4");

        List<Element> charts = charts("registers/meetings/index.html");

        assertThat(charts.get(0).child(0).text()).isEqualTo("2024年三会一课");
        assertThat(hints(charts.get(0))).contains("2月 应到：24", "2月 实到：21");
    }

    @Test
    void nothingIsDrawnOfAYearInWhichNobodySaysANumber() {
        meeting("a", "党员大会", "2024-02-08", "主题: 学习");

        assertThat(charts("registers/meetings/index.html"))
                .extracting(chart -> chart.child(0).text())
                .containsExactly("2024年三会一课应开展与已开展");
    }

    @Test
    void aYearWithoutNumbersIsComparedWithNone() {
        meeting("a", "党员大会", "2023-11-08", "主题: 学习").meeting("b", "党员大会", "2024-02-08", "应到: 19, 实到: 17");

        assertThat(charts("registers/meetings/index.html"))
                .extracting(chart -> chart.child(0).text())
                .containsExactly("2024年三会一课", "三会一课应开展与已开展");
    }

    @Test
    void theOverviewDrawsWhatAllRegistersExpectOfTheNewestTwoYears() {
        meeting("a", "党员大会", "2022-11-08", "应到: 19")
                .meeting("b", "主题党日", "2023-12-08", "应到: 19")
                .meeting("c", "党员大会", "2024-02-08", "应到: 19");

        List<Element> charts = charts("registers/index.html");

        assertThat(charts).extracting(chart -> chart.child(0).text()).containsExactly("2024年应开展与已开展", "2023年应开展与已开展");
        assertThat(hints(charts.get(0))).contains("支部党员大会 1月—3月：已完成", "主题党日 5月：缺", "主题党日 6月：未到期");
    }

    @Test
    void aRegisterThatExpectsNothingDrawsNoCoverage() {
        site.published("content/通知/a.md", "标题: 关于走访的通知", "文种: 通知", "发布日期: 2024-05-20")
                .file(
                        "content/_data/registers.yml",
                        "- {标识: visits, 名称: 走访, 文种: [通知], 列: [标题], 图: {形式: 覆盖}}\n- {标识: catalogue, 停用: 是}\n");

        assertThat(charts("registers/visits/index.html")).isEmpty();
        assertThat(charts("registers/index.html")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {形式: 柱形, 值: [户数]}      | 值里的“户数”不是这本台账的列
                    {形式: 圆饼}                 | 没有“圆饼”这种图；形式可以写：柱形、覆盖、进程
                    [{形式: 覆盖}, 柱形]          | 图应写形式
                    {形式: 柱形, 值: [甲, 乙, 丙, 丁, 戊]} | 一张图画了5列；最多4列，其余的另写一张图
                    """)
    void mistakesInDrawingsAreReported(String chart, String message) {
        site.file(
                "content/_data/registers.yml",
                "- {标识: visits, 名称: 走访, 文种: [通知], 列: [甲 number, 乙 number, 丙 number, 丁 number, 戊 number], 图: " + chart
                        + "}\n");

        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out())
                .contains("错误 E137 " + message)
                .contains("错误 E137 台账的写法不对 1 处");
    }

    private RegisterChartsTest meeting(String name, String kind, String day, String meeting) {
        site.published(
                "content/三会一课/" + name + ".md",
                "标题: " + day + kind + "纪要",
                "文种: " + kind,
                "发布日期: " + day,
                "会议: {时间: " + day + ", 地点: 会议室, " + meeting + "}");
        return this;
    }

    private List<Element> charts(String page) {
        site.build();
        return site.html(page).select("svg.chart");
    }

    private static List<String> hints(Element chart) {
        return chart.select("g > title").eachText();
    }
}
