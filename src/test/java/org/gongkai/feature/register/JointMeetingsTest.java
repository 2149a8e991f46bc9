package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting that several 党小组 held together counts for each of them, and once in the total. */
class JointMeetingsTest extends SiteFixture {

    @BeforeEach
    void twoGroups() {
        site.file("content/_data/organisation.yml", "支部: 甲\n党小组: [{名称: 外业组, 人数: 8}, {名称: 和平组, 人数: 6}]\n")
                .file("content/_data/site.yml", "公布应办事项: 是\n");
    }

    private void met(String name, String day, String more) {
        titled(name, "党小组会（" + name + "）", day, more);
    }

    private void titled(String name, String title, String day, String more) {
        site.published(
                "content/会/" + name + ".md",
                "标题: " + title,
                "文种: 党小组会",
                "发布日期: 2024-05-20",
                "会议: {时间: " + day + " 15:00, 地点: 二楼" + more + "}");
    }

    private List<String> rows() {
        return site.page("registers/meetings/meetings.csv")
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^2024,([^,]*),[^,]*,[^,]*,([^,]*),.*$", "$1 $2"))
                .toList();
    }

    /** The states of what is expected: 是 if it was held. */
    private String expected(String what) {
        String json = site.page("registers/meetings/meetings.json");
        String found = json.substring(json.indexOf("\"what\": \"" + what + "\""));
        return found.substring(0, found.indexOf("}")).contains("\"done\": true") ? "是" : "否";
    }

