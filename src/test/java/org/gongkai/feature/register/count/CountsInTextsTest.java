package org.gongkai.feature.register.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.feature.register.count.CountSite.held;

import java.io.IOException;
import java.util.TreeMap;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Counts and sums in the bodies of entries, as readers see them. */
class CountsInTextsTest extends CountFixture {

    @Test
    void becomeTheNumberWithALinkToTheRegister() {
        Element prose = site.text("召开支委会{{计数: 文种=支委会, 年度=2024}}次。").built();
        assertThat(prose.text()).isEqualTo("召开支委会2次。");
        assertThat(prose.selectFirst("a.count").outerHtml())
                .isEqualTo("<a class=\"count\" href=\"../../registers/meetings/index.html#y2024-rows\">2</a>");
        assertThat(site.folder().html("registers/meetings/index.html").select("#y2024-rows"))
                .hasSize(1);
    }

    @Test
    void mayAskForTheWordsOfFieldsAndForOneOfSeveralByAnotherOfTheSameMeaning() {
        site.record("甲", "学习记录", "2024-02-20", "形式: 集中学习", "主讲人: 支部书记")
                .record("乙", "学习记录", "2024-02-21", "形式: 自学", "主讲人: 支部书记")
                .record("丙", "学习记录", "2024-02-22", "形式: 集中学习", "主讲人: 组织委员");

        assertThat(site.shown("{{计数: 文种=学习记录, 形式=集中学习}}、{{计数: 文种=学习记录、党课, 主讲人=支部书记}}、"
                        + "{{计数: 文种=学习记录, 形式=集中学习, 主讲人=支部书记, 年度=2024}}"))
                .isEqualTo("2、2、1");
        site.record("丁", "廉政教育", "2024-02-20", "形式: 警示教育会、警示片", "场次: 2")
                .record("戊", "廉政教育", "2024-02-21", "形式: 观看廉政教育片", "场次: 1")
                .record("己", "廉政教育", "2024-02-22", "形式: 督导（物资仓库）、座谈", "场次: 3");

        assertThat(site.shown("{{计数: 文种=廉政教育, 形式=警示教育片}}、{{计数: 文种=廉政教育, 形式=警示教育会}}、{{计数: 文种=廉政教育, 形式=座谈}}、"
                        + "{{计数: 文种=廉政教育, 形式=督导检查}}、{{合计: 廉政教育.场次, 形式=警示教育片, 年度=2024}}"))
                .isEqualTo("2、1、1、1、3");
    }

    @Test
    void areTheSameInAsciiDoc() {
        site.text("见另一篇。")
                .folder()
                .file(
                        "content/文章/总结.adoc",
                        """
                = 总结
                :发布日期: 2024-03-05

                == 共{{计数: 文种=支委会, 年度=2024}}次

                召开**{{计数: 文种=支委会}}**次，`{{计数: 文种=支委会}}`，\\{{计数: 文种=支委会}}。

                ----
                {{计数: 文种=支委会}}
                ----

                |===
                |支委会 |{{计数：文种＝支部委员会会议，年度＝２０２３}}
                |===
                """)
                .built();
        Element prose = site.folder().html("articles/2024/zong-jie.html").selectFirst(".prose");
        assertThat(prose.text()).isEqualTo("共2次 召开3次，{{计数: 文种=支委会}}，{{计数: 文种=支委会}}。 {{计数: 文种=支委会}} 支委会 1");
        assertThat(prose.select("a.count").eachAttr("href"))
                .containsExactly(
                        "../../registers/meetings/index.html#y2024-rows",
                        "../../registers/meetings/index.html",
                        "../../registers/meetings/index.html#y2023-rows");
    }

    @Test
    void stayAsTypedInCodeAndAfterABackslash() {
        assertThat(site.text("`{{计数: 文种=支委会}}`和\\{{计数: 文种=支委会}}和\\｛｛计数：文种＝支委会｝｝\n\n```\n\\{{计数: 文种=无}}\n```\n"
                                + "\n    {{合计: 无}}\n\n\\\\{{计数: 文种=支委会}}，{{别的}}，{{ 计 }}，<code>{{计数: 无}}</code>")
                        .built()
                        .text()
                        .replaceAll("\\s+", " "))
                .isEqualTo("{{计数: 文种=支委会}}和{{计数: 文种=支委会}}和｛｛计数：文种＝支委会｝｝ \\{{计数: 文种=无}} {{合计: 无}} "
                        + "\\3，{{别的}}，{{ 计 }}，{{计数: 无}}");
    }

