package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

/** From when on something is expected, and which words count. */
class RegisterYearsTest extends SiteFixture {

    @Test
    void anOldPaperThatIsPublishedLaterMakesNothingExpectedBefore() {
        site.published("content/规章制度/a.md", "标题: 值班办法", "文种: 规章制度", "发布日期: 2024-03-20", "成文日期: 2010-01-03")
                .published("content/主题党日/b.md", "标题: 支部开展4月主题党日活动", "文种: 主题党日", "发布日期: 2024-04-20");

        assertThat(register("theme-days"))
                .contains("已逾期  2024-03-31  3月主题党日", "已逾期  2024-05-31  5月主题党日")
                .doesNotContain("2024-02-29", "2024-01-31");
    }

    @Test
    void oneOldPaperMakesNoYearOfDuties() {
        site.published("content/主题党日/2019.md", "标题: 支部开展5月主题党日活动", "文种: 主题党日", "发布日期: 2019-05-20")
                .published("content/主题党日/2022.md", "标题: 支部开展9月主题党日活动", "文种: 主题党日", "发布日期: 2022-09-20")
                .published("content/主题党日/a.md", "标题: 支部开展3月主题党日活动", "文种: 主题党日", "发布日期: 2024-03-20")
                .published("content/主题党日/b.md", "标题: 支部开展4月主题党日活动", "文种: 主题党日", "发布日期: 2024-04-20");

        assertThat(register("theme-days"))
                .contains("2019年，1 行", "2022年，1 行", "已逾期  2024-05-31  5月主题党日")
                .doesNotContain("2020年", "2023年", "2019-06-30", "2022-12-31", "2024-01-31");
    }

    @Test
    void yearsWithRecordsAreYearsOfDutiesEvenIfOneBetweenHasNone() {
        for (String day : List.of("2022-02-20", "2022-05-20", "2022-11-20", "2024-04-20")) {
            site.published("content/主题党日/" + day + ".md", "标题: 支部开展主题党日活动", "文种: 主题党日", "发布日期: " + day);
        }

        assertThat(register("theme-days")).contains("2022-03-31  3月主题党日", "2023-07-31  7月主题党日", "2024-01-31  1月主题党日");
    }

    @Test
    void theBranchItselfMaySaySinceWhenThereAreRecords() {
        site.file("content/_data/organisation.yml", "支部: 第一党支部\n成立: 2024-02-01\n")
                .published("content/主题党日/2023.md", "标题: 支部开展9月主题党日活动", "文种: 主题党日", "发布日期: 2023-09-20")
                .published("content/主题党日/a.md", "标题: 支部开展4月主题党日活动", "文种: 主题党日", "发布日期: 2024-04-20");

        assertThat(register("theme-days"))
                .contains("已逾期  2024-02-29  2月主题党日", "已逾期  2024-03-31  3月主题党日")
                .doesNotContain("2023-10-31", "2024-01-31");
    }

    @Test
    void theWordsOfAnEnumerationAreCountedAndOthersAreShownOnly() {
        site.published(
                "content/工作计划/a.md",
                "标题: 第一党支部2024年工作计划",
                "文种: 工作计划",
                "发布日期: 2024-01-10",
                "任务项: [{内容: 换水表, 状态: 办结}, {内容: 查漏, 状态: 下月再说}]");

        assertThat(register("tasks")).contains("下月再说").contains("合计：已完成 1\n");
    }

    @Test
    void decisionsAreCountedByClassAndByWhatBecameOfThem() {
        decision("a", "三重一大: 重大决策", "执行情况: 已执行").decision("b", "三重一大: 重大决策").decision("c", "执行情况: 办理中");

        assertThat(register("decisions")).contains("合计：进行中 1 · 已完成 1 · 重大事项决策 2 · 重大事项决策·未写明 1 · 重大事项决策·已完成 1\n");
    }

    private RegisterYearsTest decision(String name, String... more) {
        List<String> header = new ArrayList<>(List.of("标题: 关于" + name + "的决议", "文种: 决议", "发布日期: 2024-03-02"));
        header.addAll(List.of(more));
        site.published("content/决议/" + name + ".md", header.toArray(String[]::new));
        return this;
    }

    @Test
    void aShareOfAYearIsThatOfTheSumsOfThoseThatSayBoth() {
        site.published("content/主题党日/a.md", day("2024-03-02", "应到: 10, 实到: 9"))
                .published("content/主题党日/b.md", day("2024-04-02", "应到: 20, 实到: 15"))
                .published("content/主题党日/c.md", day("2024-05-02", "应到: 19"));

        assertThat(register("theme-days")).contains("合计：主题党日 3 · 应到 49 · 实到 24 · 到会率 80.0%\n");
    }

    @Test
    void aReviewBelongsToTheYearThatItIsAboutAlone() {
        site.published(
                "content/民主评议/a.md",
                "标题: 2023年度民主评议党员情况",
                "文种: 民主评议",
                "年度: [2023, 2024]",
                "发布日期: 2024-01-20",
                "参评人数: 12",
                "优秀: 3",
                "合格: 9");

        assertThat(register("reviews")).contains("2023年，1 行").doesNotContain("2024年，1 行");
    }

    @Test
    void whatIsCountedTogetherAreColumnsToo() {
        site.file(
                "content/_data/registers.yml",
                """
                - 标识: decided
                  名称: 决定登记
                  文种: [决议]
                  列: [三重一大, 执行情况]
                  计数: [三重一大+执行情况, 三重一大+执行, 三重一大+]
                """);

        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out())
                .contains("registers.yml:5:19: 错误 E137 “计数”不能写“三重一大+执行”，它不是这本台账的列；您是不是要写“")
                .contains("registers.yml:5:28: 错误 E137 “计数”不能写“三重一大+”，它不是这本台账的列；您是不是要写“")
                .doesNotContain("“三重一大+执行情况”不是");
    }

    @Test
    void nothingIsAddedUpWhereNobodySaysANumber() {
        site.published("content/主题党日/a.md", day("2024-03-02", "主题: 防汛"));

        assertThat(register("theme-days")).contains("合计：主题党日 1\n");
    }

    private static String[] day(String day, String meeting) {
        return new String[] {"标题: 支部开展主题党日活动", "文种: 主题党日", "发布日期: " + day, "会议: {时间: " + day + ", " + meeting + "}"};
    }

    private String register(String name) {
        return SiteFolder.run("register", name, "-s", site.root().toString()).out();
    }
}
