package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.right;
import static org.gongkai.testing.Headers.yaml;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year of an entry published on 5 January 2025 whose header states none. */
class TitleYearsTest {

    @ParameterizedTest
    @CsvSource({
        "2024年度工作总结, '2024'",
        "2024年工作总结, '2024'",
        "第一党支部2024年第四季度党费收缴公示, '2024'",
        "2024年工作总结及2025年工作计划, '2024 2025'",
        "2023—2025年工作规划, '2025'",
        "关于2024年12月发展党员的公示, '2024'",
        "工作总结, '2025'",
        "1921年党史专题学习, '2025'",
        "关于学习《2020年工作要点》的通知, '2025'",
        "关于2024年12月31日停水的通知, '2025'",
        "转发〔2024年〕文件的通知, '2025'"
    })
    void isThatOfTheTitleIfItIsNear(String title, String years) {
        Entry entry = right(yaml("标题: " + title, "发布日期: 2025-01-05"));

        assertThat(entry.years()).extracting(String::valueOf).containsExactly(years.split(" "));
    }

    @Test
    void mayBeNearTheDayOfSigning() {
        assertThat(right(yaml("标题: 2019年度工作总结", "发布日期: 2025-01-05", "成文日期: 2020-01-03"))
                        .years())
                .containsExactly(2019);
        assertThat(right(yaml("标题: 2019年度工作总结", "发布日期: 2025-01-05")).years()).containsExactly(2025);
    }

    @Test
    void whatTheHeaderStatesDecides() {
        assertThat(right(yaml("标题: 2024年度工作总结", "发布日期: 2025-01-05", "年度: 2025")).years())
                .containsExactly(2025);
    }

    @Test
    void aWrongDayOfSigningIsReportedOnce() {
        assertThat(yaml("标题: 甲", "发布日期: 2025-01-05", "成文日期: 昨天").problems()).hasSize(1);
    }

    @Test
    void decidesWhereTheEntryIsListed(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder).entry("content/总结/a.md", "标题: 2023年度工作总结", "发布日期: 2024-01-05");

        assertThat(site.built().titles("years/2023/index.html")).containsExactly("2023年度工作总结");
    }
}
