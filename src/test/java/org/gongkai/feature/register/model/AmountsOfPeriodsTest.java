package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

/** Dues are amounts of periods: none counts twice, and a part of a period is not the whole. */
class AmountsOfPeriodsTest extends SiteFixture {

    private static final String[] AS_OF = {"--as-of", "2024-11-20"};

    private void dues(String period, String published, int paid) {
        dues("第一党支部2024年" + period + "党费收缴公示", "年度: 2024", published, paid);
    }

    private void dues(String title, String field, String published, int paid) {
        dues(published, title, field, published, paid);
    }

    private void dues(String file, String title, String field, String published, int paid) {
        site.published(
                "content/党费收缴/" + file + ".md",
                "标题: " + title,
                field,
                "文种: 党费收缴公示",
                "发布日期: " + published,
                "应交人数: 19",
                "实交人数: 19",
                "应交金额: " + paid,
                "实交金额: " + paid);
    }

    private void yearOfDues() {
        dues("第二季度", "2024-07-01", 5040);
        dues("第一党支部2024年第二季度党费收缴公示（更正）", "年度: 2024", "2024-07-15", 5000);
        dues("7月", "2024-08-01", 1680);
        dues("第三季度", "2024-10-01", 5040);
        dues("10月", "2024-11-01", 1680);
    }

    private List<String> csv() {
        return site.built(AS_OF).page("registers/dues/dues.csv").lines().skip(1).toList();
    }

    private String shown(String question) {
        site.file("content/文章/小结.md", "---\n标题: 小结\n发布日期: 2024-11-15\n---\n\n" + question + "\n");
        return site.built(AS_OF)
                .html("articles/2024/xiao-jie.html")
                .selectFirst(".prose")
                .text();
    }

    @Test
    void countOnceInTheRegisterItsSumAndTexts() {
        yearOfDues();

        assertThat(csv().stream().map(line -> line.split(",")[5])).containsExactly("5000", "5040", "1680");
        assertThat(site.page("registers/dues/dues.json")).contains("\"实交金额\": 11720");
        assertThat(shown("{{合计: 党费收缴公示.实交金额, 年度=2024}}")).isEqualTo("11720");
        assertThat(shown("{{合计: 党费收缴公示.实交金额, 期间=2024年第二季度}}")).isEqualTo("5000");
    }

    /** Both were published on one day; files of that day come in the order of their names, whatever they say. */
    @Test
    void areCorrectedOnTheSameDay() {
        dues("a", "第一党支部2024年第二季度党费收缴公示（更正）", "年度: 2024", "2024-07-15", 5000);
        dues("z", "第一党支部2024年第二季度党费收缴公示", "年度: 2024", "2024-07-15", 5040);

        assertThat(csv().stream().map(line -> line.split(",")[5])).containsExactly("5000");
        assertThat(shown("{{合计: 党费收缴公示.实交金额, 年度=2024}}")).isEqualTo("5000");
    }

    @Test
    void tellWhichOneCounts() {
        yearOfDues();

        assertThat(site.build(AS_OF).problems())
                .containsExactly("content/党费收缴/2024-08-01.md:2:5: 警告 W249 《第一党支部2024年第三季度党费收缴公示》的期间包含本条的期间，"
                        + "“党费”台账和统计只计那一条；这样不会重复计算；不是正常的一期的，在“收缴类型”里写明：补缴、退还、抵扣、更正");
    }

    @Test
    void comeTogetherIfOneIsASupplement() {
        dues("第三季度", "2024-10-01", 5040);
        dues("第三季度补缴", "2024-10-20", 60);

        assertThat(shown("{{合计: 党费收缴公示.实交金额, 年度=2024}}")).isEqualTo("5100");
        assertThat(shown("{{合计: 党费收缴公示.应交金额, 年度=2024}}")).isEqualTo("5040");
        assertThat(site.build(AS_OF).problems()).noneMatch(line -> line.contains("249"));
    }

    @Test
    void ofTheSamePeriodCannotBeAddedUp() {
        dues("第三季度", "2024-10-01", 5040);
        dues("第三季度", "2024-10-20", 5000);

        assertThat(site.build(AS_OF).problems())
                .containsExactly(
                        "content/党费收缴/2024-10-20.md:2:5: 错误 E249 本条的期间和《第一党支部2024年第三季度党费收缴公示》的期间一样，“党费”的合计算不出来；"
                                + "请核对两条的期间；不是正常的一期的，在“收缴类型”里写明：补缴、退还、抵扣、更正");
    }

    @Test
    void thatOverlapInPartCannotBeAddedUp() {
        dues("第三季度", "2024-10-01", 5040);
        dues("第一党支部2024年党费收缴公示", "期间: {起: 2024-09-01, 止: 2024-10-31}", "2024-11-01", 3360);

        assertThat(site.build(AS_OF).problems())
                .anyMatch(line -> line.startsWith(
                        "content/党费收缴/2024-11-01.md:3:5: 错误 E249 本条的期间和《第一党支部2024年第三季度党费收缴公示》的期间有一部分重叠，“党费”的合计算不出来；"));
    }

    @Test
    void ofAMonthDoNotFulfilAQuarterAndOfThreeMonthsDo() {
        dues("7月", "2024-08-01", 1680);
        dues("8月", "2024-09-01", 1680);
        dues("9月", "2024-10-01", 1680);
        dues("10月", "2024-11-01", 1680);
        String[] later = {"register", "党费", "-s", site.root().toString(), "--as-of", "2025-02-20"};

        String said = SiteFolder.run(later).out();
        assertThat(said).contains("第四季度党费收缴公示").doesNotContain("第三季度党费收缴公示");
    }

    @Test
    void inTablesAreReplacedWhole() {
        talks("上半年", "2024-07-01", 4, 3);
        talks("上半年（更正）", "2024-07-09", 5, 1);

        assertThat(shown("{{合计: 谈心谈话统计.次数, 期间=2024年上半年}}")).isEqualTo("6");
        assertThat(site.page("registers/talks/talks.csv").lines().skip(1).map(line -> line.split(",")[3]))
                .containsExactly("5", "1");
        assertThat(site.build(AS_OF).problems()).isEmpty();
    }

    private void talks(String period, String published, int one, int other) {
        site.published(
                "content/谈心谈话/" + published + ".md",
                "标题: 第一党支部2024年" + period + "谈心谈话情况统计",
                "文种: 谈心谈话统计",
                "发布日期: " + published,
                "期间: {起: 2024-01-01, 止: 2024-06-30}",
                "统计: [{对象: 书记与委员, 次数: " + one + "}, {对象: 委员与党员, 次数: " + other + "}, {对象: 合计, 次数: " + (one + other)
                        + "}]");
    }

    /** The amounts are those that entries state; other registers have no such rows. */
    @Test
    void areThoseOfEntries() {
        site.file(
                        "content/_data/organisation.yml",
                        "支部: 第一党支部\n委员会:\n  - {职务: 书记, 姓名: 林远舟}\n任期: {起: 2023-03-10, 止: 2026-03-09}\n")
                .file(
                        "content/_data/registers.yml",
                        "- {标识: organisation, 年: [任期起], 同一场: [期间]}\n- {标识: catalogue, 同一场: [期间]}\n"
                                + "- {标识: own, 名称: 组, 来源: 组织, 年: [任期起], 列: [名称, 担任人], 同一场: [期间]}\n");
        dues("第三季度", "2024-10-01", 5040);

        assertThat(site.build(AS_OF).problems()).isEmpty();
        assertThat(site.page("registers/own/own.csv")).contains("林远舟");
    }
}
