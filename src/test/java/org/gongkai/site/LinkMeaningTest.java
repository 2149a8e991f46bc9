package org.gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that do not name a file as it is called today, and still can mean one thing only. */
@Tag("slow")
class LinkMeaningTest extends SiteFixture {

    private static final String HEADER = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n";

    @BeforeEach
    void aSite() {
        site.entry("content/计划/2024.md", "标题: 年度计划", "发布日期: 2024-01-02", "旧址: [old/2024/plan.html, old/jihua/]")
                .entry("content/制度/汇编/index.md", "标题: 制度汇编", "发布日期: 2024-01-02")
                .entry("content/制度/说明/README.md", "标题: 制度说明", "发布日期: 2024-01-02")
                .entry("content/制度/学习 办法.md", "标题: 学习办法", "发布日期: 2024-01-02");
    }

    /** Links of a body typed in content/总结/a.md, from its page. */
    private List<String> hrefs(String body) {
        site.file("content/总结/a.md", HEADER + body + "\n").built();
        return site.html("articles/2024/zong-jie-a.html").select(".prose a").eachAttr("href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../计划/2024.md",
                "./../计划/./2024.md",
                "/计划/2024.md",
                "../%E8%AE%A1%E5%88%92/2024.md",
                "../计划/2024",
                "/计划/2024",
                "../计划/2024.html",
                "../%E8%AE%A1%E5%88%92/2024.htm",
                // Its page: from the page of this entry, from the root of the site.
                "ji-hua-2024.html",
                "/articles/2024/ji-hua-2024.html",
                "articles/2024/ji-hua-2024.html",
                "../../articles/2024/ji-hua-2024.html",
                // Its previous addresses.
                "/old/2024/plan.html",
                "../../old/2024/plan.html",
                "../old/2024/plan.html",
                "old/2024/plan.html",
                "/old/jihua/",
                "/old/jihua",
                "/old/jihua/index.html"
            })
    void leadToTheOneEntryThatTheyCanMean(String typed) {
        assertThat(hrefs("见[计划](" + typed + ")。")).containsExactly("ji-hua-2024.html");
    }

    @ParameterizedTest
    @CsvSource({
        "../制度/汇编/, zhi-du-hui-bian-index.html",
        "../制度/汇编, zhi-du-hui-bian-index.html",
        "/制度/汇编/, zhi-du-hui-bian-index.html",
        "../制度/汇编/index.html, zhi-du-hui-bian-index.html",
        "../制度/说明/, zhi-du-shuo-ming-readme.html",
        "../制度/说明, zhi-du-shuo-ming-readme.html",
        "../制度/学习%20办法, zhi-du-xue-xi-ban-fa.html",
    })
    void leadToTheFirstEntryOfAFolder(String typed, String href) {
        assertThat(hrefs("见[制度](" + typed + ")。")).containsExactly(href);
    }

    @Test
    void keepTheirPlaceInTheText() {
        site.file("content/制度/丙.md", HEADER + "## 会议\n\n三次。\n");

        assertThat(hrefs("见[会议](../制度/丙#会议)。")).containsExactly("zhi-du-bing.html#会议");
    }

    @Test
    void ofAFolderTakeItsIndexBeforeItsReadme() {
        site.entry("content/制度/汇编/README.md", "标题: 读我", "发布日期: 2024-01-02");

        assertThat(hrefs("见[制度](../制度/汇编/)。")).containsExactly("zhi-du-hui-bian-index.html");
    }

    @Test
    void leadFromFieldsToo() {
        site.published("content/总结/a.md", "标题: 2024年工作总结", "发布日期: 2024-01-02", "文种: 工作总结", "对应计划: ../计划/2024")
                .built();

        assertThat(site.html("summaries/2024/zong-jie-a.html")
                        .select("a[href$=ji-hua-2024.html]")
                        .eachText())
                .containsExactly("年度计划");
    }

