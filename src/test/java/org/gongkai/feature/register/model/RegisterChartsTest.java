package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of registers compare on 2024-06-01. */
class RegisterChartsTest extends SiteFixture {

    private static final String VISITS =
            "- {标识: visits, 名称: 走访, 文种: [通知], 年: [发布日期], 列: [标题, 分工, 户数 number, 花费 money], 图: %s}%n";

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "公布应办事项: 是\n");
    }

    @Test
    void attendanceIsNotAddedUpOverKindsAndGroups() {
        site.file(
                "content/_data/organisation.yml",
                "党小组:\n- {名称: 第一党小组, 组长: 甲同志, 人数: 8}\n- {名称: 第二党小组, 组长: 乙同志, 人数: 9}\n");
        meeting("a", "党员大会", "2024-02-08", "应到: 19, 实到: 17")
                .meeting("b", "支委会", "2024-02-20", "应到: 5, 实到: 5")
                .meeting("c", "支委会", "2024-02-27", "应到: 5, 实到: 3")
                .meeting("d", "党小组会", "2024-03-07", "党小组: 第一党小组, 应到: 8, 实到: 7")
                .meeting("e", "党小组会", "2024-03-08", "党小组: 第二党小组, 应到: 9, 实到: 9")
                .meeting("f", "支委会", "2024-03-20", "主题: 学习");

        Element table = table("registers/meetings/index.html", "2024年到会率");

        assertThat(rows(table))
                .containsExactly(
                        "党员大会： 89.5% 17/19          ",
                        "支委会： 100%、60% 5/5、3/5 未提供数据 1次         ",
                        "第一党小组党小组会：  87.5% 7/8         ",
                        "第二党小组党小组会：  100% 9/9         ");
        assertThat(table.select("td.is-low").eachText()).containsExactly("100%、60% 5/5、3/5");
        assertThat(table.select("td.is-medium").eachText()).containsExactly("89.5% 17/19", "87.5% 7/8");
        assertThat(table.select("td.is-high").eachText()).containsExactly("100% 9/9");
        assertThat(table.parent().parent().select(".chart-note").text())
                .isEqualTo("上面是到会率，下面是实到/应到（人）。不足80%的用粗体。空着的没有公开的记录，不等于没有开展。" + "底色：绿色90%以上，黄色80%以上，红色不足80%。");
    }

    @Test
    void manyMeetingsOfAMonthAreCounted() {
        IntStream.rangeClosed(1, 4).forEach(i -> meeting("a" + i, "支委会", "2024-02-0" + i, "应到: 5, 实到: " + (6 - i)));

        assertThat(rows(table("registers/meetings/index.html", "2024年到会率")))
                .containsExactly("支委会： 40%至100% 4次          ");
    }

    @Test
    void readersWhoAreNotToldWhatIsMissingSeeHowOftenEachKindMetUnlessTheyAreToldWhoCame() {
        site.file("content/_data/site.yml", "");
        meeting("a", "[支委会, 党课]", "2023-02-08", "主题: 学习").meeting("b", "[支委会, 党课]", "2024-02-08", "应到: 5, 实到: 4");

        Document page = built("registers/meetings/index.html");

        assertThat(page.select("table.coverage caption").eachText()).containsExactly("2024年到会率", "各月次数");
        assertThat(rows(table(page, "2024年到会率"))).containsExactly("支委会： 80% 4/5          ", "党课： 80% 4/5          ");
        assertThat(rows(table(page, "各月次数"))).containsExactly("支委会： ●          ", "党课： ●          ");
        assertThat(table(page, "各月次数").select("a").eachAttr("aria-label")).containsExactly("2月支委会，1次", "2月党课，1次");
    }

    @Test
    void yearsAreComparedByKinds() {
        meeting("a", "党员大会", "2022-11-08", "主题: 学习")
                .meeting("b", "党员大会", "2023-11-08", "应到: 20, 实到: 18")
                .meeting("c", "党员大会", "2024-02-08", "应到: 20, 实到: 20")
                .meeting("d", "党员大会", "2024-05-08", "应到: 20, 实到: 15")
                .meeting("e", "支委会", "2024-02-20", "应到: 5, 实到: 5");

        Document page = built("registers/meetings/index.html");

        assertThat(rows(table(page, "到会率历年对照"))).containsExactly("党员大会：90% 1次 87.5% 2次", "支委会： 100% 1次");
        assertThat(page.select("caption").eachText()).doesNotContain("2022年到会率");
    }

    @Test
    void aYearWithoutNumbersIsComparedWithNone() {
        meeting("a", "党员大会", "2023-11-08", "主题: 学习").meeting("b", "党员大会", "2024-02-08", "应到: 19, 实到: 17");

        assertThat(built("registers/meetings/index.html").select("h2").eachText())
                .containsExactly("2024年", "2023年");
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
        visits("{形式: 覆盖}").visit("2024-05-20", "甲组", 3);

        assertThat(built("registers/visits/index.html").select(".chart")).isEmpty();
    }

    @Test
    void figuresStandBesideTheirBarsWithTheirUnit() {
        visits("{形式: 柱形, 沿: 月, 值: [户数], 单位: 户}")
                .visit("2024-01-05", "甲组", 4)
                .visit("2024-02-05", "甲组", 1)
                .visit("2024-02-06", "乙组", 2)
                .visit("2024-05-06", "乙组", -1);

        Element chart = chart("registers/visits/index.html", 0);

        assertThat(chart.select("caption").text()).isEqualTo("2024年各月走访");
        assertThat(chart.select("thead th").eachText()).containsExactly("月", "户数");
        assertThat(rows(chart)).containsExactly("1月：4户", "2月：3户", "5月：-1户");
        assertThat(chart.select("svg.bar").eachAttr("width")).containsExactly("100%", "75%");
        assertThat(chart.select(".chart-note").text()).isEqualTo("其余的还没有公开。");
    }

    /** Figures by month as they are typed, and the sentence that stands for bars which would all be alike. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2 2 2 2 2 2 2 2 2 2 2 2 | 户数每月均为2户。
                    5 - - - - - - - - - - - | 1月的户数为5户，其余的还没有公开。
                    5 - 5 - - - - - - - - - | 1月、3月的户数均为5户，其余的还没有公开。
                    5 ? 5 - - - - - - - - - | 1月、3月的户数均为5户，其余未提供数据。
                    95 100 - - - - - - - - - - | 户数1月95户、2月100户，其余的还没有公开。
                    91 90 95 99 100 98 91 90 95 99 100 98 | 户数每月相差不大，为90户至100户。
                    0 0 0 0 0 0 0 0 0 0 0 0 | 户数每月均为0户。
                    """)
    void whatNeedsNoComparisonIsASentence(String months, String sentence) {
        visits("{形式: 柱形, 沿: 月, 值: [户数], 单位: 户}");
        String[] typed = months.split(" ");
        for (int i = 0; i < typed.length; i++) {
            if (!typed[i].equals("-")) {
                visit("2023-%02d-05".formatted(i + 1), "甲组", typed[i].equals("?") ? null : Integer.valueOf(typed[i]));
            }
        }

        Element chart = chart("registers/visits/index.html", 0);

        assertThat(chart.text()).isEqualTo("各月走访：" + sentence);
        assertThat(chart.select("table")).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotNothing() {
        visits("{形式: 柱形, 沿: 月, 值: [户数], 单位: 户}")
                .visit("2024-01-05", "甲组", 4)
                .visit("2024-02-05", "甲组", null)
                .visit("2024-03-05", "甲组", 0);

        assertThat(rows(chart("registers/visits/index.html", 0))).containsExactly("1月：4户", "2月：未提供数据", "3月：0户");
    }

    @Test
    void duesAreComparedByQuartersAndByPurposes() {
        dues("第一", 1000, 900, "按规定上缴").dues("第二", 500, 500, "慰问困难党员").dues("第三", 1000, 900, "按规定上缴");

        Document page = built("registers/dues/index.html");

        assertThat(rows(page.select(".chart:has(.bars)").get(0)))
                .containsExactly("第一季度：1000元 900元", "第二季度：500元 500元", "第三季度：1000元 900元");
        Element purposes = page.select(".chart:has(.bars)").get(1);
        assertThat(purposes.select("caption").text()).isEqualTo("2023年党费，按用途");
        assertThat(rows(purposes)).containsExactly("“按规定上缴”：1800元，占78.3%", "“慰问困难党员”：500元，占21.7%");
        assertThat(purposes.select("svg.bar").eachAttr("width")).containsExactly("78%", "22%");
    }

    @Test
    void whatIsTakenAwayIsNoPartOfAWhole() {
        visits("{形式: 柱形, 沿: 分工, 值: [户数], 单位: 户}").visit("2024-01-05", "甲组", 4).visit("2024-02-05", "乙组", -1);

        Element chart = chart("registers/visits/index.html", 0);

        assertThat(rows(chart)).containsExactly("“甲组”：4户", "“乙组”：-1户");
        assertThat(chart.select("svg.bar").eachAttr("width")).containsExactly("100%");
    }

    @Test
    void equalColumnsAreSaidToBeEqual() {
        dues("第一", 900, 900, "按规定上缴").dues("第二", 500, 500, "按规定上缴");

        Document page = built("registers/dues/index.html");

        assertThat(page.select(".chart:has(.bars) thead th").eachText()).containsExactly("季度", "应交金额");
        assertThat(page.select(".chart-note").eachText()).contains("实交金额与应交金额相同。其余的还没有公开。");
        assertThat(page.select(".chart").text()).doesNotContain("按用途");
    }

    @Test
    void tasksAreCountedByTheMonthInWhichTheyAreDue() {
        site.published(
                "content/计划/a.md",
                "标题: 第一党支部2024年工作计划",
                "文种: 工作计划",
                "发布日期: 2024-01-12",
                "任务项:\n- {内容: 修好水表, 时限: 2024-03-31}\n- {内容: 换好阀门, 时限: 2024-06-20}\n"
                        + "- {内容: 清好水池, 时限: 2024-03-20, 状态: 已完成}");

        Element chart = chart("registers/tasks/index.html", 0);

        assertThat(chart.select("thead th").eachText()).containsExactly("月", "到期事项", "已完成事项");
        assertThat(rows(chart)).containsExactly("3月：2项 1项", "6月：1项 0项");
        assertThat(chart.select(".chart-note").text()).isEqualTo("其余月份没有待办结的事项。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "甲&amp;\"'><b class=x>", "]]>甲", "${1 + 1} <#if x>甲"})
    void wordsAreShownAsTheyAreTyped(String word) {
        visits("{形式: 柱形, 沿: 分工, 值: [户数], 单位: 户}").visit("2024-01-05", word, 4).visit("2024-02-05", "乙组", 1);

        Document page = built("registers/visits/index.html");

        assertThat(page.select(".bars tbody th").eachText()).contains("“" + word + "”");
        assertThat(page.select(".chart script, .chart b, .chart [style]")).isEmpty();
    }

    @Test
    void pagesWithChartsAreValid() throws Exception {
        dues("第一", 1000, 900, "按规定上缴").dues("第二", 500, 500, "慰问困难党员");
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
                    {形式: 柱形, 值: [人数], 单位: 人}    | 值里的“人数”不是这本台账的列
                    {形式: 圆饼}                 | “形式”不能写“圆饼”；可以写：柱形、比率、覆盖、进程
                    [{形式: 覆盖}, 柱形]          | 图没有写值
                    {形式: 柱形, 值: [甲, 乙, 丙, 丁, 戊]} | 一张图画了5列；最多4列，其余的另写一张图
                    {形式: 柱形, 值: [甲]}         | 图没有写单位；请写“单位”，如 单位: 人；金额和百分数不用写
                    {形式: 柱形, 值: [甲, 己], 单位: 户} | 一张图里有几种单位：户、元；不能放在一起比，请分成几张图
                    {形式: 柱形, 沿: 周, 值: [甲], 单位: 户} | 不能沿“周”画图；沿可以写：月、季度、半年、年，或者一列的名称
                    {形式: 柱形, 单位: 户}          | 图没有写值；请写比哪几列，如 值: [应交金额, 实交金额]
                    {形式: 比率, 沿: 己, 值: [丁, 戊]} | 比率不能沿“己”画；沿可以写：月、季度、半年、年
                    {形式: 比率, 值: [甲, 乙]}      | 比率的值不对；应写一个百分数列所除的两列，如到会率的 [应到, 实到]
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
                        "- {名称: 通知, 字段: [{名称: 分工, 键: part, 类型: text}, {名称: 户数, 键: homes, 类型: number}, {名称: 花费, 键: cost, 类型: money}]}\n");
        return this;
    }

    private RegisterChartsTest visit(String day, String part, Integer homes) {
        site.published(
                "content/通知/" + day + ".md",
                Stream.of(
                                "标题: 关于走访的通知" + day,
                                "文种: 通知",
                                "发布日期: " + day,
                                "分工: '" + part.replace("'", "''") + "'",
                                homes == null ? "" : "户数: " + homes)
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

    private RegisterChartsTest dues(String quarter, int due, int paid, String purpose) {
        String day = Map.of("第一", "2023-04-05", "第二", "2023-07-05", "第三", "2023-10-05")
                .get(quarter);
        site.published(
                "content/党费收缴/" + day + ".md",
                "标题: 第一党支部2023年" + quarter + "季度党费收缴公示",
                "文种: 党费收缴公示",
                "发布日期: " + day,
                "应交金额: " + due,
                "实交金额: " + paid,
                "用途: " + purpose);
        return this;
    }

    private Document built(String page) {
        site.built();
        return site.html(page);
    }

    private Element chart(String page, int number) {
        return built(page).select(".chart:not(:has(.coverage))").get(number);
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
