package org.gongkai.feature.register.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A branch that merged two groups, founded one and elected a new committee, as it is seen on 2024-06-01. */
class BranchOverTimeTest extends SiteFixture {

    private static final String BRANCH =
            """
            支部: 第一党支部
            委员会: [{职务: 书记, 止: 2023-10-31}, {职务: 书记, 起: 2023-11-01}, {职务: 组织委员, 起: 2023-11-01}]
            党小组:
              - {名称: 泵房组, 人数: 4, 止: 2023-09-30, 并入: 运行组}
              - {名称: 管线组, 人数: 5, 止: 2023-09-30, 并入: 运行组}
              - {名称: 运行组, 起: 2023-10-01, 人数: [{人数: 9}, {起: 2024-03-01, 人数: 11}]}
              - {名称: 机修组, 起: 2024-02-15, 人数: 3}
            党员人数: [{人数: 9}, {起: 2024-02-15, 人数: 14}]
            """;

    @BeforeEach
    void aSite() {
        site.file("content/_data/organisation.yml", BRANCH);
        meeting("泵房组", "2023-08-10", 4).meeting("管线组", "2023-08-10", 5);
        meeting("运行组", "2023-10-10", 9).meeting("运行组", "2024-04-10", 11).meeting("机修组", "2024-02-20", 3);
    }

    private BranchOverTimeTest meeting(String group, String day, int entitled) {
        site.published(
                "content/三会一课/" + group + day + ".md",
                "标题: " + group + day.substring(0, 4) + "年" + Integer.parseInt(day.substring(5, 7)) + "月党小组会纪要",
                "文种: 党小组会",
                "发布日期: " + day,
                "会议: {时间: " + day + " 15:00, 地点: 会议室, 主持人: " + group + "组长, 党小组: " + group + ", 应到: " + entitled
                        + ", 实到: " + entitled + "}");
        return this;
    }

    private List<String> expected(String year) {
        return SiteFolder.run(
                        "register",
                        "meetings",
                        "--year",
                        year,
                        "-s",
                        site.root().toString())
                .out()
                .lines()
                .filter(line -> line.contains("党小组会") && line.contains("逾期"))
                .map(line -> line.strip().replaceFirst("^已逾期 +\\S+ +", "").replaceFirst("（.*", ""))
                .toList();
    }

    @Test
    void groupsOweMeetingsOfTheMonthsInWhichTheyExisted() {
        assertThat(expected("2023")).containsExactly("9月泵房组党小组会", "9月管线组党小组会", "11月运行组党小组会", "12月运行组党小组会");
        assertThat(expected("2024"))
                .containsExactly(
                        "1月运行组党小组会", "2月运行组党小组会", "3月运行组党小组会", "3月机修组党小组会", "4月机修组党小组会", "5月运行组党小组会", "5月机修组党小组会");
    }

    @Test
    void theTableAsksNothingOfAGroupThatDidNotExist() {
        site.file("content/_data/site.yml", "公布应办事项: 是\n").built();

        assertThat(site.page("registers/meetings/index.html"))
                .contains("泵房组党小组会，不要求", "运行组党小组会，不要求", "“—”表示不要求。")
                .doesNotContain("10月泵房组党小组会", "9月运行组党小组会", "1月机修组党小组会");
    }

    @Test
    void recordsBeforeAndAfterAreRight() {
        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void numbersAreThoseOfTheDay() {
        meeting("运行组", "2024-01-10", 10);

        assertThat(site.build().problems())
                .containsExactly(
                        "content/三会一课/运行组2024-01-10.md:5:63: 警告 W287 应到10人，运行组一共9名党员；请核对；党小组人数变了的，改 content/_data/organisation.yml");
    }

    @Test
    void anApprovedTextMayCountTheMeetingsOfAGroupThatIsGone() {
        site.file(
                "content/工作总结/a.md",
                "---\n标题: 泵房组2023年度工作总结\n文种: 工作总结\n发布日期: 2024-01-12\n"
                        + String.join("\n", SiteFolder.PUBLICATION)
                        + "\n---\n\n全年开会 {{计数: 文种=党小组会, 年度=2023, 党小组=泵房组 = 1}} 次。\n");

        assertThat(site.build().problems()).isEmpty();
    }

    /** Of a group that exists from one day to another every whole month without a meeting is missing, and no other. */
    @Test
    void missesTheMonthsBetweenAnyTwoDays() {
        Random random = new Random(355);
        for (int i = 0; i < 8; i++) {
            LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(300));
            LocalDate to = from.plusDays(random.nextInt(300));
            site.file(
                    "content/_data/organisation.yml",
                    "党小组: [运行组, {名称: 化验组, 起: " + from + ", 止: " + to + "}, 泵房组, 管线组, 机修组]\n");

            assertThat(Stream.of("2023", "2024")
                            .flatMap(year -> expected(year).stream().map(what -> year + what))
                            .filter(what -> what.contains("化验组")))
                    .as(from + " " + to)
                    .containsExactlyElementsOf(wholeMonths(from, to));
        }
    }

    /** The records of the branch begin in August 2023. */
    private static List<String> wholeMonths(LocalDate from, LocalDate to) {
        return IntStream.range(0, 10)
                .mapToObj(month -> YearMonth.of(2023, 8).plusMonths(month))
                .filter(month ->
                        !month.atDay(1).isBefore(from) && !month.atEndOfMonth().isAfter(to))
                .map(month -> month.getYear() + "" + month.getMonthValue() + "月化验组党小组会")
                .toList();
    }
}
