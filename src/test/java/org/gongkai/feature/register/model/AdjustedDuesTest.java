package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.Case;
import org.gongkai.testing.SiteFixture;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Arrears, refunds, offsets and corrections belong to the quarter that they name. The first quarter of 2024 was paid; of the
 * second 16 of 18 members had paid 3,456 of 3,888 yuan when it was published.
 */
class AdjustedDuesTest extends SiteFixture {

    private static final String AS_OF = "2025-03-01";

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "公布应办事项: 是\n");
        notice("第一季度", "2024-04-08", 18, 3888, 3888);
    }

    private void notice(String quarter, String published, int persons, int due, int paid, String... more) {
        List<String> header = new ArrayList<>(List.of(
                "标题: 第一党支部2024年" + quarter + "党费收缴公示",
                "文种: 党费收缴公示",
                "发布日期: " + published,
                "应交人数: 18",
                "实交人数: " + persons,
                "应交金额: " + due,
                "实交金额: " + paid));
        header.addAll(List.of(more));
        site.published("content/党费收缴/" + published + ".md", header.toArray(String[]::new));
    }

    private void secondQuarter(String... more) {
        notice("第二季度", "2024-07-08", 16, 3888, 3456, more);
    }

    private void entry(String published, String... header) {
        List<String> lines = new ArrayList<>(List.of(header));
        if (lines.stream().noneMatch(line -> line.startsWith("标题:"))) {
            lines.add(0, "标题: 第一党支部2024年第二季度党费收缴公示");
        }
        lines.add("文种: 党费收缴公示");
        lines.add("发布日期: " + published);
        site.published("content/党费收缴/" + published + ".md", lines.toArray(String[]::new));
    }

    /** The rows of the second quarter of all years, without their entries. */
    private List<String> rows() {
        return site.built("--as-of", AS_OF)
                .page("registers/dues/dues.csv")
                .lines()
                .filter(line -> !line.contains("第一季度") && !line.contains("年度"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    private List<String> problems() {
        return site.build("--as-of", AS_OF).problems().stream()
                .map(line -> line.replaceFirst("^content/党费收缴/", ""))
                .toList();
    }

    private static List<Case> cases() {
        return Case.of(AdjustedDuesTest.class, "adjusted-dues.txt").toList();
    }

    /** Each line that follows the header is a row of the register, or a problem that is told. */
    @ParameterizedTest
    @MethodSource("cases")
    void belongToTheirQuarter(Case given) {
        secondQuarter();
        for (String entry : String.join("\n", given.lines()).split("\n---\n")) {
            List<String> lines = entry.lines().toList();
            entry(lines.get(0), lines.subList(1, lines.size()).toArray(String[]::new));
        }

        List<String> told = new ArrayList<>(rows());
        told.addAll(problems());
        assertThat(told).as(given.title()).containsExactlyElementsOf(given.told());
    }

    @Test
    void areToldInWordsAndCountInTheSumOfTheYearAndInTexts() {
        secondQuarter();
        entry("2024-09-10", "收缴类型: 补缴", "实交人数: 2", "实交金额: 432");
        // What adjusts another year leaves no question of this one open.
        entry("2024-03-10", "标题: 第一党支部2023年第四季度党费退还公示", "收缴类型: 退还", "实交金额: 88");
        site.file(
                "content/文章/小结.md",
                "---\n标题: 小结\n发布日期: 2024-12-15\n---\n\n"
                        + "{{合计: 党费收缴公示.实交金额, 年度=2024}}、{{合计: 党费收缴公示.应交人数, 期间=2024年第二季度}}、"
                        + "{{合计: 党费收缴公示.实交人数, 期间=2024年第二季度}}、{{计数: 文种=党费收缴公示, 年度=2024}}\n");

        site.built("--as-of", AS_OF);

        assertThat(site.html("registers/dues/index.html").select("main").text())
                .contains("3,456元，补缴后3,888元")
                .contains("合计 7,776 7,776 100%");
        assertThat(site.html("articles/2024/xiao-jie.html")
                        .selectFirst(".prose")
                        .text())
                .isEqualTo("7776、18、18、2");
    }

    /** What the writer of a signed figure is told names the arrears. */
    @Test
    void nameWhatMadeTheDifferenceToASignedFigure() {
        secondQuarter();
        entry("2024-09-10", "收缴类型: 补缴", "实交金额: 432");
        entry("2024-10-10", "收缴类型: 抵扣", "实交金额: 20");
        site.file(
                "content/报告.md",
                """
                ---
                标题: 第一党支部党费收缴情况报告
                文种: 报告
                发布日期: 2024-07-20
                公开范围: 社会
                发布机构: 第一党支部
                保密审查: 宣传委员 2024-07-19
                审批: 书记 2024-07-20
                ---

                第二季度实交{{合计: 党费收缴公示.实交金额, 期间=2024年第二季度 = 3456}}元。
                """);

        assertThat(site.build("--as-of", AS_OF).problems())
                .anyMatch(line -> line.contains("W239")
                        && line.contains(
                                "写的是3456，按现在的记录是3888：《第一党支部2024年第二季度党费收缴公示》（content/党费收缴/2024-09-10.md）后来登记；"));
    }

    /** Whoever may not see the arrears finds no trace of them; the others do, and nothing is told as missing. */
    @Test
    void thatAnAudienceMayNotSeeAreNotInItsFigures() {
        site.file(
                "content/_data/site.yml", "公布应办事项: 是\n公开对象: [{名称: 群众, 范围: [社会]}, {名称: 党员, 范围: [社会, 本单位], 目录: dang}]\n");
        secondQuarter();
        entry("2024-09-10", "收缴类型: 补缴", "实交金额: 432", "公开范围: 本单位");

        site.built("--as-of", AS_OF);

        assertThat(site.page("registers/dues/dues.csv")).contains(",3888,3456,").doesNotContain("432");
        assertThat(site.root().resolve("target/site-dang/registers/dues/dues.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("3,456元，补缴后3,888元");
    }

    /** The other way round: the notice of the quarter is for members, its arrears are for all. */
    @Test
    void ofANoticeThatAnAudienceMayNotSeeAreNotTold() {
        site.file(
                "content/_data/site.yml", "公布应办事项: 是\n公开对象: [{名称: 群众, 范围: [社会]}, {名称: 党员, 范围: [社会, 本单位], 目录: dang}]\n");
        secondQuarter("公开范围: 本单位");
        entry("2024-09-10", "收缴类型: 补缴", "实交金额: 432");

        assertThat(problems()).isEmpty();
        assertThat(site.page("registers/dues/dues.csv")).contains("补缴432元").doesNotContain("3456");
    }

    @Test
    void ofOneWhoMayNotBeSeenDoNotCount() {
        secondQuarter();
        entry("2024-09-10", "收缴类型: 补缴", "实交金额: 432", "状态: 草稿");
        entry("2024-09-11", "收缴类型: 补缴", "实交金额: 432", "状态: 已撤回", "撤回日期: 2024-10-01", "撤回原因: 写错");

        assertThat(rows()).containsExactly("2024,2024年第二季度,18,16,3888,3456,88.9,,,");
    }

    /** A correction of a notice that was withdrawn stands in its place: the quarter was published. */
    @Test
    void thatCorrectAWithdrawnNoticeStandForIt() {
        secondQuarter("状态: 已撤回", "撤回日期: 2024-07-10", "撤回原因: 数字有误");
        entry("2024-07-12", "收缴类型: 更正", "应交金额: 3888", "实交金额: 3400");

        assertThat(rows()).containsExactly("2024,2024年第二季度,,,3888,3400,87.4,,,\"更正3,400元\"");
        assertThat(problems()).isEmpty();
        assertThat(done()).contains("第二季度党费收缴公示");
    }

    @Test
    void doNotStandForANoticeThatIsMissing() {
        entry("2024-09-10", "收缴类型: 补缴", "实交金额: 432");

        site.built("--as-of", AS_OF);

        assertThat(done()).isEmpty();
        assertThat(problems()).hasSize(1).first().asString().contains("W365");
    }

    private List<String> done() {
        return new RegisterJsonFile(site.output(), "dues")
                .expected("2024").stream()
                        .filter(it -> it.bool("done"))
                        .map(it -> it.text("what"))
                        .toList();
    }

    @Test
    void areTheOnlyOnesThatMayHaveThePeriodOfAnother() {
        secondQuarter();
        entry("2024-09-10", "应交人数: 18", "实交人数: 16", "应交金额: 3888", "实交金额: 3456");

        assertThat(problems())
                .containsExactly("2024-09-10.md:2:5: 错误 E249 本条的期间和《第一党支部2024年第二季度党费收缴公示》的期间一样，“党费”的合计算不出来；"
                        + "请核对两条的期间；不是正常的一期的，在“收缴类型”里写明：补缴、退还、抵扣、更正");
    }

    /** Late notices are late; what comes to one that was in time is not. */
    @Test
    void areNotLate() {
        secondQuarter("目录项: 12-4");
        site.file("content/_data/catalogue.yml", "- {编号: 12-4, 事项: 党费收缴, 范围: 社会, 时限: 每季度, 文种: [党费收缴公示]}\n");
        entry("2024-12-10", "收缴类型: 补缴", "实交金额: 432", "目录项: 12-4");

        site.built("--as-of", AS_OF);

        RegisterJsonFile catalogue = new RegisterJsonFile(site.output(), "catalogue");
        assertThat(catalogue.column("2024", "迟公开")).containsExactly("0");
        assertThat(catalogue.column("2024", "平均几天后公开")).containsExactly("8");
    }

    /** Readers of either learn of the other, where both are public to them. */
    @Test
    void leadToTheEntryThatTheyAdjustAndBack() {
        site.file("content/_data/site.yml", "公开对象: [{名称: 群众, 范围: [社会]}, {名称: 党员, 范围: [社会, 本单位], 目录: dang-yuan}]\n");
        secondQuarter("公开范围: 本单位");
        entry("2024-09-02", "收缴类型: 更正", "公开范围: 社会", "实交金额: 3800");
        site.built("--as-of", AS_OF);
        assertThat(heads("../site-dang-yuan/", "2024-07-08")).containsExactly("后来更正：2024年9月2日　各期汇总：党费台账");
        entry("2024-10-08", "收缴类型: 补缴", "实交人数: 2", "实交金额: 88");
        site.built("--as-of", AS_OF);

        assertThat(heads("../site-dang-yuan/", "2024-07-08"))
                .containsExactly("后来更正：2024年9月2日　后来补缴：2024年10月8日　各期汇总：党费台账");
        assertThat(heads("../site-dang-yuan/", "2024-09-02")).containsExactly("更正的是：第一党支部2024年第二季度党费收缴公示　各期汇总：党费台账");
        assertThat(heads("../site-dang-yuan/", "2024-10-08")).containsExactly("补缴的是：第一党支部2024年第二季度党费收缴公示　各期汇总：党费台账");
        assertThat(heads("../site-dang-yuan/", "2024-04-08")).containsExactly("各期汇总：党费台账");
        assertThat(heads("", "2024-09-02")).containsExactly("各期汇总：党费台账");
    }

    private List<String> heads(String folder, String entry) {
        return Jsoup.parse(site.page(folder + "dues/2024/" + entry + ".html"))
                .select(".strip-heads")
                .eachText();
    }
}
