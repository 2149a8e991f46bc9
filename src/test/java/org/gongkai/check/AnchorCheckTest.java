package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorCheckTest extends SiteFixture {

    private static final String HEADER = "---\n标题: 甲\n发布日期: 2024-01-02\n---\n\n";

    @BeforeEach
    void aSite() {
        site.file("content/计划.md", HEADER + "## 工作安排 {#arrangement}\n\n正文。\n");
    }

    @Test
    void takesAPlaceThatExists() {
        site.file("content/a.md", HEADER + "见[安排](计划.md#arrangement)。\n").built();

        assertThat(site.html("articles/2024/a.html").select("a:containsOwn(安排)").attr("href"))
                .isEqualTo("ji-hua.html#arrangement");
    }

    @Test
    void takesPlacesWithCapitalsAndCodes() {
        site.file("content/规程.md", HEADER + "## 1.1 安装 步骤\n\n## Plan B\n\n<a name=\"Foo\"></a>文。\n")
                .file("content/手册.adoc", "= 乙\n:发布日期: 2024-01-02\n\n== 安装 步骤\n\n[[Bar]]\n段。\n")
                .file(
                        "content/a.md",
                        HEADER + "[一](规程.md#1-1-安装-步骤) [二](规程.md#1-1-%E5%AE%89%E8%A3%85-%E6%AD%A5%E9%AA%A4)"
                                + " [三](规程.md#Plan-B) [四](规程.md#Foo) [五](手册.adoc#Bar) [六](#Jia)\n\n## Jia\n")
                .built();

        assertThat(site.html("articles/2024/a.html").select(".prose a").eachAttr("href"))
                .containsExactly(
                        "gui-cheng.html#1-1-安装-步骤",
                        "gui-cheng.html#1-1-安装-步骤",
                        "gui-cheng.html#plan-b",
                        "gui-cheng.html#Foo",
                        "shou-ce.html#Bar",
                        "#jia");
        for (Element link : site.html("articles/2024/a.html").select(".prose a[href*=.html#]")) {
            String[] href = link.attr("href").split("#");
            assertThat(site.html("articles/2024/" + href[0]).getElementById(href[1]))
                    .as(link.outerHtml())
                    .isNotNull();
        }
    }

    @Test
    void tellsOfAPlaceThatDoesNotExistWithANearOne() {
        site.file("content/a.md", HEADER + "见[安排](计划.md#arangement)。\n");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:6:7: 错误 E206 “content/计划.md”里没有“#arangement”这个位置；您是不是要写“#arrangement”");
    }

    @Test
    void tellsOfAPlaceThatIsLikeNone() {
        site.file("content/a.md", HEADER + "见[下文](#附则)。\n");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:6:7: 错误 E206 “content/a.md”里没有“#附则”这个位置；请核对那一条的标题；只想链接整篇时去掉 # 及其后的文字");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index.html", "articles/index.html", "years/2024/index.html", "404.html", "tags/index.html"})
    void tellsOfAFormerAddressThatIsAPageOfTheSite(String alias) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: /" + alias);

        assertThat(site.build().errors())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 " + alias + " 是本站现有的网页地址；请删去这个旧址", "发现 1 个错误，站点没有改动。");
    }

    @ParameterizedTest
    @CsvSource({
        "feed.xml, feed.xml/index.html",
        "articles/2024/a.html/old.html, articles/2024/a.html/old.html",
        "manifest.json/, manifest.json/index.html"
    })
    void tellsOfAFormerAddressBelowAFileOfTheSite(String alias, String address) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: " + alias);

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 " + address + " 是本站现有的网页地址；请删去这个旧址");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[old.html, old.html/b.html]", "[old.html/b.html, old.html]"})
    void tellsOfAFormerAddressBelowAnother(String aliases) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: " + aliases);

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 old.html/b.html 是本站现有的网页地址；请删去这个旧址");
    }

    @Test
    void tellsOfAFormerAddressThatIsAFileOfAnEntry() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: articles/2024/a/biao.txt", "附件: biao.txt")
                .file("content/biao.txt", "表");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 articles/2024/a/biao.txt/index.html 是本站现有的网页地址；请删去这个旧址");
    }
}
