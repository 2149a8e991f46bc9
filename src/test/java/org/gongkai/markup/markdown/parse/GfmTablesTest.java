package org.gongkai.markup.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GfmTablesTest {
    /** The text of each cell, row by row, of all tables. */
    private static List<List<String>> rows(String markdown) {
        return Jsoup.parse(html(markdown)).select("tr").stream()
                .map(row -> row.select("th, td").stream().map(Element::text).toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"|-|-|", "|--|--|", ":--:|--", "-|-", "| :- | -: |", "|---|---", "---|---|", "| - | --- |\t"})
    void everyLineOfHyphensThatGitHubTakesMakesATable(String hyphens) {
        assertThat(rows("| 月份 | 金额 |\n" + hyphens + "\n| 一月 | 5 |\n"))
                .containsExactly(List.of("月份", "金额"), List.of("一月", "5"));
    }

    @Test
    void aTableMayStandRightBelowALineOfText() {
        String page = html("各党小组交纳情况如下：\n| 小组 | 金额 |\n|---|---|\n| 一 | 5 |\n注：截至三月底。\n");
        assertThat(page).startsWith("<p>各党小组交纳情况如下：</p>\n<div class=\"table-wrap\"");
        assertThat(page).endsWith("</div>\n<p>注：截至三月底。</p>");
        assertThat(rows("一行\n两行\n甲|乙\n-|-\n1|2")).containsExactly(List.of("甲", "乙"), List.of("1", "2"));
    }

    @Test
    void tablesMayFollowEachOtherWithOneLineBetween() {
        String page = html("表一\n甲|乙\n-|-\n1|2\n表二\n丙|丁\n-|-\n3|4\n完");
        assertThat(Jsoup.parse(page).select("p").eachText()).containsExactly("表一", "表二", "完");
        assertThat(rows("表一\n甲|乙\n-|-\n1|2\n表二\n丙|丁\n-|-\n3|4\n完"))
                .containsExactly(List.of("甲", "乙"), List.of("1", "2"), List.of("丙", "丁"), List.of("3", "4"));
    }

    @Test
    void tablesStandInQuotationsAndItemsToo() {
        assertThat(rows("> 说明\n> 甲|乙\n> -|-\n> 1|2")).containsExactly(List.of("甲", "乙"), List.of("1", "2"));
        assertThat(rows("- 说明\n\n  甲|乙\n  -|-\n  1|2")).containsExactly(List.of("甲", "乙"), List.of("1", "2"));
    }

    @Test
    void anEmptyCellIsACell() {
        assertThat(rows("|甲|乙|丙|\n|-|-|-|\n|1||3|\n||||\n"))
                .containsExactly(List.of("甲", "乙", "丙"), List.of("1", "", "3"), List.of("", "", ""));
        assertThat(html("|甲|乙|\n|-|-|\n|1||")).doesNotContain("colspan");
    }

    @Test
    void missingCellsAreAddedToAllRowsAndFurtherOnesShown() {
        assertThat(rows("甲|乙\n-|-\n1|\n1|2|3\n"))
                .containsExactly(List.of("甲", "乙", ""), List.of("1", "", ""), List.of("1", "2", "3"));
    }

    @Test
    void whereCellsStretchNoneIsAdded() {
        assertThat(rows("| 甲 | 乙 |\n|---|---|\n| 合计 {colspan=2} |")).containsExactly(List.of("甲", "乙"), List.of("合计"));
    }

    @Test
    void hyphensForOtherColumnsThanTheNamesMakeNoTable() {
        assertThat(html("甲|乙\n-|-|-\n1|2")).doesNotContain("<table").contains("甲|乙");
        assertThat(html("文字\n---")).startsWith("<h2");
    }

    @Test
    void aBarBehindAStrokePartsNoCells() {
        assertThat(rows("甲|乙\n-|-\na\\|b|`c\\|d`")).containsExactly(List.of("甲", "乙"), List.of("a|b", "c|d"));
    }

    @Test
    void aLineInBracketsBelowIsTheCaption() {
        assertThat(html("甲|乙\n-|-\n1|2\n[收支表]")).contains("<caption>收支表</caption>");
    }
}
