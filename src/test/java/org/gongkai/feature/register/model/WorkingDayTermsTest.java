package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 时限 in working days is counted by the holiday plans: in 2024 the Spring Festival is from 10 to 17 February, and 4 and 18 February are worked. */
class WorkingDayTermsTest extends SiteFixture {

    @ParameterizedTest
    @CsvSource({
        "会后10个工作日内, 2024-02-28, 100.0",
        "会后10个工作日内, 2024-02-29, 0.0",
        "会后十个工作日之内, 2024-02-29, 0.0",
        "会后１０ 工作日以内, 2024-02-28, 100.0",
        "会后十日内, 2024-02-18, 100.0",
        "会后十日内, 2024-02-19, 0.0",
        "会后两周内, 2024-02-22, 100.0",
        "会后两周内, 2024-02-23, 0.0",
        "会后半个月内, 2024-02-23, 100.0",
        "会后半个月内, 2024-02-24, 0.0",
        "会后一个月内, 2024-03-08, 100.0",
        "会后一个月内, 2024-03-09, 0.0",
        "会后１个月内, 2024-03-09, 0.0"
    })
    void decidesWhetherAMeetingWasPublishedInTime(String term, String published, String inTime) {
        catalogue(term);
        meetingOf("2024-02-08", published);

        assertThat(rows("2024-06-01"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(3)).isEqualTo(term))
                .satisfies(row -> assertThat(row.get(11)).isEqualTo(inTime));
    }

    @Test
    void isNotCountedInAYearWithoutAHolidayPlanAndSaysSo() {
        catalogue("会后10个工作日内");
        meetingOf("2031-02-10", "2031-03-20");

        assertThat(rows("2031-06-01")).singleElement().satisfies(row -> {
            assertThat(row.get(3)).isEqualTo("会后10个工作日内（没有2031年的放假安排，数不了工作日）");
            assertThat(row.get(10)).isEqualTo("38");
            assertThat(row.get(11)).isEmpty();
        });

        site.file("content/_data/holidays/2031.yml", "年: 2031\n休:\n  - {名称: 元旦, 日期: 2031-01-01}\n");

        assertThat(rows("2031-06-01")).singleElement().satisfies(row -> {
            assertThat(row.get(3)).isEqualTo("会后10个工作日内");
            assertThat(row.get(11)).isEqualTo("0.0");
        });
    }

    /** From 1 April there are 3 days to the Qingming Festival; 7 April, a Sunday, is worked. */
    @ParameterizedTest
    @ValueSource(strings = {"每季度结束后10个工作日内", "每季度终了后15天内"})
    void endsAfterTheQuarterWhoseReportIsDue(String term) {
        catalogue(term);
        site.published("content/通知.md", "标题: 关于学习的通知", "发布日期: 2024-01-10");

        assertThat(due("2024-04-15")).contains("将到期 2024-04-15 第一季度会议 党务公开目录");
        assertThat(due("2024-04-16")).contains("已逾期 2024-04-15 第一季度会议 党务公开目录");
        assertThat(due("2024-04-15", "--format", "json")).anyMatch(it -> it.contains("党务公开目录写明的时限：" + term));
    }

    @ParameterizedTest
    @ValueSource(strings = {"每年三月底前", "每年3月", "年度"})
    void thatNamesAMonthOfTheYearIsNoTermOfEachMonth(String term) {
        catalogue(term);
        site.published("content/通知.md", "标题: 关于学习的通知", "发布日期: 2024-01-10");

        assertThat(due("2025-01-15"))
                .filteredOn(line -> line.endsWith("目录"))
                .containsExactly("将到期 2025-01-30 2024年会议 党务公开目录");
    }

    @Test
    void afterAQuarterIsListedByTheUsualDaysWhereThereIsNoPlanAndSaysSo() {
        catalogue("每季度结束后10个工作日内");
        meetingOf("2031-01-08", "2031-01-10");

        assertThat(due("2031-07-15", "--format", "json"))
                .anyMatch(it -> it.contains("第二季度会议（没有2031年的放假安排，数不了工作日，按30天列）"));
    }

    @Test
    void ofATaskIsCountedFromTheDayOfItsList() {
        site.published(
                "content/整改.md",
                "标题: 2024年整改清单",
                "文种: 整改清单",
                "成文日期: 2024-02-01",
                "发布日期: 2024-02-05",
                "整改项:",
                "  - {问题: 纪要发得晚, 时限: 10个工作日内, 完成情况: 进行中}",
                "  - {问题: 台账不全, 时限: 一个月内, 完成情况: 进行中}",
                "  - {问题: 学习不够, 时限: 长期, 完成情况: 进行中}");

        assertThat(due("2024-02-20"))
                .containsExactly("状态 期限 事项 台账", "将到期 2024-02-20 纪要发得晚 整改", "将到期 2024-03-01 台账不全 整改");
    }

    @Test
    void ofATaskIsSaidToBeUnknownWhereThereIsNoPlan() {
        site.published(
                "content/整改.md",
                "标题: 2031年整改清单",
                "文种: 整改清单",
                "发布日期: 2031-02-05",
                "整改项:",
                "  - {问题: 纪要发得晚, 时限: 10个工作日内, 完成情况: 进行中}");

        assertThat(due("2031-12-20", "--format", "json"))
                .anyMatch(it -> it.contains("纪要发得晚（没有2031年的放假安排，数不了工作日，按年底列）"));
    }

    private void catalogue(String term) {
        site.file("content/_data/catalogue.yml", "- {编号: B-1, 事项: 会议, 文种: [支委会], 时限: " + term + "}\n");
    }

    private void meetingOf(String day, String published) {
        site.published("content/会议/1.md", "标题: 第1次支部委员会会议纪要", "文种: 支委会", "发布日期: " + published, "会议: {时间: " + day + "}");
    }

    private List<List<String>> rows(String asOf) {
        return SiteFolder.run("register", "catalogue", "--format", "csv", "-s", root(), "--as-of", asOf)
                .out()
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(row -> row.subList(1, row.size()))
                .toList();
    }

    private List<String> due(String asOf, String... more) {
        List<String> args = new ArrayList<>(List.of("due", "-s", root(), "--as-of", asOf));
        args.addAll(List.of(more));
        return SiteFolder.run(args.toArray(String[]::new))
                .out()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
    }

    private String root() {
        return site.root().toString();
    }
}
