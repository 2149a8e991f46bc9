package org.gongkai.check.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kinds and the catalogue say of entries, as a build tells it. */
class KindRulesTest extends SiteFixture {

    @Test
    void titlesOfTheStagesOfAnElectionAreLikeThoseOfItsKind() {
        site.published("content/b.md", "标题: 关于启动支部补选的通知", "发布日期: 2024-01-02", "文种: 换届选举");
        site.published(
                "content/a.md",
                "标题: 关于第一党支部委员候选人预备人选的公示",
                "发布日期: 2024-01-02",
                "文种: 换届选举",
                "阶段: 候选人公示",
                "大会日期: 2024-01-20");

        assertThat(site.build().problems())
                .filteredOn(line -> line.contains("W124"))
                .isEmpty();
    }

    @Test
    void aTitleThatIsNotLikeThoseOfItsKindIsTold() {
        site.published("content/a.md", "标题: 值班安排", "发布日期: 2024-01-02", "文种: 通知");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:2:5: 警告 W124 标题“值班安排”不像文种“通知”的标题；一般写成“关于……通知”，如“关于固定每月集中学习时间的通知”");
    }

    @Test
    void aTitleNeedsToBeLikeThoseOfOneKindOnly() {
        site.published("content/a.md", "标题: 七一党员大会", "发布日期: 2024-01-02", "文种: [党员大会, 党课]", "主讲人: 书记", "会议: {主持人: 书记}");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void aTitleOfWhatIsReportedEndsInNoOtherKind() {
        site.published("content/a.md", "标题: 活动室改造验收情况", "发布日期: 2024-01-02", "文种: 通报")
                .published("content/b.md", "标题: 关于验收活动室的通知（试行）", "发布日期: 2024-01-02", "文种: 通报");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/b.md:2:5: 警告 W124 标题“关于验收活动室的通知（试行）”不像文种“通报”的标题；一般写成“通报”，如“关于2024年优秀共产党员推荐情况的通报”");
    }

    @Test
    void titlesOfReportsOnActivitiesVary() {
        site.published("content/a.md", "标题: 听三遍再说", "发布日期: 2024-01-02", "文种: 心得体会", "作者: 管网组一名党员")
                .published("content/b.md", "标题: 看得见的漏水", "发布日期: 2024-01-02", "文种: 主题党日", "会议: {主题: 节水}")
                .published("content/c.md", "标题: 二〇二四年工作总结", "发布日期: 2024-01-02", "文种: 工作总结");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void aDraftMayHaveAnyTitle() {
        site.entry("content/a.md", "标题: 再想想", "发布日期: 2024-01-02", "文种: 党课", "状态: 草稿")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void whatAnEntryOfItsKindShouldSayIsTold() {
        site.published("content/a.md", "标题: 清明党课", "发布日期: 2024-01-02", "文种: 党课");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 警告 W126 文种“党课”一般要写“主讲人”；请在文件头里写上“主讲人: ……”");
    }

    @Test
    void kindsThatSayOppositeThingsDoNotGoTogether() {
        site.published("content/a.md", "标题: 关于印发党费管理办法的通知", "发布日期: 2024-01-02", "文种: [通知, 规章制度]", "施行日期: 2024-01-02");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:4:5: 错误 E124 文种“通知”和“规章制度”不能写在同一条里；" + "制度长期有效并有自己的施行日期，通知只是印发它的文件，应分成两条互相链接");
    }

    @ParameterizedTest
    @ValueSource(strings = {"工作总结, 工作计划", "党员大会, 党课, 主题党日", "组织生活会, 民主评议"})
    void kindsOfOneSittingGoTogether(String kinds) {
        site.published("content/a.md", "标题: 2024年工作总结、党课、组织生活会", "发布日期: 2024-01-02", "文种: [" + kinds + "]");

        assertThat(site.build().problems()).noneMatch(line -> line.contains("E124"));
    }

    @Test
    void anItemThatTheCatalogueDoesNotHoldIsTold() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "目录项: 12-9")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "目录项: 第四类公开事项");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:4:6: 错误 E132 公开目录里没有“12-9”这一项；您是不是要写“12-1”；本单位另有目录的，写进"
                                + " content/_data/catalogue.yml",
                        "content/b.md:4:6: 错误 E132 公开目录里没有“第四类公开事项”这一项；可以写：12-1 决策部署落实、12-2 目标任务落实、"
                                + "12-3 思想教育和组织生活、12-4 组织建设和党员管理、12-5 作风和联系服务群众、12-6 管党治党和廉政建设、12-7 其他党务；"
                                + "本单位另有目录的，写进 content/_data/catalogue.yml");
    }

    @Test
    void aGroupThatTheBranchDoesNotHaveIsTold() {
        site.file("content/_data/organisation.yml", "党小组: [厂区组, 管网组]\n")
                .published(
                        "content/a.md", "标题: 厂区党小组会纪要", "发布日期: 2024-01-02", "文种: 党小组会", "会议: {党小组: 厂区, 应到: 5, 实到: 5}")
                .published("content/b.md", "标题: 联合党小组会纪要", "发布日期: 2024-01-02", "文种: 党小组会", "会议: {group: 管网组、第三组}");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:5:11: 警告 W129 没有“厂区”这个党小组；您是不是要写“厂区组”；content/_data/organisation.yml"
                                + " 里的党小组有：厂区组、管网组",
                        "content/b.md:5:17: 警告 W129 没有“第三组”这个党小组；content/_data/organisation.yml 里的党小组有：厂区组、管网组");
    }

    @Test
    void aBranchThatListsNoGroupsMayNameAny() {
        site.file("content/_data/organisation.yml", "支部: 第一党支部\n")
                .published("content/a.md", "标题: 厂区党小组会纪要", "发布日期: 2024-01-02", "文种: 党小组会", "会议: {党小组: 厂区}");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void aSitesOwnCatalogueCounts() {
        site.file("content/_data/catalogue.yml", "- {编号: A-01, 事项: 党费收缴}\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "目录项: A-O1");

        assertThat(site.build().problems()).containsExactly("content/a.md:4:6: 错误 E132 公开目录里没有“A-O1”这一项；您是不是要写“A-01”");
    }

    @Test
    void pagesShowTheNumberAndTheNameOfTheItem() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "目录项: 12-4").built();

        assertThat(site.html("articles/2024/a.html").text()).contains("目录项 第十二条第四项　组织建设和党员管理");
    }

    @Test
    void pagesShowColumnsAndUnitsInChinese() {
        site.published(
                        "content/a.md",
                        "标题: 2024年工作总结和2025年工作计划",
                        "发布日期: 2024-01-02",
                        "文种: [工作总结, 工作计划]",
                        "completion: 98.5",
                        "tasks: [{no: 1, task: 换表}]")
                .built();

        assertThat(site.html("summaries/2024/a.html").text())
                .contains("完成率 98.5%")
                .contains("序号 内容 1 换表");
    }

    @ParameterizedTest
    @CsvSource({"现行, good", "现行有效, good", "试行（至2026年底）, good", "已修改, warn", "废止, gone", "已废止, gone", "试点中, warn"})
    void theStateOfARuleIsThatOfTheWordThatItMeans(String typed, String state) {
        site.published("content/a.md", "标题: 值班办法", "发布日期: 2024-01-02", "文种: 规章制度", "施行日期: 2024-01-02", "有效性: " + typed)
                .built();

        assertThat(site.page("rules/2024/a.html")).contains("chip chip-" + state + "\">" + typed);
    }

    @Test
    void aKindOfTheSitesOwnIsBuilt() {
        site.file("content/_data/kinds.yml", "- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: person}]}\n")
                .entry("content/a.md", "标题: 春节慰问", "发布日期: 2024-01-02", "文种: 慰问", "对象: 老党员")
                .built();

        assertThat(site.html("visits/2024/a.html").text()).contains("对象 老党员");
    }

    @Test
    void aMistakeInADataFileStopsTheBuild() {
        site.file("content/_data/kinds.yml", "- {名称: 慰问}\n")
                .file("content/_data/organisation.yml", "党员人数: 多\n")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/kinds.yml:1:3: 错误 E126 没有写“标识”；每一项写：- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键:"
                                + " whom, 类型: text}]}",
                        "content/_data/organisation.yml:1:7: 错误 E133 “人数”不能写“多”；可以写：0 到 99999 的数字");
    }

    @BeforeEach
    void aPlan() {
        site.published(
                "content/工作计划/计划.md",
                "标题: 第一党支部2023年工作计划",
                "文种: 工作计划",
                "发布日期: 2023-01-10",
                "任务项: [{内容: 修订两项制度，试行一项办法}, {内容: 支部委员会换届}, {内容: 编一本案例集}]");
    }

    private List<String> problems(String title, String body) {
        return problems(title, "../工作计划/计划.md", body);
    }

    private List<String> problems(String title, String plan, String body) {
        String[] header = {"标题: " + title, "文种: 工作总结", "发布日期: 2024-01-10", "年度: 2023", "对应计划: " + plan};
        String[] all = Stream.concat(Stream.of(header), Stream.of(SiteFolder.PUBLICATION))
                .toArray(String[]::new);
        return site.file("content/工作总结/总结.md", "---\n" + String.join("\n", all) + "\n---\n\n" + body + "\n")
                .build()
                .problems();
    }

    /** What is not mentioned may have been told in other words, in a table or not at all: that is nobody's mistake. */
    @Test
    void whichASummaryDoesNotMentionAreNotTold() {
        assertThat(problems("第一党支部2023年工作总结", "年初的三件事办成两件：重写了请假制度，9月换届。")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../计划.md", "\"a\\0b.md\"", "\"a:*?.md\""})
    void ofAPlanThatIsNotThereAreNotTold(String plan) {
        assertThat(problems("第一党支部2023年工作总结", plan, "修订了制度。"))
                .anyMatch(line -> line.startsWith("content/工作总结/总结.md:6:"));
    }
}
