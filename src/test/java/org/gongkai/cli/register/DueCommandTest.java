package org.gongkai.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueCommandTest extends SiteFixture {

    @BeforeEach
    void aBranchThatMeets() {
        site.file(
                        "content/_data/organisation.yml",
                        "支部: 第一党支部\n委员会:\n  - {职务: 书记}\n任期: {起: 2021-05-01, 止: 2024-04-30}\n")
                .published(
                        "content/支委会/a.md",
                        "标题: 2024年第1次支部委员会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-01-12",
                        "会议: {时间: 2024-01-10}")
                .published(
                        "content/支委会/b.md",
                        "标题: 2024年第3次支部委员会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-03-12",
                        "会议: {时间: 2024-03-10}");
    }

    private Ran due(String... args) {
        return SiteFolder.run("due", "-s", site.root(), args);
    }

    @Test
    void putsWhatIsLateBeforeWhatIsDueWithinAMonth() {
        assertThat(due("--as-of", "2024-03-20").out())
                .isEqualTo(
                        """
                        状态    期限        事项                          台账
                        已逾期  2024-02-29  2月支委会                     三会一课
                        已逾期  2024-03-10  支委会第2次                   三会一课
                        将到期  2024-03-31  第一季度支部党员大会          三会一课
                        将到期  2024-04-30  支部委员会任期届满，应当换届
                        """);
    }

    @Test
    void aMonthThatARuleAndAPlanExpectIsDueOnceForBothReasons() {
        site.published(
                        "content/学习教育/p.md",
                        "标题: 2024年党员学习计划",
                        "文种: 学习计划",
                        "发布日期: 2024-01-12",
                        "主题党日安排: [{月份: 1月, 主题: 保温}, {月份: 2月, 主题: 巡查}]")
                .published(
                        "content/主题党日/a.md",
                        "标题: 支部开展1月主题党日活动",
                        "文种: 主题党日",
                        "发布日期: 2024-01-26",
                        "会议: {时间: 2024-01-24}");

        assertThat(due("--as-of", "2024-03-20").out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains("已逾期 2024-02-29 2月主题党日：巡查 主题党日", "将到期 2024-03-31 3月主题党日 主题党日")
                .filteredOn(line -> line.contains("主题党日"))
                .hasSize(2);
        assertThat(due("--as-of", "2024-03-20", "--format", "json").out())
                .contains("《中国共产党支部工作条例（试行）》：每月相对固定1天开展主题党日；年度计划里的“主题党日安排”");
    }

    @Test
    void saysSoIfNothingIsDue() {
        site.file("content/_data/organisation.yml", "支部: 第一党支部\n");

        assertThat(due("--as-of", "2024-01-20")).isEqualTo(new Ran(0, "没有逾期和一个月内到期的事项。\n", ""));
    }

    @Test
    void isReadByPrograms() {
        assertThat(due("--as-of", "2024-03-20", "--format", "json").out())
                .contains("{\"what\":\"2月支委会\",\"due\":\"2024-02-29\",\"overdue\":true,\"register\":\"meetings\",");
    }

    @Test
    void anEntryOfAnotherAudienceIsNoEvidence() {
        site.file("content/_data/site.yml", "公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 本单位], 目录: b}\n")
                .published(
                        "content/支委会/c.md",
                        "标题: 2024年第2次支部委员会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-02-12",
                        "公开范围: 本单位",
                        "会议: {时间: 2024-02-10}");

        assertThat(due("--as-of", "2024-03-20", "--audience", "群众").out()).contains("2月支委会");
        assertThat(due("--as-of", "2024-03-20", "--audience", "本单位").out()).doesNotContain("2月支委会");
    }

    @Test
    void aColumnIsLateByTheTimeThatItSays() {
        site.file(
                        "content/_data/categories.yml",
                        "- {名称: 换届, 标识: elections, 更新周期: 3年}\n- {名称: 制度, 标识: rules, 更新周期: 不定}\n"
                                + "- {名称: 简讯, 标识: news, 更新周期: 6个月}\n- {名称: 学习, 标识: study}\n- {名称: 三会一课, 标识: meetings}\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2021-03-02", "栏目: 换届")
                .entry("content/b.md", "标题: 乙", "发布日期: 2011-02-02", "栏目: 制度")
                .entry("content/c.md", "标题: 丙", "发布日期: 2023-08-02", "栏目: 简讯")
                .entry("content/d.md", "标题: 丁", "发布日期: 2023-02-02", "栏目: 学习");

        assertThat(due("--as-of", "2024-02-04").out().lines().filter(line -> line.contains("栏目")))
                .containsExactly("已逾期  2024-02-03  栏目“简讯”已有6个月没有新内容", "已逾期  2024-02-03  栏目“学习”已有一年没有新内容");
    }

    @Test
    void aTimeThatCannotBeReadIsTold() {
        site.file("content/_data/categories.yml", "- {名称: 换届, 标识: elections, 更新周期: 常年}\n- {名称: 三会一课, 标识: meetings}\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-02-02", "栏目: 换届");

        assertThat(site.build().problems())
                .containsExactly("content/_data/categories.yml:1:33: 错误 E115 “更新周期”不能写“常年”；"
                        + "可以写：3年、6个月 这样的期限，多久没有新内容算逾期；没有定期要求的写 不定");
    }

    @Test
    void theResultOfANoticeIsDueOnce() {
        site.published(
                "content/公示/fz.md",
                "标题: 关于拟接收一名同志为中共预备党员的公示",
                "文种: 发展党员公示",
                "阶段: 接收预备党员",
                "受理部门: 纪检委员",
                "发布日期: 2024-01-15",
                "公示: {起: 2024-01-15, 止: 2024-01-19}");

        assertThat(due("--as-of", "2024-03-20").out().lines().filter(line -> line.contains("预备党员")))
                .hasSize(1);
    }
}