    @Test
    void leadOnFromThePathsThatAFileHadBefore() {
        site.entry("content/通知/旧名.md", "标题: 值班通知", "发布日期: 2024-01-02", "状态: 草稿");
        GitFolder git = new GitFolder(site.root());
        git.commit("2024-01-02", "某委员", "写值班通知");
        site.delete("content/通知/旧名.md").entry("content/通知/新名.md", "标题: 值班通知", "发布日期: 2024-01-02", "状态: 草稿");
        git.commit("2024-01-03", "某委员", "改名");
        site.entry("content/通知/新名.md", "标题: 值班通知", "发布日期: 2024-01-02");
        git.commit("2024-01-04", "某委员", "发布");
        site.delete("content/通知/新名.md").entry("content/值班/本年.md", "标题: 值班通知", "发布日期: 2024-01-02");
        git.commit("2024-01-05", "某委员", "换文件夹");

        assertThat(hrefs("[一](../通知/旧名.md) [二](/通知/新名.md) [三](tong-zhi-xin-ming.html) [四](../值班/本年.md)"))
                .containsOnly("zhi-ban-ben-nian.html")
                .hasSize(4);
    }

    private GitFolder twoEntriesAtOnePath() {
        site.entry("content/通知/值班.md", "标题: 元旦值班通知", "发布日期: 2024-01-02");
        GitFolder git = new GitFolder(site.root());
        git.commit("2024-01-02", "某委员", "发布");
        site.delete("content/通知/值班.md").entry("content/通知/元旦.md", "标题: 元旦值班通知", "发布日期: 2024-01-02");
        git.commit("2024-01-03", "某委员", "改名");
        site.file("content/通知/值班.md", HEADER + "各组：从二月一日起，防汛值班改为两班，每班三人，由各组组长安排。\n");
        git.commit("2024-01-04", "某委员", "又发一篇");
        return git;
    }

    @Test
    void doNotLeadOnFromAPathThatAnotherFileHadSince() {
        GitFolder git = twoEntriesAtOnePath();
        site.delete("content/通知/值班.md").file("content/总结/a.md", HEADER + "见[值班](../通知/值班.md)。\n");
        git.commit("2024-01-05", "某委员", "删去");

        assertThat(site.build().problems())
                .singleElement()
                .asString()
                .startsWith("content/总结/a.md:6:7: 错误 E201 链接“../通知/值班.md”指向的文件不存在");
    }

    @Test
    void tellOfPathsThatTwoEntriesHadBefore() {
        GitFolder git = twoEntriesAtOnePath();
        site.delete("content/通知/值班.md")
                .file("content/通知/防汛.md", HEADER + "各组：从二月一日起，防汛值班改为两班，每班三人，由各组组长安排。\n")
                .file("content/总结/a.md", HEADER + "见[值班](../通知/值班.md)。\n");
        git.commit("2024-01-05", "某委员", "又改名");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:6:7: 错误 E210 链接“../通知/值班.md”可以指 content/通知/元旦.md、content/通知/防汛.md 中的任一个；请写明是哪一个，如“../通知/元旦.md”");
    }

    @Test
    void tellOfWhatCanMeanMoreThanOneEntry() {
        site.published("content/计划/2023.md", "标题: 2023年计划", "发布日期: 2023-01-02")
                .published("content/计划/2023.adoc", "标题: 2023年补充计划", "发布日期: 2023-01-03", "索引号: ABCD01/2023-00001")
                .published("content/计划/2023/index.md", "标题: 2023年各项计划", "发布日期: 2023-01-03");
        site.published("content/总结/b.md", "标题: 2024年工作总结", "发布日期: 2024-01-02", "文种: 工作总结", "对应计划: ../计划/2023")
                .file("content/总结/a.md", HEADER + "见[计划](../计划/2023)和[各项](../计划/2023/)。\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:6:7: 错误 E210 链接“../计划/2023”可以指 content/计划/2023.adoc、content/计划/2023.md、content/计划/2023/index.md 中的任一个；请写明是哪一个，如“../计划/2023.adoc”",
                        "content/总结/b.md:5:7: 错误 E210 “对应计划”的“../计划/2023”可以指 content/计划/2023.adoc、content/计划/2023.md、content/计划/2023/index.md 中的任一个；请写明是哪一个，如“../计划/2023.adoc”");
    }