    @Test
    void standWhereverTextStands() {
        Element prose = site.text(
                        "## 支委会{{计数: 文种=支委会}}次\n\n- **{{计数: 文种=支委会}}**次{{计数: 文种=支委会}}\n\n"
                                + "| 会 | 次 |\n| --- | --- |\n| 支委会 | {{计数: 文种=支委会}} |\n\n"
                                + "[共{{计数: 文种=支委会}}次](https://dwgk.shili.example/a?b={{x:y}})<b title=\"{{计数: 文种=支委会}}次\">次</b>")
                .built();
        assertThat(prose.selectFirst("h2").outerHtml())
                .isEqualTo(
                        "<h2 id=\"支委会-次\">支委会<a class=\"count\" href=\"../../registers/meetings/index.html\">3</a>次</h2>");
        assertThat(prose.selectFirst("li").html())
                .isEqualTo("<strong><a class=\"count\" href=\"../../registers/meetings/index.html\">3</a></strong>次"
                        + "<a class=\"count\" href=\"../../registers/meetings/index.html\">3</a>");
        assertThat(prose.select("td").eachText()).containsExactly("支委会", "3");
        assertThat(prose.selectFirst("p a").outerHtml())
                .isEqualTo("<a href=\"https://dwgk.shili.example/a?b={{x:y}}\">共3次</a>");
        assertThat(prose.selectFirst("b").attr("title")).isEqualTo("3次");
    }

    @Test
    void countOnlyWhatHappenedUpToTheDayOfTheText() {
        site.record("后来", "支委会", "2024-03-04", held("2024-03-04"))
                .record("未来", "支委会", "2024-03-08", held("2024-03-07"));
        assertThat(site.shown("{{计数: 文种=支委会, 年度=2024}}")).isEqualTo("3");
        assertThat(site.text("{{计数: 文种=支委会, 年度=2024}}", "成文日期: 2024-02-29")
                        .built()
                        .text())
                .isEqualTo("2");
    }

    @Test
    void countOfAYearAPeriodOrAGroup() {
        site.folder().file("content/_data/organisation.yml", "党小组:\n- {名称: 第一党小组}\n- {名称: 第二党小组}\n");
        site.record("甲", "党小组会", "2024-01-20", held("2024-01-20", "第一党小组"))
                .record("乙", "党小组会", "2024-02-20", held("2024-02-20", "第二党小组"));
        site.record("丙", "党小组会", "2023-11-20", held("2023-11-20", "第二党小组"));
        assertThat(
                        site.shown(
                                "{{计数: 文种=党小组会, 党小组=第二党小组}}、{{计数: 文种=党小组会, 党小组=第二党小组, 年度=2024}}、"
                                        + "{{计数: 文种=支委会, 期间=2024年1月}}、{{计数: 文种=支委会, 期间=2023年下半年}}、{{计数: 文种=支委会, 期间=2024年第一季度}}、"
                                        + "{{计数: 文种=支委会, 期间=2023-12-01至2024-01-31}}、{{计数: 文种=支委会、党小组会, 年度=2024}}、{{计数: 文种=党课, 年度=2024}}"))
                .isEqualTo("2、1、1、1、2、2、4、0");
    }

    @Test
    void addUpAmounts() {
        site.record("一季度", "党费收缴公示", "2024-01-12", "期间: {起: 2023-10-01, 止: 2023-12-31}", "实交金额: 1000.50", "应交金额: 1000")
                .record("二季度", "党费收缴公示", "2024-02-12", "期间: {起: 2024-01-01, 止: 2024-01-31}", "实交金额: 1,200.00元")
                .record("三季度", "党费收缴公示", "2024-02-13", "期间: {起: 2024-02-01, 止: 2024-02-10}", "实交金额: 34.5");
        site.record("积分", "党员积分公示", "2024-02-14", "积分: [{分数段: 90分以上, 人数: 6}, {分数段: 80分以上, 人数: 5}]");
        assertThat(site.shown("{{合计: 党费收缴公示.实交金额, 年度=2024}}、{{合计: 党费收缴公示.应交金额}}、{{合计: 党员积分公示.人数, 年度=2024}}、"
                        + "{{合计: 党费收缴公示.应交人数}}"))
                .isEqualTo("1234.50、1000、11、0");
        assertThat(site.built().select("a.count").eachAttr("href"))
                .contains("../../registers/dues/index.html#y2024-rows", "../../registers/points/index.html#y2024-rows");
    }

    @Test
    void leadToTheRegisterOfAllEntriesIfNoOtherHasTheKind() {
        site.record("通知", "通知", "2024-02-14");
        Element prose = site.text("{{计数: 文种=通知, 年度=2024}}、{{计数: 文种=通知}}").built();
        assertThat(prose.html())
                .isEqualTo("<p><a class=\"count\" href=\"../../registers/filing/index.html#y2024-rows\">1</a>、"
                        + "<a class=\"count\" href=\"../../registers/filing/index.html\">1</a></p>");
    }

    @Test
    void appearInSummariesFeedsAndTheSearch() throws IOException {
        site.text("召开支委会{{计数: 文种=支委会, 年度=2024}}次。").built();
        assertThat(site.folder().page("articles/feed.xml")).contains("召开支委会2次。");
        assertThat(UnpackedIndex.legible(site.folder().output()))
                .contains("召开支委会2次。")
                .doesNotContain("计数");
        assertThat(site.folder().files().values()).noneMatch(text -> text.contains("{{"));
        site.text("正文。", "摘要: \"开了{{计数: 文种=支委会}}次\"").built();
        assertThat(site.folder().page("articles/feed.xml")).contains("开了3次");
    }

