package org.gongkai.render.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a page says of an entry besides its text. */
class PublicInformationTest extends SiteFixture {

    private static final String PAGE = "articles/2024/a.html";

    private void entry(String... fields) {
        site.file(
                "content/a.md",
                "---\n标题: 关于第一季度工作的决定\n栏目: 文章\n发布日期: 2024-03-20\n" + String.join("\n", fields) + "\n---\n\n甲乙丙。\n");
        site.file("content/_data/categories.yml", "- {名称: 文章, 标识: articles}\n");
    }

    private String information() {
        return site.html(PAGE).select(".facts-info").text();
    }

    private static String[] approved(String... more) {
        String[] fields = {
            "公开范围: 本单位",
            "发布机构: 一支部",
            "责任人: 组织委员",
            "保密审查: 宣传委员 2024-03-18",
            "审核: {审核人: 副书记, 日期: 2024-03-19}",
            "审批: {审批人: 支部书记, 日期: 2024-03-20}"
        };
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void writesAmountsAlikeAndItemsOfTheCatalogueInWords() {
        site.file(
                        "content/a.md",
                        "---\n标题: 一支部2024年第一季度党费收缴公示\n文种: 党费收缴公示\n栏目: 文章\n发布日期: 2024-04-02\n目录项: 12-4\n"
                                + "期间: {起: 2024-01-01, 止: 2024-03-31}\n应交人数: 9\n实交人数: 9\n应交金额: \"5,436.00元\"\n实交金额: 5436.5\n"
                                + String.join("\n", approved()) + "\n---\n\n应交5,436元。\n")
                .file("content/_data/categories.yml", "- {名称: 文章, 标识: articles}\n")
                .built();

        assertThat(site.html(PAGE).select(".facts-key").text()).contains("应交金额 5,436元", "实交金额 5,436.50元");
        assertThat(information()).contains("目录项 第十二条第四项　组织建设和党员管理");
        assertThat(site.html(PAGE).select(".prose").text()).isEqualTo("应交5,436元。");
        Document register = site.html("registers/dues/index.html");
        assertThat(register.select("td[data-name*=金额]").eachText()).containsExactly("5,436", "5,436.50");
        assertThat(register.text()).contains("应交金额 5,436元 实交金额 5,436.50元");
        assertThat(site.page("registers/dues/dues.json")).contains("5436.00");
        assertThat(site.html("registers/catalogue/index.html")
                        .select(".classes tr:has(li)")
                        .eachText())
                .singleElement()
                .asString()
                .startsWith("组织建设和党员管理 1篇 4月2日 ");
    }

    @Test
    void writesTheYearOfADeadline() {
        site.file(
                        "content/a.md",
                        "---\n标题: 一支部2024年第一季度党员积分公示\n文种: 党员积分公示\n栏目: 文章\n发布日期: 2024-04-02\n"
                                + "期间: {起: 2024-01-01, 止: 2024-03-31}\n申诉期: {起: 2024-04-02, 止: 2024-04-09}\n"
                                + String.join("\n", approved()) + "\n---\n\n正文。\n")
                .file("content/_data/categories.yml", "- {名称: 文章, 标识: articles}\n")
                .built();

        assertThat(site.html(PAGE).select("main").text()).contains("2024年1月1日至3月31日", "申诉期 2024年4月2日至2024年4月9日");
    }

    @Test
    void tellsWhoTookWhichStepWhen() {
        entry(approved("文种: 决定"));
        site.built();

        assertThat(site.html(PAGE).select(".facts-steps li").eachText())
                .containsExactly("拟稿：组织委员", "保密审查：宣传委员 2024年3月18日", "审核：副书记 2024年3月19日", "审批：支部书记 2024年3月20日");
    }

    @Test
    void leavesPersonsOutWhereTheSiteSaysSo() {
        entry(approved("文种: 决定"));
        site.file("content/_data/site.yml", "名称: 一支部\n经办人: 不公开\n");
        site.built();

        assertThat(site.html(PAGE).select(".facts-steps li").eachText())
                .containsExactly("保密审查 2024年3月18日", "审核 2024年3月19日", "审批 2024年3月20日");
        assertThat(site.page(PAGE)).doesNotContain("宣传委员", "副书记", "支部书记", "组织委员");
    }

    @Test
    void namesTheKindAsItWasTyped() {
        entry(approved("文种: 决定"));
        site.built();

        assertThat(information()).contains("文种 决定").doesNotContain("决议");
    }

    @Test
    void putsMoneyBeforeOtherFactsAndShowsSixAtMost() {
        entry(approved(
                "文种: 党费收缴公示",
                "期间: {起: 2024-01-01, 止: 2024-03-31}",
                "应交人数: 18",
                "实交人数: 18",
                "应交金额: 5400",
                "实交金额: 5400",
                "上缴日期: 2024-03-19",
                "用途: 留存"));
        site.built();

        assertThat(site.html(PAGE).select(".facts-key").text())
                .isEqualTo("应交金额 5,400元 实交金额 5,400元 收缴率 100% 应交人数 18人 实交人数 18人 期间 2024年1月1日至3月31日 上缴日期 2024年3月19日");
        assertThat(information()).contains("用途 留存");
    }

    @Test
    void callsAMeetingAMeetingAndAnActivityAnActivity() {
        String meeting = "会议: {名称: 走访, 时间: 2024-03-14 14:30, 地点: 三楼, 应到: 18, 实到: 17}";
        entry(approved("文种: 支委会", meeting));
        site.built();
        assertThat(site.html(PAGE).select(".entry-main .facts > div").eachText())
                .containsExactly("会议时间 2024年3月14日14时30分", "会议地点 三楼", "到会 应到18人，实到17人");
        assertThat(information()).contains("会议名称 走访");

        entry(approved("文种: 主题党日", "主题: 走访", meeting));
        site.built();
        assertThat(site.html(PAGE).select(".entry-main .facts > div").eachText())
                .containsExactly("主题 走访", "活动时间 2024年3月14日14时30分", "活动地点 三楼", "参加 应到18人，实到17人");
        assertThat(site.html(PAGE).select(".facts-key").text()).isEmpty();
    }

    @Test
    void listsWhoWasThereInTheOrderOfMinutes() {
        entry(approved(
                "文种: 支委会",
                "会议: {次数: 9, 应到: 5, 实到: 4, 记录人: 组织委员, 缺席: 纪检委员（出差）, 列席: 无, 出席: 委员4名, 主持人: 书记, 地点: 三楼, 时间: 2024-03-14 14:30}",
                "议题: [听取汇报, 研究计划]",
                "决议: 同意"));
        site.built();

        assertThat(site.html(PAGE).select(".entry-main .facts > div").eachText())
                .containsExactly(
                        "会议时间 2024年3月14日14时30分",
                        "会议地点 三楼",
                        "主持人 书记",
                        "记录人 组织委员",
                        "缺席 纪检委员（出差）",
                        "到会 应到5人，实到4人",
                        "议题 听取汇报 研究计划",
                        "决议 同意");
        assertThat(information()).contains("会议次数 第9次").doesNotContain("列席");
    }

    @Test
    void leavesALongValueToTheRestAndWhomItIsSentToToTheText() {
        String purpose = "全部上缴上级党组织，本季度没有支出，下半年的使用计划另行公布";
        entry(approved("文种: 党费收缴公示", "应交金额: 5400", "实交金额: 5400", "用途: " + purpose));
        site.built();

        assertThat(site.html(PAGE).select(".facts-key").text()).doesNotContain(purpose);
        assertThat(information()).contains(purpose);
        entry(approved("文种: 通知", "主送: 甲乙丙", "联系人: 组织委员"));
        assertThat(site.built().html(PAGE).select(".facts-key").text()).isEqualTo("联系人 组织委员");
    }

    @Test
    void dialsANumberOnlyIfThereIsOne() {
        entry(approved(
                "文种: 公示",
                "公示: {起: 2024-03-20, 止: 2099-03-26}",
                "受理部门: 支部纪检委员",
                "监督电话: 0571-8888 1234",
                "监督信箱: jjw@dang.example"));
        site.built();
        assertThat(site.html(PAGE).select(".strip a").eachAttr("href"))
                .containsExactly("tel:057188881234", "mailto:jjw@dang.example");

        entry(approved("文种: 公示", "公示: {起: 2024-03-20, 止: 2099-03-26}", "监督电话: 6021 或者 6022"));
        site.built();
        assertThat(site.html(PAGE).select(".strip").text()).contains("监督电话 6021 或者 6022");
        assertThat(site.html(PAGE).select(".strip a")).isEmpty();
    }
}
