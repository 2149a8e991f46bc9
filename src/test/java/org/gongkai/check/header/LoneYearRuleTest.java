package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoneYearRuleTest extends SiteFixture {

    @BeforeEach
    void aYearOfEntries() {
        for (int month = 1; month <= 5; month++) {
            site.entry("content/通知/" + month + ".md", "标题: 值班安排", "发布日期: 2024-0" + month + "-02")
                    .entry("content/通知/" + month + "-2.md", "标题: 值班安排", "发布日期: 2024-0" + month + "-12");
        }
    }

    @Test
    void aMistypedYearIsToldAtItsPlace() {
        site.entry("content/通知/检修.md", "标题: 泵房检修", "发布日期: 2014-10-07");

        assertThat(site.build().problems())
                .containsExactly("content/通知/检修.md:3:7: 警告 W159 发布日期是2014年，前后4年都没有别的条目；"
                        + "请核对年份是不是写错了；台账从最早的一条起算应有的事项，年份写错会多出许多“已逾期”");
    }

    @Test
    void aPauseOrSeveralOldEntriesAreNoMistake() {
        site.entry("content/制度/借阅.md", "标题: 图书借阅", "发布日期: 2020-10-07")
                .entry("content/制度/旧.md", "标题: 旧制度", "发布日期: 2010-10-07")
                .entry("content/制度/旧二.md", "标题: 旧制度之二", "发布日期: 2010-10-08");

        assertThat(site.build().problems()).isEmpty();
    }
}