    @ParameterizedTest
    @ValueSource(strings = {"外业组、和平组", "外业组和和平组", "外业组与和平组", "\"外业组,和平组\"", "[外业组, 和平组]", "外业组（牵头）及和平组", "外业组　和平组"})
    void countsForEachGroup(String typed) {
        met("联合", "2024-05-09", ", 党小组: " + typed);
        met("单独", "2024-05-10", ", 党小组: 和平组");
        met("各记", "2024-05-09", ", 党小组: 和平组");
        site.file(
                "content/小结.md",
                "---\n标题: 小结\n发布日期: 2024-05-31\n---\n"
                        + "共{{计数: 文种=党小组会}}次，外业组{{计数: 文种=党小组会, 党小组=外业组}}次，和平组{{计数: 文种=党小组会, 党小组=和平组}}次。\n");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.html("articles/2024/xiao-jie.html").text()).contains("共2次，外业组1次，和平组2次。");
        assertThat(rows()).containsExactly("2024-05-09 外业组、和平组", "2024-05-10 和平组");
        assertThat(expected("5月外业组党小组会") + expected("5月和平组党小组会")).isEqualTo("是是");
    }

    @Test
    void countsInAsciiDocWithEnglishKeys() {
        site.file(
                "content/会/联合.adoc",
                "---\ntitle: 联合党小组会\nkind: 党小组会\ndate: 2024-05-20\n"
                        + "meeting: {time: 2024-05-09 15:00, place: 二楼, group: 外业组、和平组}\n"
                        + String.join("\n", SiteFolder.PUBLICATION) + "\n---\n\n正文。\n");

        assertThat(site.build().problems()).isEmpty();
        assertThat(expected("5月外业组党小组会") + expected("5月和平组党小组会")).isEqualTo("是是");
    }

    @Test
    void isNamedByItsTitleWhereNoFieldDoes() {
        titled("联合", "外业组、和平组2024年5月联合党小组会", "2024-05-09", "");
        titled("走访", "外业组到和平组走访的党小组会", "2024-05-10", "");

        site.built();

        assertThat(rows()).containsExactly("2024-05-09 外业组、和平组", "2024-05-10 ");
    }

    @Test
    void doesNotCountAsADraftOrForReadersWhoMayNotSeeIt() {
        site.file(
                "content/_data/site.yml",
                "公布应办事项: 是\n受众:\n- {名称: 社会公众, 范围: [社会]}\n- {名称: 本单位, 范围: [社会, 本单位], 目录: inner}\n");
        met("公开", "2024-05-08", ", 党小组: 外业组");
        site.published(
                "content/会/草稿.md",
                "标题: 党小组会",
                "文种: 党小组会",
                "状态: 草稿",
                "发布日期: 2024-05-20",
                "会议: {时间: 2024-05-09 15:00, 地点: 二楼, 党小组: 外业组、和平组}");
        site.published(
                "content/会/内部.md",
                "标题: 内部党小组会",
                "文种: 党小组会",
                "公开范围: 本单位",
                "发布日期: 2024-05-20",
                "会议: {时间: 2024-05-10 15:00, 地点: 二楼, 党小组: 外业组、和平组}");

        site.built();

        assertThat(expected("5月和平组党小组会")).isEqualTo("否");
        assertThat(site.page("../site-inner/registers/meetings/meetings.csv")).contains("外业组、和平组");
    }

    @Test
    void tellsOfTheGroupThatDoesNotExist() {
        met("联合", "2024-05-09", ", 党小组: 外业组、和气组, 应到: 99");

        assertThat(site.build().problems())
                .containsExactly("content/会/联合.md:5:45: 警告 W129 没有“和气组”这个党小组；您是不是要写“和平组”；"
                        + "content/_data/organisation.yml 里的党小组有：外业组、和平组");
    }

    @Test
    void mayHaveTheMembersOfAllItsGroups() {
        met("对", "2024-05-09", ", 党小组: 外业组、和平组, 应到: 14");
        met("错", "2024-05-10", ", 党小组: 外业组、和平组, 应到: 15");

        assertThat(site.build().problems())
                .containsExactly("content/会/错.md:5:54: 警告 W287 应到15人，外业组、和平组一共14名党员；"
                        + "请核对；党小组人数变了的，改 content/_data/organisation.yml");
    }

    @Test
    void hasTheNumberOfOneOfItsGroups() {
        met("一", "2024-03-02", ", 党小组: 外业组, 次数: 1");
        met("二", "2024-03-09", ", 党小组: 外业组、和平组, 次数: 2");
        met("三", "2024-04-09", ", 党小组: 外业组, 次数: 3");
        met("四", "2024-04-10", ", 党小组: 和平组, 次数: 1");
        met("五", "2024-05-10", ", 党小组: 和平组, 次数: 2");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.page("registers/meetings/meetings.json")).doesNotContain("党小组会第");
    }

    // A bulletin with two numbers is both issues.

    @BeforeEach
    void branch() {
        site.file("content/_data/site.yml", "公布应办事项: 是\n");
    }

    private void issue(String name, String title, String... more) {
        String[] header = new String[more.length + 4];
        System.arraycopy(new String[] {"标题: " + title, "文种: 简报", "发布日期: 2024-03-05", "编发单位: 甲"}, 0, header, 0, 4);
        System.arraycopy(more, 0, header, 4, more.length);
        site.published("content/简报/" + name + ".md", header);
    }

    @Test
    void leavesNoGapAndIsNoDuplicate() {
        issue("d", "学习简报第10期", "期数: 10");
        issue("c", "学习简报第5至9期合刊", "期数: 5-9");
        issue("b", "学习简报第3、4期合刊", "期数: 3、4");
        issue("a", "学习简报第2期", "期数: 2");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.page("registers/bulletins/bulletins.json")).doesNotContain("甲第");
        assertThat(site.page("registers/bulletins/bulletins.csv").lines().skip(1))
                .extracting(line -> line.split(",")[2])
                .containsExactly("2", "3、4", "5、6、7、8、9", "10");
        assertThat(site.html("bulletins/2024/b.html").text()).contains("期数 3、4");
    }

    @Test
    void isToldWhereOneOfItsNumbersIsThereTwiceOrSkipped() {
        issue("a", "学习简报第2期", "期数: 2");
        issue("b", "学习简报第4、5期合刊", "期数: 4-5");
        issue("c", "学习简报第5期", "期数: 5");

        assertThat(site.build().problems())
                .containsExactly("content/简报/c.md:6:5: 警告 W248 甲第5期写了两次：本条和《学习简报第4、5期合刊》（content/简报/b.md）；"
                        + "请核对是哪一条写错了；是同一次的，两条的日期要写得一样");
        assertThat(site.page("registers/bulletins/bulletins.json")).contains("\"what\": \"甲第3期\"");
    }

    @Test
    void isReadInTheTitleWhereNoFieldSaysIt() {
        issue("a", "学习简报第2期", "期数: 2");
        issue("b", "学习简报第3-4期");
        issue("c", "学习简报第5期", "期数: 第五期");

        assertThat(site.build().problems())
                .filteredOn(line -> !line.contains("W126"))
                .isEmpty();
        assertThat(site.page("registers/bulletins/bulletins.json")).doesNotContain("甲第");
    }

    @Test
    void otherTextsAreNoNumbers() {
        issue("a", "学习简报第3期", "期数: 春季号");
        issue("b", "学习简报第3、4期合刊", "期数: 5-6");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/简报/a.md:6:5: 错误 E106 字段“期数”的值“春季号”不合要求；请写第几期，如 3；合刊写成 3、4 或 3-4",
                        "content/简报/b.md:6:5: 警告 W172 期数是5-6，标题里写的是第3期；请核对标题和期数，改正写错的那一个");
    }
}
