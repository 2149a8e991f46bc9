package org.gongkai.write.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class DraftRecordsTest extends SiteFixture {

    @BeforeEach
    void aBranchWithSomeRecords() {
        site.file(
                        "content/_data/organisation.yml",
                        "支部: 第一党支部\n委员会: [职务: 书记, {职务: 副书记, 止: 2023-12-31}, {职务: 组织委员, 姓名: 林晓禾}]\n党小组: [名称: 管网组, {名称: 厂区组, 止: 2023-12-31, 并入: 管网组}, {名称: 化验组, 止: 2023-12-31}]\n人员: [姓名: 林晓禾, {姓名: 何一舟, 止: 2023-12-31}]\n")
                .published(
                        "content/会/1.md",
                        "标题: 第1次支委会",
                        "文种: 支委会",
                        "发布日期: 2023-02-10",
                        "会议: {时间: 2023-02-09 15:00, 主持人: 支部书记}")
                .published("content/会/2.md", "标题: 第2次支委会", "文种: 支委会", "发布日期: 2023-09-10", "会议: {时间: 2023-09-09 15:00}")
                .published(
                        "content/会/3.md",
                        "标题: 书记讲党课",
                        "文种: 党课",
                        "发布日期: 2023-05-10",
                        "主讲人: 书记",
                        "会议: {时间: 2023-05-09 15:00}")
                .entry("content/会/4.md", "标题: 第3次支委会", "文种: 支委会", "发布日期: 2023-10-10", "状态: 草稿")
                .published("content/学/1.md", "标题: 3月学习", "文种: 学习记录", "发布日期: 2023-03-10", "学习时间: 2023-03-09")
                .published(
                        "content/计划/2023 年.md",
                        "标题: 第一党支部2023年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2023-01-10",
                        "任务项:",
                        "- {内容: 换*水表*, 责任人: 林晓禾, 时限: 2023-06-30, 状态: 进行中（差20只）}",
                        "- {内容: 修制度, 责任人: 书记, 时限: 2023-03-31, 状态: 已完成}",
                        "- {内容: 走访, 责任人: 书记、副书记、厂区组组长, 时限: 年底前}")
                .published(
                        "content/整改/2022.md",
                        "标题: 2022年整改清单",
                        "文种: 整改清单",
                        "发布日期: 2022-12-20",
                        "整改项:",
                        "- {问题: 记录不全, 责任人: 何一舟、书记、化验组, 完成情况: 未完成}",
                        "- {问题: 迟到, 责任人: 书记, 完成情况: 已完成}");
    }

    /** The whole draft as expected text; it has no mistakes, builds, and its counts are written on approval. */
    @ParameterizedTest
    @CsvSource({
        "工作总结, 第一党支部2023年度工作总结, summary",
        "半年总结, 第一党支部2023年半年总结, half-year",
        "述职报告, 书记2023年度述职报告, duty",
        "述职报告, 第一党支部2023年度述职报告, branch",
        "报告, 关于2023年第三季度工作情况的报告, quarter",
        "报告, 关于整改进展的报告, other",
        "工作计划, 第一党支部2024年工作计划, plan"
    })
    void beginsWithWhatTheRecordsSay(String kind, String title, String expected) throws IOException {
        String text = create(kind, title);

        assertThat(text).isEqualTo(resource(expected + ".md"));
        assertThat(site.build("--drafts").errors()).noneMatch(line -> line.contains("/2024/"));
    }

    /** What fewer people may see is told neither in a list nor in a row. */
    @Test
    void tellsNothingOfPapersOfANarrowerScope() throws IOException {
        site.published("content/工作总结/2022/a.md", "标题: 2022年工作总结", "文种: 工作总结", "发布日期: 2023-01-10")
                .published(
                        "content/计划/2023 年.md",
                        "标题: 第一党支部2023年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2023-01-10",
                        "公开范围: 本单位",
                        "任务项: [{内容: 内部的事}]");

        assertThat(create("工作总结", "第一党支部2023年度工作总结"))
                .contains("工作计划的任务项", "召开支委会{{计数: 文种=支委会, 年度=2023}}次")
                .doesNotContain("内部的事");
    }

    @Test
    void asksForOneOfSeveralPersonsOfAName() throws IOException {
        site.file(
                        "content/_data/organisation.yml",
                        "委员会: [{职务: 书记, 姓名: 林鹭（=外业）}]\n人员: [{姓名: 林鹭, 标识: 外业}, {姓名: 林鹭, 标识: 内业}]\n")
                .published("content/会/5.md", "标题: 讲党课", "文种: 党课", "发布日期: 2023-06-10", "主讲人: 林鹭（=外业）")
                .published("content/会/6.md", "标题: 又讲党课", "文种: 党课", "发布日期: 2023-07-10", "主讲人: 林鹭（=内业）");

        assertThat(create("述职报告", "林鹭2023年述职报告")).contains("讲党课{{计数: 文种=党课, 主讲人=林鹭、书记, 标识=外业, 年度=2023}}次");
    }

    /** What the former holder did under the name of the post is not told of the new one, nor the other way round. */
    @Test
    void tellsOfTheTimeInWhichThePersonHeldThePost() throws IOException {
        site.file(
                "content/_data/organisation.yml",
                """
                委员会: [{职务: 书记, 姓名: 林鹭, 止: 2023-06-30}, {职务: 书记, 姓名: 何一舟, 起: 2023-07-01, 止: 2023-09-30},
                  {职务: 书记, 姓名: 何一舟, 起: 2023-10-01}, {职务: 组织委员, 姓名: 苏禾},
                  {职务: 青年委员, 姓名: 林鹭, 起: 2023-07-01, 止: 2023-09-30}]
                """);

        assertThat(create("述职报告", "书记2023年度述职报告"))
                .contains("述职人: 书记\n", "\n本人2023年7月1日起任书记，下面只写任职期间的情况。\n", "| 走访 |")
                .doesNotContain("讲党课{{", "主持支委会{{", "| 修制度 |");
        assertThat(create("述职报告", "林鹭2023年度述职报告"))
                .contains("本人2023年1月1日至6月30日任书记，", "2023年1月1日至6月30日，主持支委会", "| 修制度 |")
                .contains("讲党课{{计数: 文种=党课, 主讲人=书记, 期间=2023年1月1日至6月30日}}次");
        site.published(
                "content/会/5.md", "标题: 又讲党课", "文种: 党课", "发布日期: 2023-08-10", "主讲人: 青年委员", "会议: {时间: 2023-08-09 15:00}");
        assertThat(create("述职报告", "林鹭2023年述职报告"))
                .containsSubsequence(
                        "本人2023年1月1日至6月30日任书记，",
                        "本人2023年7月1日至9月30日任青年委员，",
                        "讲党课{{计数: 文种=党课, 主讲人=青年委员, 期间=2023年7月1日至9月30日}}次",
                        "| 修制度 |")
                .containsOnlyOnce("办理情况如下");
        assertThat(create("述职报告", "组织委员2023年度述职报告")).doesNotContain("本人任");
    }

    private String create(String kind, String title) throws IOException {
        Ran ran = SiteFolder.run("new", kind, title, "-s", site.root().toString());
        return Files.readString(Path.of(ran.out().strip()));
    }

    private static String resource(String name) throws IOException {
        try (var in = DraftRecordsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
