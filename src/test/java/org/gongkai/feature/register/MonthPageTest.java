package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 本月: what a month of the site's day holds; the pages are of 1 June 2024 unless a build says otherwise. */
class MonthPageTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.published(
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

        assertThat(site.html("month.html").select("h1").text()).isEqualTo("2024年6月安排");
        assertThat(site.html("month.html").select(".total").text()).isEqualTo("截至2024年6月1日");
        assertThat(lines())
                .startsWith("6月3日截止 关于评优的公示 公示中", "6月1日9时 第6次支委会 支委会 会议室")
                .noneMatch(line -> line.contains("五月主题党日"));
        assertThat(site.html("index.html").select(".home-ways a[href=month.html]"))
                .hasSize(1);
    }

    @Test
    void theHomePageShowsThisMonthAndTheNext() {
        site.published(
                        "content/学习.md",
                        "标题: 第一党支部2024年党员学习计划",
                        "文种: 学习计划",
                        "发布日期: 2024-01-11",
                        "学习安排:",
                        "  - {月份: 7月, 内容: 学党章, 地点: 活动室}")
                .published(
                        "content/计划.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-10",
                        "任务项:",
                        "  - {内容: 换表800只, 责任人: 计量员, 时限: 2024-07-30, 状态: 进行中}",
                        "  - {内容: 修订两项制度, 责任人: 组织委员, 时限: 2024-07-31, 状态: 已完成}")
                .built();

        Document home = site.html("index.html");
        assertThat(home.select(".home-ahead h2").text()).isEqualTo("近期事项");
        assertThat(home.select(".home-month").eachText()).containsExactly("2024年6月", "2024年7月");
        assertThat(home.select(".home-month a").eachAttr("href"))
                .containsExactly("month.html", "years/2024/month-07.html");
        assertThat(home.select(".home-days").get(0).select("li").eachText()).startsWith("6月1日9时 第6次支委会");
        assertThat(home.select(".home-days").get(1).select("li").eachText())
                .contains("7月1日至31日 学习：学党章", "7月30日前 换表800只")
                .noneMatch(line -> line.contains("修订两项制度"));
    }

    @Test
    void searchTellsAsHeldOnlyWhatAnEntryRecords() throws IOException {
        site.published(
                        "content/计划.md",
                        "标题: 第一党支部2024年学习计划",
                        "文种: 学习计划",
                        "发布日期: 2024-01-10",
                        "主题党日安排:",
                        "  - {月份: 4月, 时间: 4月28日, 主题: 看展览}",
                        "  - {月份: 7月, 时间: 7月9日, 主题: 查水表}")
                .published(
                        "content/通知.md",
                        "标题: 关于开展6月主题党日的通知",
                        "文种: 通知",
                        "发布日期: 2024-05-30",
                        "时间: 2024-06-14 14:30",
                        "地点: 三楼")
                .built();
        assertThat(answers()).contains("最近一次主题党日：2024年5月17日", "下次主题党日：2024年6月14日14时30分", "下次主题党日：2024年7月9日");

        Files.delete(site.root().resolve("content/党日一.md"));
        site.built();
        assertThat(answers()).contains("下次党日：2024年7月9日").doesNotContain("最近一次主题党日", "最近一次党日");
    }

    @Test
    void saysHowManyMembersThereAreOnlyWhereTheRegisterDoes() throws IOException {
        site.file("content/_data/organisation.yml", "党员人数: 17\n委员会: [{职务: 书记}]\n党小组: [{名称: 外业组, 人数: 9}, {名称: 内业组}]\n")
                .built();
        assertThat(answers()).contains("党员17人，党小组2个：外业组9人、内业组。");

        site.file("content/_data/registers.yml", "- {标识: organisation, 列: [类别, 名称, 担任人]}\n")
                .built();
        assertThat(answers()).contains("书记由谁担任").doesNotContain("17人", "9人");
    }

    private String answers() throws IOException {
        return Files.readString(site.output().resolve("search/p.js"), StandardCharsets.UTF_16LE);
    }

    @Test
    void showsWhatANoticeAnnouncesUntilMinutesTellOfIt() {
        site.published(
                        "content/大会.md",
                        "标题: 关于召开第三季度党员大会的通知",
                        "文种: 通知",
                        "发布日期: 2024-05-30",
                        "时间: 2024-07-04 14:30",
                        "地点: 三楼")
                .published("content/报名.md", "标题: 关于报名的通知", "文种: 通知", "发布日期: 2024-05-30", "时间: 2024年7月9日前")
                .built();

        assertThat(site.html("index.html")
                        .select(".home-days")
                        .get(1)
                        .select("li")
                        .eachText())
                .contains("7月4日14时30分 召开第三季度党员大会")
                .noneMatch(line -> line.contains("报名"));
        assertThat(site.page("registers/meetings/meetings.ics"))
                .contains("SUMMARY:召开第三季度党员大会", "DTSTART:20240704T063000Z", "LOCATION:三楼");
        assertThat(site.html("registers/due/index.html").select(".jobs").text()).contains("7月4日14时30分 召开第三季度党员大会");
        site.built("--as-of", "2024-07-04");
        assertThat(site.page("manifest.json")).contains("\"nextChange\": \"2024-07-05\"");

        site.published(
                        "content/纪要.md",
                        "标题: 第一党支部第三季度党员大会纪要",
                        "文种: 党员大会",
                        "发布日期: 2024-07-05",
                        "会议: {时间: 2024-07-04 14:30, 地点: 三楼会议室, 名称: 第三季度党员大会, 应到: 9, 实到: 9}")
                .built("--as-of", "2024-07-06");

        assertThat(lines()).contains("7月4日14时30分 第三季度党员大会 党员大会 三楼会议室").noneMatch(line -> line.matches(".* 通知( .*)?"));
    }

    @Test
    void isOfTheMonthOfTheSitesDayAndTheSiteChangesWithTheMonth() {
        site.built("--as-of", "2024-06-29");
        assertThat(site.page("manifest.json")).contains("\"nextChange\": \"2024-07-01\"");

        site.built("--as-of", "2024-07-01");
        assertThat(site.html("month.html").select("h1").text()).isEqualTo("2024年7月安排");
        assertThat(site.html("month.html").select(".empty").eachText())
                .containsExactly("本月还没有公开的公示。", "本月还没有公开的会议和主题党日。");
    }

    @Test
    void knowsNothingOfWhatPapersSayOnlyLater() {
        site.published(
                        "content/计划.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-10",
                        "修订日期: 2024-09-30",
                        "任务项:",
                        "  - {内容: 修订两项制度, 责任人: 组织委员, 时限: 2024-06-01, 状态: 已完成（6月20日）}",
                        "  - {内容: 换表800只, 责任人: 计量员, 时限: 2024-06-28, 状态: 已完成}",
                        "  - {内容: 公布水质, 责任人: 化验员, 时限: 每月10日前, 状态: 已完成}")
                .published(
                        "content/公示二.md",
                        "标题: 关于转正的公示",
                        "文种: 公示",
                        "发布日期: 2024-05-29",
                        "公示: {起: 2024-05-29, 止: 2024-06-04, 工作日: 5, 结果: 没有收到意见}",
                        "监督电话: 内线 6022")
                .built("--as-of", "2024-06-03");

        assertThat(lines()).contains("6月1日前 修订两项制度 期限 组织委员", "6月28日前 换表800只 未到期 计量员");
        assertThat(site.html("plans/2024/ji-hua.html").select(".tasks-sum").text())
                .isEqualTo("任务办理情况：共3项");
        assertThat(site.html("years/2024/month-12.html")
                        .select(".lines .line-title")
                        .text())
                .isEqualTo("公布水质（每月10日前）");
        assertThat(site.files()).allSatisfy((address, bytes) -> assertThat(
                        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .doesNotContain("没有收到意见", "6月20日", "已完成（"));

        assertThat(site.built("--as-of", "2024-09-30").page("registers/tasks/index.html"))
                .contains("6月20日");
        assertThat(site.page("registers/notices/index.html")).contains("没有收到意见");
    }

    @Test
    void hasAPageForEachMonthOfAYearWithPlansOrTasks() {
        site.published(
                        "content/计划.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-10",
                        "任务项:",
                        "  - {内容: 换表800只, 责任人: 计量员, 时限: 2024-09-30, 状态: 进行中}",
                        "  - {内容: 修订两项制度, 责任人: 组织委员, 时限: 3月31日, 状态: 已完成（3月20日）}",
                        "  - {内容: 评优, 时限: 4月30日, 状态: 进行中}")
                .published(
                        "content/学习.md",
                        "标题: 第一党支部2024年党员学习计划",
                        "文种: 学习计划",
                        "发布日期: 2024-01-11",
                        "学习安排:",
                        "  - {月份: 9月, 内容: 学党章, 地点: 活动室}",
                        "主题党日安排:",
                        "  - {月份: 5月, 主题: 看泵房}",
                        "  - {月份: 9月, 主题: 查漏点, 地点: 北环路}")
                .built();

        site.published(
                        "content/新学习.md",
                        "标题: 第一党支部2024年学习计划（修订）",
                        "文种: 学习计划",
                        "发布日期: 2024-01-12",
                        "主题党日安排:",
                        "  - {月份: 9月, 主题: 查漏点, 地点: 北环路}")
                .built();

        Document september = site.html("years/2024/month-09.html");
        assertThat(september.select("h1").text()).isEqualTo("2024年9月安排");
        assertThat(september.select(".crumbs li").eachText()).containsExactly("首页", "按年浏览", "2024年", "9月");
        assertThat(september.select(".lines li").eachText())
                .containsExactly("9月1日至30日 查漏点 主题党日计划 北环路", "9月1日至30日 学党章 活动室", "9月30日前 换表800只 未到期 计量员");
        assertThat(september.select(".intro").text()).isEqualTo("这个月的公示、会议、主题党日、学习安排和到期的任务。");
        assertThat(september.select(".pager a").eachAttr("href"))
                .containsExactly("../../years/2024/month-08.html", "../../years/2024/month-10.html");
        assertThat(september.select(".chooser-name, .chooser .current").eachText())
                .containsExactly("2024年", "9月");
        assertThat(site.html("years/2024/month-03.html").select(".lines li").eachText())
                .containsExactly("3月31日前 修订两项制度 组织委员");
        assertThat(site.html("years/2024/month-04.html").select(".lines li").eachText())
                .containsExactly("4月30日前 评优");
        // What was planned and took place is shown once, and was planned all the same.
        assertThat(site.html("years/2024/month-05.html").select(".lines li").eachText())
                .contains("5月17日14时30分 五月主题党日 主题党日 活动室")
                .noneMatch(line -> line.contains("看泵房"));
        assertThat(site.html("years/2024/month-05.html").select(".intro").text())
                .isEqualTo("这个月的公示、会议、主题党日、学习安排和到期的任务。");
        assertThat(site.html("years/2024/month-11.html")
                        .select(".intro, .empty")
                        .eachText())
                .containsExactly("本月还没有公开的公示、会议和主题党日，公布的计划里也没有安排和到期的任务。");
        assertThat(site.html("years/2024/month-11.html").select(".intro + p a"))
                .hasToString("<a href=\"../../years/2024/month-09.html\">2024年9月</a>");
        List<String> pages = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> String.format(Locale.ROOT, "years/2024/month-%02d.html", month))
                .toList();
        assertThat(site.html("years/2024/index.html")
                        .select("nav[aria-label=按月份选] a")
                        .eachAttr("href"))
                .containsExactlyElementsOf(
                        pages.stream().map(page -> "../../" + page).toList());
        assertThat(site.page("sitemap.xml")).contains(pages);
        assertThat(site.page("manifest.json")).contains(pages);
        assertThat(site.files().keySet())
                .filteredOn(page -> page.contains("/month-"))
                .containsExactlyElementsOf(pages);
    }
}