    @Test
    void takeAnotherCaseWithAWarning() {
        site.file("content/总结/图.PNG", Attachments.png())
                .file("content/总结/Form.pdf", Attachments.pdf("1"))
                .file(
                        "content/总结/a.md",
                        "---\n标题: 甲\n发布日期: 2024-01-02\n附件: form.PDF\n---\n\n"
                                + "![图](图.png) [计划](../计划/2024.MD) [说明](../制度/说明/readme)\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/总结/a.md:4:5: 警告 W211 附件“form.PDF”与文件 content/总结/Form.pdf 的大小写不同；在服务器上大小写不同就是两个文件，请写成“Form.pdf”",
                        "content/总结/a.md:7:6: 警告 W211 图片“图.png”与文件 content/总结/图.PNG 的大小写不同；在服务器上大小写不同就是两个文件，请写成“图.PNG”",
                        "content/总结/a.md:7:18: 警告 W211 链接“../计划/2024.MD”与文件 content/计划/2024.md 的大小写不同；在服务器上大小写不同就是两个文件，请写成“../计划/2024.md”",
                        "content/总结/a.md:7:38: 警告 W211 链接“../制度/说明/readme”与文件 content/制度/说明/README.md 的大小写不同；在服务器上大小写不同就是两个文件，请写成“../制度/说明/README.md”");
        assertThat(site.html("articles/2024/zong-jie-a.html").select(".prose a").eachAttr("href"))
                .containsExactly("ji-hua-2024.html", "zhi-du-shuo-ming-readme.html");
        assertThat(site.files()).containsKeys("articles/2024/zong-jie-a/tu.png", "articles/2024/zong-jie-a/form.pdf");
    }

    @Test
    void tellOfFilesThatDifferInCaseOnly() {
        site.file("content/总结/Form.pdf", Attachments.pdf("1"))
                .file("content/总结/FORM.pdf", Attachments.pdf("2"))
                .file("content/总结/a.md", HEADER + "见[表](form.pdf)。\n");

        assertThat(site.build().problems())
                .contains(
                        "content/总结/a.md:6:6: 错误 E210 链接“form.pdf”可以指 content/总结/FORM.pdf、content/总结/Form.pdf 中的任一个；请写明是哪一个，如“FORM.pdf”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../计划/2023", "../计划/2023.html", "/old/2023.html", "../2023/ji-hua-2023.html", "../计划/2023.MD"})
    void leadNowhereWhereReadersMayNotGo(String typed) {
        site.entry("content/计划/2023.md", "标题: 不给外人看的计划", "发布日期: 2023-01-02", "公开范围: 全党", "旧址: old/2023.html")
                .file("content/_data/site.yml", "名称: 示例支部\n受众:\n- {名称: 社会, 范围: [社会]}\n")
                .entry("content/计划/2024.md", "标题: 年度计划", "发布日期: 2024-01-02", "公开范围: 社会");
        site.file("content/总结/a.md", "---\n标题: 甲\n发布日期: 2024-01-02\n公开范围: 社会\n---\n\n见[那一年](" + typed + ")。\n");

        assertThat(site.build().problems())
                .anyMatch(problem -> problem.contains(" W205 链接“" + typed + "”指向的条目现在不公开（不对本站的公开对象公开），只显示文字"));
        assertThat(site.html("articles/2024/zong-jie-a.html").select(".prose a"))
                .isEmpty();
        assertThat(site.page("articles/2024/zong-jie-a.html")).contains("见那一年。");
    }

    @Test
    void leadNowhereWhereNoEntryComesFirst() {
        site.file("content/总结/a.md", HEADER + "见[制度](../制度/)。\n");

        assertThat(site.build().problems())
                .containsExactly("content/总结/a.md:6:7: 错误 E201 链接“../制度/”指向的文件不存在；这是一个文件夹，里面没有 index.md，请写明链接到哪一篇");
    }

    @Test
    void findNoImagesByHalfAName() {
        site.file("content/总结/图.png", Attachments.png())
                .file("content/总结/a.md", HEADER + "![图](图)\n![图](../计划/2024)\n");

        assertThat(site.build().problems())
                .filteredOn(problem -> problem.contains(" E202 "))
                .hasSize(2);
    }

    /** The first thousand are told, and that there are more; each would be compared with every file that its writer may have meant. */
    @Test
    void thousandsThatLeadNowhereAreToldLikeOne() {
        String body = IntStream.range(0, 3_000)
                .mapToObj(i -> "[甲](没有这一篇" + i + ".md)")
                .collect(Collectors.joining("\n\n"));
        site.file("content/总结/a.md", HEADER + body + "\n");
        for (int i = 0; i < 300; i++) {
            site.entry("content/总结/没有那一篇" + i + ".md", "标题: 第" + i + "篇", "发布日期: 2024-01-02");
        }

        List<String> problems = site.build().problems();

        assertThat(problems)
                .hasSize(1_001)
                .allMatch(line -> line.matches("content/总结/a\\.md:\\d+:5: 错误 E201 .*"))
                .anyMatch(line -> line.contains("您是不是"));
        assertThat(problems.get(1_000)).contains("超过 1000 处");
    }
}
