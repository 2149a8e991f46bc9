package org.gongkai.feature.register.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries are about one sitting: so counts in texts and rows of the register are the same. */
class SittingsTest extends CountFixture {
    private int entries;

    private void held(String kind, String time, String more) {
        site.record("其" + ++entries, kind, "2024-03-04", "会议: {时间: " + time + ", 地点: 二楼" + more + "}");
    }

    /** The number of sittings of 4 March, which a text counts and the register has as rows. */
    private long sittings(String kind) {
        SiteFolder built = site.text("\n{{计数: 文种=" + kind + ", 期间=2024-03-04}}").folder();
        long rows = built.built()
                .page("registers/meetings/meetings.csv")
                .lines()
                .filter(line -> line.startsWith("2024,2024-03-04,"))
                .filter(line -> line.contains(kind))
                .count();
        assertThat(site.built().text()).isEqualTo(String.valueOf(rows));
        return rows;
    }

    private void at(String kind, String place, String time) {
        site.record("其" + ++entries, kind, "2024-03-04", "会议: {时间: " + time + place + "}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            one body meets once at a time wherever that was | 支委会 | 1 | 2024-03-04 15:00, 地点: 二楼 ; 2024年3月4日下午3时, 地点: 二楼 会议室 ; 3月4日15：00
            blanks of places are no difference | 党课 | 1 | 2024-03-04 15:00, 地点: 二楼 会议室 ; 2024-03-04 15:00, 地点: 二楼会议室
            lectures at one time in two places are two | 党课 | 2 | 2024-03-04 15:00, 地点: 二楼 ; 2024-03-04 15:00, 地点: 三楼
            a paper that tells the day alone is about the sitting of that day | 支委会 | 1 | 2024-03-04 15:00, 地点: 二楼 ; 2024-03-04
            numbers tell sittings at one time and place apart | 支委会 | 2 | 2024-03-04 15:00, 地点: 二楼, 次数: 3 ; 2024-03-04 15:00, 地点: 二楼, 次数: 4
            a number counts wherever and however it is written | 支委会 | 3 | 《示支第三次支委会》2024-03-04 15:00, 地点: 二楼 ; 《示支第4次支委会》2024-03-04 15:00, 地点: 二楼 ; 2024-03-04 15:00, 地点: 二楼, 次数: 第五次
            the number of a congress that was studied is none | 支委会 | 1 | 《支委会学习党的第二十次全国代表大会精神》2024-03-04 15:00, 地点: 二楼 ; 2024-03-04 15:00, 地点: 二楼, 次数: 3
            one number on one day is one sitting however its time was typed | 支委会 | 1 | 2024-03-04 15:00, 地点: 二楼, 次数: 3 ; 2024-03-04, 地点: 二楼, 次数: 3
            without a number time and place identify a sitting | 支委会 | 2 | 2024-03-04 15:00, 地点: 二楼 ; 2024-03-04 15:00, 地点: 二楼, 次数: 3 ; 2024-03-04 16:00, 地点: 二楼
            """)
    void sittingsOfOneKind(String why, String kind, int sittings, String papers) {
        for (String paper : papers.split(" ; ")) {
            Matcher parts = Pattern.compile("(?:《(.*)》)?(.*)").matcher(paper);
            assertThat(parts.matches()).isTrue();
            String title = parts.group(1) == null ? "其" + ++entries : parts.group(1);
            site.record(title, kind, "2024-03-04", "会议: {时间: " + parts.group(2) + "}");
        }

        assertThat(sittings(kind)).isEqualTo(sittings);
    }

    @Test
    void twoTimesOrTwoBodiesOrTwoPlacesOfADayAreTwo() {
        at("支委会", ", 地点: 二楼", "2024-03-04 9:00");
        at("支委会", ", 地点: 二楼", "2024-03-04 15:00");
        at("党小组会", ", 党小组: 甲组", "2024-03-04 15:00");
        at("党小组会", ", 党小组: 乙组", "2024-03-04 15:00");
        at("党员大会", ", 地点: 二楼", "2024-03-04");
        at("党员大会", ", 地点: 三楼", "2024-03-04");

        assertThat(sittings("支委会")).isEqualTo(2);
        assertThat(sittings("党小组会")).isEqualTo(2);
        assertThat(sittings("党员大会")).isEqualTo(2);
    }

    @Test
    void kindsThatExcludeEachOtherAreSittingsOfTheirOwn() {
        held("党员大会", "2024-03-04 15:00", "");
        held("支委会", "2024-03-04 15:00", "");
        held("党课", "2024-03-04 15:00", "");

        assertThat(sittings("支委会")).isEqualTo(1);
        // A lecture during a meeting of all members is one sitting of two kinds.
        assertThat(sittings("党员大会")).isEqualTo(1);
        assertThat(sittings("党课")).isEqualTo(1);
        assertThat(site.folder().page("registers/meetings/meetings.csv").lines())
                .filteredOn(line -> line.startsWith("2024,2024-03-04,"))
                .hasSize(2);
    }

    @Test
    void oneNumberOnTwoDaysIsTwoSittingsAndADoubt() {
        held("支委会", "2024-03-04 15:00", ", 次数: 3");
        held("支委会", "2024-03-03 15:00", ", 次数: 3");

        assertThat(sittings("支委会")).isEqualTo(1);
        assertThat(site.problems())
                .containsExactly("content/支委会/其1.md:5:40: 警告 W248 支委会第3次写了两次：本条和《第一党支部支委会（其2）》（content/支委会/其2.md）；"
                        + "请核对是哪一条写错了；是同一次的，两条的日期要写得一样");
    }

    @Test
    void oneNumberOfTwoBulletinsIsADoubt() {
        site.record("甲", "简报", "2024-03-04", "期数: 2", "编发单位: 第一党支部")
                .record("乙", "简报", "2024-03-05", "期数: 2", "编发单位: 第一党支部");

        assertThat(site.text("\n正文。").problems())
                .filteredOn(line -> line.contains("W248"))
                .containsExactly("content/简报/乙.md:5:5: 警告 W248 第一党支部第2期写了两次：本条和《第一党支部简报（甲）》（content/简报/甲.md）；"
                        + "请核对是哪一条写错了；是同一次的，两条的日期要写得一样");
    }

    @Test
    void aJointBulletinCountsForEachOfItsNumbers() {
        site.record("甲", "简报", "2024-01-04", "期数: 1", "编发单位: 第一党支部")
                .record("乙", "简报", "2024-02-05", "期数: 2、3", "编发单位: 第一党支部");

        assertThat(site.text("\n{{计数: 文种=简报, 期间=2024年}}").built().text()).isEqualTo("3");
    }
}
