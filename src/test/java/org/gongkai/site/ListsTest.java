package org.gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.render.list.Pagination;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest extends SiteFixture {

    @Test
    void showTheNewestFirstThenTheHighestNumberThenByPath() {
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-05-01", "索引号: A/2024-00001")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-05-01", "索引号: A/2024-00002")
                .entry("content/d.md", "标题: 丁", "发布日期: 2024-05-01")
                .entry("content/c.md", "标题: 丙", "发布日期: 2024-05-01")
                .entry("content/e.md", "标题: 戊", "发布日期: 2024-05-02")
                .entry("content/f.md", "标题: 己", "发布日期: 2024-05-01 08:00")
                .built();

        List<String> order = List.of("戊", "己", "甲", "乙", "丙", "丁");
        assertThat(site.titles("articles/index.html")).isEqualTo(order);
        assertThat(site.titles("articles/2024/index.html")).isEqualTo(order);
        assertThat(site.titles("years/2024/index.html")).isEqualTo(order);
        assertThat(site.titles("index.html")).isEqualTo(order);
    }

    @Test
    void countAnEntryInEveryYearAndColumnButOnceInTheSums() {
        site.entry("content/a.md", "标题: 总结与计划", "发布日期: 2024-01-05", "年度: [2023, 2024]", "栏目: [总结, 计划]")
                .entry("content/b.md", "标题: 计划", "发布日期: 2024-02-05", "栏目: 计划")
                .built();

        assertThat(site.html("years/index.html").select("table.matrix tr").eachText())
                .containsExactly("年度 计划 总结 合计", "2024 2 1 2", "2023 1 1 1", "合计 2 1 2");
        assertThat(site.titles("zong-jie/2023/index.html")).containsExactly("总结与计划");
        assertThat(site.titles("ji-hua/2024/index.html")).containsExactly("计划", "总结与计划");
        assertThat(site.files()).containsKey("zong-jie/2023/a.html").doesNotContainKey("ji-hua/2024/a.html");
    }

    @Test
    void sortTagsByTheirPinyinAndWhatIsCountedByItsNumber() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-05-01", "标签: [第四季度, 第三季度, 第二季度, 第一季度, 七一, 十月, 二月, 八一]")
                .built();

        assertThat(site.html("tags/index.html").select(".tiles li").eachText())
                .containsExactly("二月 1篇", "十月 1篇", "八一 1篇", "第一季度 1篇", "第二季度 1篇", "第三季度 1篇", "第四季度 1篇", "七一 1篇");
    }

    @Test
    void doNotCountYearsOfWhichOneEntryHasSeveral() {
        site.entry("content/a.md", "标题: 总结与计划", "发布日期: 2024-01-05", "年度: [2023, 2024]", "栏目: 计划")
                .entry("content/b.md", "标题: 计划", "发布日期: 2024-02-05", "栏目: 计划")
                .built();

        assertThat(site.html("ji-hua/index.html").select(".chooser").text()).endsWith("2024年 2023年");
        assertThat(site.html("ji-hua/2024/index.html").select(".list-foot")).isEmpty();
    }

    @Test
    void sayThePeriodOfANoticeThatHasEnded() {
        site.published(
                        "content/公示/a.md",
                        "标题: 关于评优的公示",
                        "文种: 公示",
                        "发布日期: 2024-03-01",
                        "受理部门: 纪检委员",
                        "公示: {起: 2024-03-04, 止: 2024-03-08}")
                .built();

        assertThat(site.html("announcements/index.html").select(".line-notice").text())
                .isEqualTo("公示已结束 2024年3月4日至3月8日 结果未公布");
    }

    @Test
    void keepTheColumnsInTheOrderOfTheSettings() {
        site.file("content/_data/categories.yml", "- {名称: 总结, 标识: zz}\n- {名称: 计划, 标识: aa}\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-05", "栏目: 计划")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-05", "栏目: 总结")
                .built();

        assertThat(site.html("years/index.html").select("table.matrix thead th").eachText())
                .containsExactly("年度", "总结", "计划", "合计");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "40, 1", "41, 2", "81, 3"})
    void turnThePageAfterForty(int entries, int pages) {
        entries(entries);

        site.built();

        for (String list : List.of("articles/", "articles/2024/", "years/2024/", "tags/q1/")) {
            List<String> addresses = IntStream.rangeClosed(1, pages)
                    .mapToObj(page -> list + (page == 1 ? "index.html" : "page-" + page + ".html"))
                    .toList();
            assertThat(addresses.stream().flatMap(address -> site.titles(address).stream()))
                    .hasSize(entries)
                    .doesNotHaveDuplicates();
            assertThat(site.files()).doesNotContainKey(list + "page-" + (pages + 1) + ".html");
        }
    }

    @Test
    void leadFromPageToPage() {
        entries(81);

        site.built();

        assertThat(site.html("articles/page-2.html")
                        .select("nav.pager a[rel=prev]")
                        .attr("href"))
                .endsWith("articles/index.html");
        assertThat(site.html("articles/page-2.html")
                        .select("nav.pager a[rel=next]")
                        .attr("href"))
                .endsWith("articles/page-3.html");
        assertThat(site.html("articles/page-2.html").select("nav.pager .pages").text())
                .isEqualTo("第2页，共3页");
        assertThat(site.html("articles/index.html").select("nav.pager a[rel=prev]"))
                .isEmpty();
        assertThat(site.html("articles/page-3.html").select("nav.pager a[rel=next]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 12, 1 2 3 12",
        "2, 12, 1 2 3 4 12",
        "4, 12, 1 2 3 4 5 6 12",
        "5, 12, 1 2 3 4 5 6 7 12",
        "6, 12, 1 4 5 6 7 8 12",
        "8, 12, 1 6 7 8 9 10 11 12",
        "12, 12, 1 10 11 12",
        "3, 5, 1 2 3 4 5",
    })
    void linkToTheFirstTheLastAndTwoPagesOnEachSide(int page, int pages, String numbers) {
        assertThat(Pagination.pager("articles/index.html", page, pages).items())
                .extracting(item -> Integer.toString(item.number()))
                .containsExactly(numbers.split(" "));
    }

    @Test
    void leadFromAnEntryToThePreviousAndTheNextOfItsColumn() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-01", "栏目: 通知")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-02-01", "栏目: 通知")
                .entry("content/x.md", "标题: 别栏", "发布日期: 2024-02-02", "栏目: 计划")
                .entry("content/c.md", "标题: 丙", "发布日期: 2024-03-01", "栏目: 通知")
                .built();

        assertThat(site.html("notices/2024/b.html").select("a[rel=prev]").eachText())
                .containsExactly("甲");
        assertThat(site.html("notices/2024/b.html").select("a[rel=next]").eachText())
                .containsExactly("丙");
        assertThat(site.html("notices/2024/a.html").select("a[rel=prev]")).isEmpty();
        assertThat(site.html("notices/2024/c.html").select("a[rel=next]")).isEmpty();
    }

    @Test
    void leadInAPreviewToNothingThatReadersDoNotSee() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-01", "栏目: 通知", "标签: 学习")
                .entry("content/b.md", "标题: 草稿", "发布日期: 2024-02-01", "栏目: 通知", "标签: 学习", "状态: 草稿")
                .entry("content/c.md", "标题: 以后的", "发布日期: 2031-07-01", "栏目: 通知", "标签: 学习")
                .built("--drafts");

        assertThat(site.html("notices/2024/a.html")
                        .select("a[rel=next], .entry-side a:contains(草稿), .entry-side a:contains(以后)"))
                .isEmpty();
        assertThat(site.html("notices/2024/b.html").select("a[rel=prev]").eachText())
                .containsExactly("甲");
        assertThat(site.html("notices/2031/c.html").select("a[rel=prev]").eachText())
                .containsExactly("甲");
    }

    @Test
    void showTheFiveRelatedEntriesThatShareMostTheNewestFirst() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-01", "标签: [节水, 防汛]", "目录项: 7")
                .entry("content/b.md", "标题: 两个标签", "发布日期: 2023-01-01", "标签: [节水, 防汛]")
                .entry("content/c.md", "标题: 同一目录项", "发布日期: 2024-05-01", "目录项: 7")
                .entry("content/d.md", "标题: 毫不相干", "发布日期: 2024-01-02", "标签: 换届", "目录项: 7");
        for (int i = 1; i <= 5; i++) {
            site.entry("content/n" + i + ".md", "标题: 一个标签" + i, "发布日期: 2024-02-0" + i, "标签: 节水");
        }
        site.built();

        assertThat(site.html("articles/2024/a.html")
                        .select("nav[aria-label=相关] a")
                        .eachText())
                .containsExactly("一个标签5", "一个标签4", "一个标签3", "一个标签2", "两个标签");
        assertThat(site.html("articles/2024/d.html").select("nav[aria-label=相关]"))
                .isEmpty();
    }

    @Test
    void keepTagsThatSoundAlikeApart() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-01", "标签: [公示, 公式]").built();

        assertThat(site.files().keySet().stream()
                        .filter(address -> address.matches("tags/gong-shi-[0-9a-f]{6}/index\\.html")))
                .hasSize(2);
    }

    private void entries(int number) {
        for (int i = 1; i <= number; i++) {
            site.entry("content/" + i + ".md", "标题: 第" + i + "条", "发布日期: 2024-01-" + (1 + i % 28), "标签: q1");
        }
    }

    @Test
    void chaptersFollowEachOtherInTheOrderOfTheirFilesOnOnePage() {
        for (int i = 1; i <= 40; i++) {
            site.entry("content/手册/%02d.md".formatted(i), "标题: 第" + i + "章", "栏目: 手册", "发布日期: 2024-01-15");
        }
        site.built();

        String second = site.files().keySet().stream()
                .filter(name -> name.endsWith("/2024/02.html"))
                .findFirst()
                .orElseThrow();
        var nav = site.html(second).selectFirst("nav.neighbours");
        assertThat(nav.text()).isEqualTo("上一篇第1章 下一篇第3章");
    }
}
