package org.gongkai.feature.register.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The periods of which something is expected, as the command {@code register} shows them on 2024-06-01. */
class ExpectedPeriodsTest extends SiteFixture {

    private static final String VISITS =
            """
            - 标识: visits
              名称: 走访
              文种: [通知]
              年: [发布日期]
              列: [发布日期 date, 标题]
              应有:
                - {事项: 走访, 每: 季度}
            """;

    @BeforeEach
    void aSite() {
        site.published("content/通知/a.md", "标题: 关于走访的通知", "文种: 通知", "发布日期: 2023-05-20");
    }

    @Test
    void nothingIsExpectedOfPeriodsThatEndAfterTheLastDay() {
        assertThat(expected("  止: 2023-12-31\n", "2023"))
                .containsExactly("已逾期  2023-09-30  第三季度走访", "已逾期  2023-12-31  第四季度走访");
        assertThat(expected("  止: 2023-12-30\n", "2023")).containsExactly("已逾期  2023-09-30  第三季度走访");
        assertThat(expected("  止: 2023-06-30\n", "2023")).isEmpty();
    }

    @Test
    void noYearIsShownBehindTheLastDayUnlessSomethingIsRegisteredInIt() {
        assertThat(shown("  止: 2023-12-31\n")).contains("2023年，1 行").doesNotContain("2024年");
        assertThat(shown("")).contains("2024年，0 行");

        site.published("content/通知/b.md", "标题: 关于再次走访的通知", "文种: 通知", "发布日期: 2024-02-20");
        assertThat(shown("  止: 2023-12-31\n")).contains("2024年，1 行").doesNotContain("2024-03-31");
    }

    @Test
    void theFirstDayAndTheLastDayLimitTogether() {
        assertThat(expected("  自: 2023-07-01\n  止: 2023-09-30\n", "2023")).containsExactly("已逾期  2023-09-30  第三季度走访");
    }

    @Test
    void numbersThatWereSkippedBehindTheLastDayAreNotMissed() {
        String series =
                VISITS.replace("date, 标题]", "date, 标题, 次数 number 会议.次数]").replace("{事项: 走访, 每: 季度}", "{事项: 次, 连续: 次数}");
        site.published("content/通知/b.md", "标题: 关于走访的通知", "文种: 通知", "发布日期: 2023-06-20", "会议: {次数: 1}")
                .published("content/通知/c.md", "标题: 关于走访的通知", "文种: 通知", "发布日期: 2023-10-20", "会议: {次数: 3}");
        site.file("content/_data/registers.yml", series + "  止: 2023-10-20\n");
        assertThat(register()).contains("已逾期  2023-10-20  第2次");

        site.file("content/_data/registers.yml", series + "  止: 2023-10-19\n");
        assertThat(register()).doesNotContain("第2次");
    }

    @Test
    void whatIsExpectedOfRowsGoesOn() {
        site.file(
                "content/_data/registers.yml",
                VISITS.replace("{事项: 走访, 每: 季度}", "{事项: 标题, 期限: 发布日期, 状态: 结果}").replace("date, 标题]", "date, 标题, 结果]")
                        + "  止: 2023-01-31\n");

        assertThat(register("--year", "2023")).contains("已逾期  2023-05-20  关于走访的通知");
    }

    @ParameterizedTest
    @CsvSource({"止: 明年, “止”不能写“明年”", "自: 去年, “自”不能写“去年”"})
    void saysThatADayIsNone(String line, String message) {
        site.file("content/_data/registers.yml", VISITS + "  " + line + "\n");

        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out())
                .contains("content/_data/registers.yml:8:6: 错误 E137 " + message + "；可以写：2024-09-01 这样的日期，并且要有这一天");
    }

    @Test
    void theOrganisationalLifeOfAYearIsThatOfTheYearThatItsEntryNames() {
        site.published("content/组织生活/a.md", "标题: 2023年度民主评议党员情况", "文种: 民主评议", "发布日期: 2024-01-20", "年度: 2023", "参评人数: 5")
                .file("content/_data/organisation.yml", "成立: 2023-01-01\n")
                .file("content/_data/registers.yml", "- {标识: reviews, 止: 2023-12-31}\n");

        assertThat(SiteFolder.run("register", "reviews", "-s", site.root().toString())
                        .out())
                .contains("已逾期  2023-12-31  2023年组织生活会")
                .doesNotContain("2023年民主评议党员（");
    }

    private String shown(String more) {
        site.file("content/_data/registers.yml", VISITS + more);
        return register();
    }

    /** The lines of what is missing. */
    private List<String> expected(String more, String year) {
        site.file("content/_data/registers.yml", VISITS + more);
        return register("--year", year)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("已逾期") || line.startsWith("未到期"))
                .toList();
    }

    private String register(String... more) {
        List<String> args =
                new ArrayList<>(List.of("register", "visits", "-s", site.root().toString()));
        args.addAll(List.of(more));
        return SiteFolder.run(args.toArray(String[]::new)).out();
    }
}
