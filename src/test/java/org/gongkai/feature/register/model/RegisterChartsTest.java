package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.HtmlChecker;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of registers compare on 2024-06-01. */
class RegisterChartsTest extends SiteFixture {

    private static final String VISITS =
            "- {标识: visits, 名称: 走访, 文种: [通知], 年: [发布日期], 列: [标题, 范围 text 公开范围, 户数 number, 花费 money], 图: %s}%n";

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "公布应办事项: 是\n");
    }

    @Test
    void readersWhoAreNotToldWhatIsMissingSeeWhenEachKindAndGroupMetAndHowManyCame() {
        site.file("content/_data/site.yml", "")
                .file(
                        "content/_data/organisation.yml",
                        "党小组:\n- {名称: 第一党小组, 组长: 甲同志, 人数: 8}\n- {名称: 第二党小组, 组长: 乙同志, 人数: 9}\n");
        meeting("a", "[支委会, 党课]", "2024-02-08", "应到: 5, 实到: 4")
                .meeting("b", "支委会", "2024-02-20", "应到: 5, 实到: 5")
                .meeting("c", "党小组会", "2024-03-07", "党小组: 第一党小组, 应到: 8, 实到: 5")
                .meeting("d", "支委会", "2024-04-20", "状态: 取消")
                .meeting("e", "支委会", "2024-05-20", "应到: 5, 实到: 3")
                .meeting("f", "支委会", "2024-05-21", "主题: 学习");

        Element table = table("registers/meetings/index.html", "各月到会率");

        assertThat(rows(table))
                .containsExactly("支委会： 2次90%   ●2       ", "第一党小组党小组会：  62.5%         ", "党课： 80%          ");
        assertThat(table.select("td a").eachAttr("aria-label"))
                .containsExactly("2月支委会，2次，到会率90%", "5月支委会，2次", "3月第一党小组党小组会，1次，到会率62.5%", "2月党课，1次，到会率80%");
        assertThat(table.select("td.is-high").eachText()).containsExactly("2次90%");
        assertThat(table.select("td.is-medium").eachText()).containsExactly("80%");
        assertThat(table.select("td.is-low").eachText()).containsExactly("62.5%");
    }

    @Test
    void whatWasHeldIsMissingOrIsNotDueIsSaidInWords() {
        meeting("a", "党员大会", "2023-11-08", "应到: 19").meeting("b", "党员大会", "2024-02-08", "应到: 19");

        Element table =
                built("registers/meetings/index.html").select("table.coverage").get(0);

        assertThat(rows(table)).contains("支部党员大会：● 待 — —", "支委会：缺 缺 缺 缺 缺 待 — — — — — —");
        assertThat(table.select("[aria-label]").eachAttr("aria-label"))
                .contains("第一季度支部党员大会，1条", "第二季度支部党员大会，未到期", "支部党员大会，不要求", "1月支委会，缺");
        assertThat(table.select("td").eachText()).doesNotContain("");
    }

    @Test
    void theOverviewShowsWhatAllRegistersExpectOfTheNewestTwoYears() {
        meeting("a", "党员大会", "2022-11-08", "应到: 19")
                .meeting("b", "主题党日", "2023-12-08", "应到: 19")
                .meeting("d", "主题党日", "2023-12-28", "应到: 19")
                .meeting("c", "党员大会", "2024-02-08", "应到: 19");

        Document page = built("registers/index.html");

        assertThat(page.select(".coverage caption").eachText()).containsExactly("2024年应开展与已开展", "2023年应开展与已开展");
        assertThat(rows(table(page, "2024年应开展与已开展"))).contains("支部党员大会：● 待 — —", "主题党日：缺 缺 缺 缺 缺 待 — — — — — —");
    }

    @Test
    void aRegisterThatExpectsNothingShowsNoCoverage() {
        visits("{形式: 覆盖}").visit("2024-05-20", 3);

        assertThat(built("registers/visits/index.html").select(".chart")).isEmpty();
    }

    @Test
    void figuresStandBesideTheirBarsWithTheirUnit() {
        visits("{形式: 柱形, 沿: 标题, 值: 户数, 单位: 户}")
                .visit("2021-01-05", -1)
                .visit("2022-01-05", 4)
                .visit("2023-02-05", 3);

        Element chart = built("registers/visits/index.html").selectFirst(".chart");

        assertThat(chart.select("caption").text()).isEqualTo("走访，按标题");
        assertThat(chart.select("thead th").eachText()).containsExactly("标题", "户数");
        assertThat(rows(chart))
                .containsExactly("“关于走访的通知2021-01-05”：-1户", "“关于走访的通知2022-01-05”：4户", "“关于走访的通知2023-02-05”：3户");
        assertThat(chart.select("svg.bar").eachAttr("width")).containsExactly("100%", "75%");
        assertThat(chart.select(".chart-note").text()).isEqualTo("2021年至2023年合计。");
    }

    @Test
    void duesSayWhereTheyWent() {
        dues("2021", 900, "按规定上缴").dues("2022", 500, "慰问困难党员").dues("2023", 900, "按规定上缴");

        Element chart = built("registers/dues/index.html").select(".chart").last();

        assertThat(chart.select("caption").text()).isEqualTo("党费用到哪里了");
        assertThat(rows(chart)).containsExactly("“按规定上缴”：1,800元", "“慰问困难党员”：500元");
        assertThat(chart.select(".chart-note").text()).isEqualTo("2021年至2023年合计。其余的年度还没有公开。");
    }

    @Test
    void whatIsNotKnownIsNotNothing() {
        visits("{形式: 柱形, 沿: 范围, 值: 户数, 单位: 户}")
                .visit("2021-01-05", null)
                .visit("2022-01-05", 4)
                .visit("2023-01-05", 0)
                .visit("2024-01-05", 3);

        assertThat(built("registers/visits/index.html").select(".chart").text())
                .isEqualTo("2022年至2024年户数共7户，范围均为“社会”。2024年尚未结束。其余的年度还没有公开。");
    }

    @Test
    void pagesWithChartsAreValid() throws Exception {
        dues("2022", 1000, "按规定上缴").dues("2023", 500, "<b>慰问</b>");
        meeting("a", "党员大会", "2023-11-08", "应到: 20, 实到: 18").meeting("b", "党员大会", "2024-02-08", "应到: 20, 实到: 20");
        site.built();

        for (String page :
                List.of("registers/dues/index.html", "registers/meetings/index.html", "registers/index.html")) {
            assertThat(site.html(page).select("[style]")).isEmpty();
            assertThat(new HtmlChecker().errors(site.page(page).getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {形式: 柱形, 沿: 乙, 值: 人数, 单位: 人}    | 不能画图：“人数”不是这本台账的列；沿和值各写一列，如 沿: 用途, 值: 实交金额；可以写：甲、乙、丙、丁、戊、己、率
                    {形式: 圆饼}                 | “形式”不能写“圆饼”；可以写：柱形、覆盖
                    {形式: 柱形, 沿: 乙, 值: 甲}         | 图没有写单位；请写“单位”，如 单位: 人；金额和百分数不用写
                    {形式: 柱形, 沿: 月, 值: 甲, 单位: 户} | 不能画图：“月”不是这本台账的列；沿和值各写一列
                    [{形式: 覆盖}, 柱形]          | 不能画图：“”不是这本台账的列；沿和值各写一列
                    """)
    void mistakesInChartsAreReported(String chart, String message) {
        site.file(
                "content/_data/registers.yml",
                "- {标识: visits, 名称: 走访, 文种: [通知], 列: [甲 number, 乙 number, 丙 number, 丁 number, 戊 number, 己 money, 率 percentage 丁/戊], 图: "
                        + chart + "}\n");

        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out())
                .contains("错误 E137 " + message)
                .contains("错误 E137 台账的写法不对 1 处");
    }

    private RegisterChartsTest visits(String chart) {
        site.file("content/_data/registers.yml", VISITS.formatted(chart))
                .file(
                        "content/_data/kinds.yml",
                        "- {名称: 通知, 字段: [{名称: 户数, 键: homes, 类型: number}, {名称: 花费, 键: cost, 类型: money}]}\n");
        return this;
    }

    private RegisterChartsTest visit(String day, Integer homes) {
        site.published(
                "content/通知/" + day + ".md",
                Stream.of("标题: 关于走访的通知" + day, "文种: 通知", "发布日期: " + day, homes == null ? "" : "户数: " + homes)
                        .filter(line -> !line.isEmpty())
                        .toArray(String[]::new));
        return this;
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

    private RegisterChartsTest dues(String year, int paid, String use) {
        site.published(
                "content/党费收缴/" + year + ".md",
                "标题: 第一党支部" + year + "年第一季度党费收缴公示",
                "文种: 党费收缴公示",
                "发布日期: " + year + "-04-05",
                "应交金额: " + paid,
                "实交金额: " + paid,
                "用途: '" + use + "'");
        return this;
    }

    private Document built(String page) {
        site.built();
        return site.html(page);
    }

    private Element table(String page, String caption) {
        return table(built(page), caption);
    }

    private static Element table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    /** Each row as its name and its cells. */
    private static List<String> rows(Element table) {
        return table.select("tbody tr").stream()
                .map(row -> row.child(0).text() + "："
                        + String.join(
                                " ",
                                row.select("td").stream().map(Element::text).toList()))
                .toList();
    }
}
