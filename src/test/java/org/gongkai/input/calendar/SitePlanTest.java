package org.gongkai.input.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans of holidays that a site has of its own. */
class SitePlanTest extends SiteFixture {

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