    @Test
    void discloseNothingToAnotherAudience() {
        site.folder()
                .file("content/_data/site.yml", "公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        site.record("内部", "支委会", "2024-02-20", held("2024-02-20"), "公开范围: 本单位");
        site.text("共{{计数: 文种=支委会, 年度=2024}}次。", "公开范围: 社会").built();
        assertThat(site.folder().html(CountSite.ADDRESS).select(".prose").text())
                .isEqualTo("共2次。");
        assertThat(site.folder().page("../site-dang/" + CountSite.ADDRESS)).contains(">3</a>次。");
    }

    @Test
    void standInIncludedFiles() {
        site.text("见另一篇。")
                .folder()
                .file("content/_共用/数.adoc", "会议{{计数: 文种=支委会}}次，`{{计数: 文种=支委会}}`，\\{{计数: 文种=支委会}}。\n")
                .file("content/文章/总结.adoc", "= 总结\n:发布日期: 2024-03-05\n\n甲\n\ninclude::../_共用/数.adoc[]\n");
        site.built();
        assertThat(site.folder()
                        .html("articles/2024/zong-jie.html")
                        .select(".prose")
                        .text())
                .isEqualTo("甲 会议3次，{{计数: 文种=支委会}}，{{计数: 文种=支委会}}。");
        site.folder().file("content/_共用/数.adoc", "会议{{计数: 文种=无}}次。\n");
        assertThat(site.problems())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("content/文章/总结.adoc:6:10: 错误 E166 没有“无”这个文种");
    }

    // Counts when records change after the text that counts them was published.

    @Test
    void followTheRecordsInALaterBuild() throws IOException {
        site.text("前{{计数: 文种=支委会, 年度=2024}}次。\n\n`{{x: y}}`")
                .folder()
                .file("content/文章/总结.adoc", "= 总结\n:发布日期: 2024-03-05\n\n共{{计数: 文种=支委会, 年度=2024}}次。\n");
        assertThat(site.built().text()).startsWith("前2次。");
        site.record("补", "支委会", "2024-03-01", held("2024-02-28")).record("后", "支委会", "2024-04-01", held("2024-03-28"));
        assertThat(site.built().text()).startsWith("前3次。");
        assertThat(site.folder()
                        .html("articles/2024/zong-jie.html")
                        .select(".prose")
                        .text())
                .isEqualTo("共3次。");
        assertThat(site.folder().page("articles/feed.xml")).contains("前3次。").doesNotContain("前2次。");
        assertThat(UnpackedIndex.legible(site.folder().output())).contains("前3次。", "共3次。");
        TreeMap<String, String> cached = site.folder().files();
        site.folder().built("--no-cache");
        assertThat(site.folder().files()).isEqualTo(cached);
    }

    @Test
    void tellAMistakeOfACachedTextAgain() {
        site.folder().file("content/_data/kinds.yml", "- {名称: 走访, 标识: visits, 栏目: 走访}\n");
        site.text("{{计数: 文种=走访}}").built();
        site.folder().file("content/_data/kinds.yml", "- {名称: 走访慰问, 标识: visits, 栏目: 走访}\n");
        assertThat(site.problems()).hasSize(1).first().asString().contains("5:10: 错误 E166 没有“走访”这个文种");
        assertThat(SiteFolder.run("check", "-s", site.folder().root().toString())
                        .out())
                .contains("5:10: 错误 E166 没有“走访”这个文种");
    }

    @Test
    void areUnknownInFormerVersionsThatHaveNoFigure() {
        GitFolder git = new GitFolder(site.folder().root());
        site.text("共{{计数: 文种=支委会, 年度=2024}}次。", "成文日期: 2024-01-31");
        git.commit("2024-03-05", "王芳", "小结");
        site.text("共计{{计数: 文种=支委会, 年度=2024}}次。", "成文日期: 2024-03-05");
        git.commit("2024-03-06", "王芳", "改日期");
        site.folder().built();
        assertThat(site.folder()
                        .html("articles/2024/xiao-jie/history/1.html")
                        .select(".prose")
                        .text())
                .contains("共（当时的数没有写下）次。");
        assertThat(site.folder()
                        .html("articles/2024/xiao-jie/history/2.html")
                        .select(".prose")
                        .text())
                .contains("〔改为：共计2次。〕");
        assertThat(site.folder().files().values()).noneMatch(text -> text.contains("{{"));
    }

    @Test
    void areFastEvenIfThereAreMany() {
        site.text(
                "共{{计数: 文种=支委会, 年度=2024}}次。".repeat(1000) + "\n\n" + "{{".repeat(50_000) + "\n\n" + "{{计".repeat(20_000)
                        + "\n\n" + "| {{合计: 党费收缴公示.实交金额}} ".repeat(20) + "\n\n" + "- 共{{计数: 文种=支委会}}次\n".repeat(1000));
        assertThat(site.built().select("a.count")).hasSizeGreaterThanOrEqualTo(2000);
    }
}
