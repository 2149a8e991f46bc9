package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.listed;
import static org.gongkai.testing.Headers.right;
import static org.gongkai.testing.Headers.yaml;

import java.nio.file.Path;
import java.util.Arrays;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code site.yml} says of every entry need not be repeated in each. */
class EntryDefaultsTest extends SiteFixture {

    private static final String[] NOTICE = {
        "标题: 关于值班的通知", "文种: 通知", "发布日期: 2024-01-02", "保密审查: 宣传委员 2024-01-01", "审批: 书记 2024-01-01"
    };

    @BeforeEach
    void aSiteWithDefaults() {
        site.file("content/_data/site.yml", "默认: {公开范围: 本单位, 发布机构: 第一党支部, 责任人: 办公室}\n");
    }

    @Test
    void anEntryNeedsNoFieldThatHasADefault() {
        site.entry("content/a.md", NOTICE);

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.html("notices/2024/a.html").text()).contains("发布机构 第一党支部", "公开范围 本单位", "责任人 办公室");
    }

    @Test
    void whatAnEntrySaysDecides() {
        String[] header = Arrays.copyOf(NOTICE, NOTICE.length + 2);
        header[NOTICE.length] = "发布机构: 第二党支部";
        header[NOTICE.length + 1] = "公开范围: 社会";
        site.entry("content/a.md", header);

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.html("notices/2024/a.html").text()).contains("发布机构 第二党支部", "公开范围 社会", "责任人 办公室");
    }

    @Test
    void withoutDefaultsTheFieldsAreMissing() {
        site.delete("content/_data/site.yml").entry("content/a.md", NOTICE);

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:1:1: 错误 E104 缺少“公开范围”；请在文件头里写上“公开范围: ……”",
                        "content/a.md:1:1: 错误 E104 缺少“发布机构”；请在文件头里写上“发布机构: ……”");
    }

    /** An article says nothing of its publisher, and is for 本单位 unless it says otherwise. */
    @Test
    void articlesHaveNoDefaults() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");

        assertThat(site.built().html("articles/2024/a.html").text()).doesNotContain("第一党支部");
    }

    @Test
    void aDefaultForCertainPersonsKeepsAnEntryFromTheSite() {
        site.file("content/_data/site.yml", "默认: {公开范围: 特定对象, 发布机构: 第一党支部}\n").entry("content/a.md", NOTICE);

        assertThat(site.build().problems()).anyMatch(line -> line.startsWith("content/a.md:1:1: 错误 E304"));
    }

    // The year of an entry published on 5 January 2025 whose header states none.

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

        assertThat(entry.listing().years()).extracting(String::valueOf).containsExactly(years.split(" "));
    }

    @Test
    void mayBeNearTheDayOfSigning() {
        assertThat(listed(yaml("标题: 2019年度工作总结", "发布日期: 2025-01-05", "成文日期: 2020-01-03"))
                        .years())
                .containsExactly(2019);
        assertThat(listed(yaml("标题: 2019年度工作总结", "发布日期: 2025-01-05")).years()).containsExactly(2025);
    }

    @Test
    void whatTheHeaderStatesDecides() {
        assertThat(listed(yaml("标题: 2024年度工作总结", "发布日期: 2025-01-05", "年度: 2025"))
                        .years())
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
