package org.gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On 1 June 2024 the site says on which day it will change by itself. */
class NextChangeTest extends SiteFixture {

    private static final String NEVER = "下次变化：无（内容不改就不必重新生成）";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    an entry comes      | 发布日期: 2024-07-01 | 栏目: 甲                                     | 2024-07-01
                    an entry goes       | 发布日期: 2024-05-01 | 失效日期: 2024-08-01                         | 2024-08-01
                    a period begins     | 发布日期: 2024-05-01 | '公示: {起: 2024-06-10, 止: 2024-06-20}'     | 2024-06-10
                    a period has ended  | 发布日期: 2024-05-01 | '公示: {起: 2024-05-10, 止: 2024-06-20}'     | 2024-06-21
                    a period ends today | 发布日期: 2024-05-01 | '公示: {起: 2024-05-10, 止: 2024-06-01}'     | 2024-06-02
                    """)
    void isTheDayOnWhich(String what, String date, String line, String day) {
        site.entry("content/a.md", "标题: 甲", date, line);

        assertThat(site.build().out()).contains("下次变化：" + day + "（到这一天请重新生成）");
        assertThat(site.page("manifest.json")).contains("\"nextChange\": \"" + day + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing is to come               | 发布日期: 2024-05-01 | 栏目: 甲
                    a draft would come               | 发布日期: 2024-07-01 | 状态: 草稿
                    what was withdrawn would go      | 发布日期: 2024-05-01 | '失效日期: 2024-07-01\\n状态: 已撤回'
                    a period of what has gone ends   | 发布日期: 2024-05-01 | '失效日期: 2024-05-20\\n公示: {起: 2024-05-10, 止: 2024-06-20}'
                    """)
    void isNeverIf(String what, String date, String lines) {
        site.entry("content/a.md", "标题: 甲", date, lines.replace("\\n", "\n"));

        assertThat(site.build().out()).contains(NEVER);
        assertThat(site.page("manifest.json")).contains("\"nextChange\": null");
    }

    /** From then on the calendar of what is due has one more. */
    @Test
    void isTheDayOnWhichTheCatalogueWantsMore() {
        site.file("content/_data/catalogue.yml", "- {编号: 12-4-1, 类别: 组织建设, 事项: 党费收缴情况, 时限: 每季度}\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-05-01");

        assertThat(site.build().out()).contains("下次变化：2024-07-01（");
    }

    @Test
    void isNoDayOfAPeriodBeforeItsEntryIsOut() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-06-15", "公示: {起: 2024-06-10, 止: 2024-06-20}");

        assertThat(site.build().out()).contains("下次变化：2024-06-15（");
    }

    @Test
    void isTheFirstOfAllDays() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-08-01").entry("content/b.md", "标题: 乙", "发布日期: 2024-07-01");

        assertThat(site.build().out()).contains("下次变化：2024-07-01（");
        assertThat(site.build("--as-of", "2024-07-01").out()).contains("下次变化：2024-08-01（");
        assertThat(site.build("--as-of", "2024-08-01").out()).contains(NEVER);
    }
}
