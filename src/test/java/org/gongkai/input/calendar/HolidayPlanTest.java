package org.gongkai.input.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayPlanTest extends SiteFixture {

    private static final String PATH = "content/_data/holidays/2027.yml";

    private final List<String> told = new ArrayList<>();

    @Test
    void readsDaysRangesAndMakeUpDays() {
        HolidayPlan plan = read("年: 2027", "休: [{名称: 元旦, 日期: 2026-12-31 至 2027-01-02}, 2027-05-01]", "班: [2027-01-03]")
                .orElseThrow();

        assertThat(told).isEmpty();
        assertThat(plan.year()).isEqualTo(2027);
        assertThat(plan.off())
                .containsOnlyKeys(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 1, 2),
                        LocalDate.of(2027, 5, 1))
                .containsEntry(LocalDate.of(2027, 1, 1), "元旦");
        assertThat(plan.worked()).containsExactly(LocalDate.of(2027, 1, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "休: [2027-02-30]          | 2:5: 错误 E158 “日期”不能写“2027-02-30”；可以写：2020-05-01，连续几天写成 2020-05-01 至 2020-05-05；只写当年的日子，和上年12月为它调休的日子",
                "休: [2027-05-05 至 2027-05-01] | 2:5: 错误 E158 “日期”不能写“2027-05-05 至 2027-05-01”；可以写：2020-05-01，连续几天写成 2020-05-01 至 2020-05-05；只写当年的日子，和上年12月为它调休的日子",
                "休: [2026-05-01]          | 2:5: 错误 E158 “日期”不能写“2026-05-01”；可以写：2020-05-01，连续几天写成 2020-05-01 至 2020-05-05；只写当年的日子，和上年12月为它调休的日子",
                "班: [2027-01-04]          | 2:5: 错误 E158 2027-01-04 不是星期六、星期日；“班”只写调休上班的周末，请核对日期",
                "放: [2027-01-04]          | 2:1: 错误 E103 不认识的字段“放”；可以写：年、year、休、off、班、worked"
            })
    void explainsWhatIsWrong(String line, String problem) {
        assertThat(read("年: 2027", line)).isEmpty();
        assertThat(told).containsExactly(PATH + ":" + problem);
    }

    @Test
    void tellsOfADayThatIsBothOffAndWorked() {
        assertThat(read("年: 2027", "休: [2027-01-03]", "班: [2027-01-03]")).isEmpty();
        assertThat(told).containsExactly(PATH + ":3:5: 错误 E158 2027-01-03 既写在“休”里，又写在“班”里；请核对放假通知，只留一处");
    }

    @Test
    void tellsOfAnotherYearThanThatOfTheFile() {
        assertThat(read("年: 2026")).isEmpty();
        assertThat(told).containsExactly(PATH + ":1:4: 错误 E158 “年”不能写“2026”；可以写：与文件名相同的四位年份，如 2020.yml 里写 年: 2020");
    }

    private Optional<HolidayPlan> read(String... lines) {
        return HolidayPlan.read(
                new YamlReader(), PATH, String.join("\n", lines) + "\n", problem -> told.add(problem.text()));
    }

    // Plans of holidays that a site has of its own.

    @BeforeEach
    void aNotice() {
        site.published(
                "content/a.md",
                "标题: 关于甲的公示",
                "文种: 公示",
                "发布日期: 2024-05-20",
                "监督电话: 内线 6022",
                "公示: {起: 2024-05-20, 止: 2024-05-24, 工作日: 5}");
    }

    @Test
    void takeThePlaceOfTheProgramsOwn() {
        site.built();
        site.file("content/_data/holidays/2024.yml", "年: 2024\n休: [{名称: 厂庆, 日期: 2024-05-22 至 2024-05-23}]\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:6:5: 错误 E149 写明5个工作日，按放假安排 2024-05-20 至 2024-05-24 是3个（起始日计入）或2个（自次日起算）；"
                                + "请核对起止日期和工作日数；双休日、节假日不算，调休上班日算",
                        "content/a.md:6:5: 警告 W148 公示期 2024-05-20 至 2024-05-24 只有3个工作日（起始日计入），“公示”一般不少于5个工作日；"
                                + "没有另外规定的，请把截止日期改到 2024-05-28 或者以后");
    }

    @Test
    void areToldTheirMistakes() {
        site.file("content/_data/holidays/2024.yml", "年: 2024\n休:\n  - 2024-13-01\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/holidays/2024.yml:3:5: 错误 E158 “日期”不能写“2024-13-01”；可以写：2020-05-01，连续几天写成 2020-05-01 至 2020-05-05；只写当年的日子，和上年12月为它调休的日子");
    }
}
