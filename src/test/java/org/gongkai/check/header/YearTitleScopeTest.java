package org.gongkai.check.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.check.header.Rules.told;

import java.util.Map;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 年度, 标题, 公开范围 and 失效日期. */
class YearTitleScopeTest extends SiteFixture {

    @Test
    void aYearFarFromTheDatesIsTold() {
        assertThat(told("年度: 2018")).containsExactly("2:5: 错误 E147 年度2018与发布日期（2024年）相差6年；请核对年度；补发的旧文请写上成文日期");
        assertThat(told("年度: [2024, 2026]")).containsExactly("2:5: 警告 W147 年度2026与发布日期（2024年）相差2年；请核对年度；补发的旧文请写上成文日期");
        assertThat(told("年度: 2018", "成文日期: 2020-01-05"))
                .containsExactly("2:5: 警告 W147 年度2018与发布日期（2024年）、成文日期（2020年）相差2年；请核对年度；补发的旧文请写上成文日期");
    }

    @ParameterizedTest
    @CsvSource({"2023, 2024-01-05", "2025, 2024-02-05", "2018, 2019-01-04"})
    void aYearNearOneOfTheDatesIsFine(String year, String signed) {
        assertThat(told("年度: " + year, "成文日期: " + signed)).isEmpty();
    }

    @Test
    void aYearOfTheTitleThatIsNoneOfTheYearsIsTold() {
        assertThat(told("标题: 2023年度组织生活会整改清单")).isEmpty();
        assertThat(told("标题: 2023年度组织生活会整改清单", "年度: 2024")).isEmpty();
        assertThat(told("标题: 2021年度组织生活会整改清单"))
                .containsExactly("2:5: 警告 W156 标题里的2021年不在年度（2024年）里；请核对标题；标题没有错的，请补上年度，如 年度: 2021");
        assertThat(told("标题: 2019年工作总结及2020年工作谋划", "年度: 2019", "发布日期: 2020-01-04"))
                .containsExactly("2:5: 警告 W156 标题里的2020年不在年度（2019年）里；请核对标题；标题没有错的，请补上年度，如 年度: [2019, 2020]");
    }

    @ParameterizedTest
    @CsvSource({"2024年工作计划", "2023—2025年发展党员规划", "关于学习《条例（2018年修订）》的通知", "关于转发示水党〔2019〕3号文件的通知", "关于2023年12月31日停水情况的通报"
    })
    void aTitleMaySpeakOfOtherYears(String title) {
        assertThat(told("标题: " + title)).isEmpty();
    }

    @Test
    void aTitleIsOneLineWithoutAFullStop() {
        assertThat(told("标题: 关于值班安排的通知。")).containsExactly("2:5: 警告 W157 标题“关于值班安排的通知。”以句号结尾；标题末尾不加句号");
        assertThat(told("标题: ' 值班安排　'")).containsExactly("2:5: 警告 W157 标题“值班安排”的前后有空白；请删去标题前后的空白");
        assertThat(told("标题: \"关于值班\\n安排的通知\"")).containsExactly("2:5: 警告 W157 标题里有换行；标题写在一行里");
    }

    @Test
    void aScopeWiderThanThatOfItsRowIsTold() {
        HeaderRuleContext catalogue = Rules.catalogue(Map.of("12-4", "本单位"));

        assertThat(told(catalogue, "目录项: 12-4", "公开范围: 全党"))
                .containsExactly("3:7: 错误 E154 公开范围“全党”宽于目录项“12-4”规定的“本单位”；请改成 公开范围: 本单位；确需扩大范围的，先调整目录");
        assertThat(told(catalogue, "目录项: 12-4", "公开范围: 本单位")).isEmpty();
        assertThat(told(catalogue, "目录项: 12-5", "公开范围: 社会")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29", "2024-03-01"})
    void anEntryThatExpiresBeforeItIsOutIsTold(String day) {
        assertThat(told("失效日期: " + day))
                .containsExactly("2:7: 错误 E155 失效日期" + day + "不晚于发布日期2024-03-01，这一条永远不会显示；请核对两个日期");
    }

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
