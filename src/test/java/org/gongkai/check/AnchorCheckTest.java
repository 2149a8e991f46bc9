package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
