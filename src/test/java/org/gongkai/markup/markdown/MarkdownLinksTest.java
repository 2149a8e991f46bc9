package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.junit.jupiter.api.Test;

class MarkdownLinksTest {
    private final Bodies.Recorder links = new Bodies.Recorder();

    private String html(String text, int firstLine) {
        return Bodies.MARKDOWN
                .convert(new Markup("content/甲.md", text, firstLine), links)
                .html()
                .strip();
    }

    @Test
    void everyAddressIsToldWithItsPlace() {
        html("见[通知](../通知/1.md#节)。\n\n- 𠮷![图](图.png)\n\n[参][r] <https://a.b/> <x@y.cn> [内](#内)\n\n[r]: 二.md\n", 10);
        assertThat(links.seen)
                .containsExactly(
                        "LINK ../通知/1.md#节 10:7",
                        "IMAGE 图.png 12:9",
                        "LINK 二.md 16:6",
                        "ADDRESS https://a.b/ 14:9",
                        "ADDRESS mailto:x@y.cn 14:24",
                        "LINK #内 14:36");
    }

    @Test
    void aFileNameMayHoldBlanksWithOrWithoutBrackets() {
        html("![](图 #1%.png) ![](<图 2.png>) [表](表 3.xlsx \"标题\") [a](b.md \"t\")", 1);
        assertThat(links.seen)
                .containsExactly("IMAGE 图 #1%.png 1:5", "IMAGE 图 2.png 1:21", "LINK 表 3.xlsx 1:35", "LINK b.md 1:54");
    }

    @Test
    void placesAreRightInTextThatWasSplitIntoParagraphs() {
        String line = "会议研究了本月工作，明确了责任分工。各小组按时间表推进，遇到问题及时报告，月底前将完成情况报支部汇总，并在公示栏公布结果。";
        html("一、情况\n" + line + "\n" + line + "见[表](表.md)。\n 　\n1. 见[乙](乙.md)\n", 3);
        assertThat(links.seen).containsExactly("LINK 表.md 5:" + (line.length() + 6), "LINK 乙.md 7:9");
    }

    @Test
    void addressesInTypedHtmlAreResolvedToo() {
        html("文\n\n<p><a href=\"甲.md?a=1&amp;b=2\">甲</a> <img src=\"图.png\"></p>\n\n[乙](乙.md)\n", 1);
        assertThat(links.seen).containsExactlyInAnyOrder("LINK 甲.md?a=1&b=2 3:13", "IMAGE 图.png 3:47", "LINK 乙.md 5:5");
    }

    @Test
    void anAddressThatLeadsNowhereLeavesItsText() {
        LinkResolver none = (kind, destination, line, column) -> new LinkResolver.Target("", "");
        assertThat(Bodies.MARKDOWN
                        .convert(new Markup("a.md", "[**甲**](a.md) ![图](b.png) <https://c.d>", 1), none)
                        .html())
                .isEqualTo("<p><strong>甲</strong> 图 https://c.d</p>\n");
    }

    @Test
    void aLinkWithoutTextTakesTheTitleOfItsTarget() {
        LinkResolver titled = (kind, destination, line, column) -> new LinkResolver.Target("x/index.html", "年度《计划》");
        assertThat(Bodies.MARKDOWN
                        .convert(new Markup("a.md", "见[](计划.md)。", 1), titled)
                        .html())
                .isEqualTo("<p>见<a href=\"x/index.html\">年度《计划》</a>。</p>\n");
    }

    @Test
    void whateverTheCallerReturnsAnUnsafeAddressNeverSurvives() {
        for (String bad : new String[] {
            "javascript:alert(1)",
            "data:text/html,x",
            " javascript:x",
            "java\nscript:x",
            "vbscript:x",
            "//evil.cn",
            "\\\\evil",
            "file:///etc/passwd",
            "JAVASCRIPT:x"
        }) {
            LinkResolver hostile = (kind, destination, line, column) -> new LinkResolver.Target(bad, "");
            Body body = Bodies.MARKDOWN.convert(
                    new Markup("a.md", "[甲](a.md) ![图](b.png) <a href=\"x\">y</a>", 1), hostile);
            assertThat(body.html()).as(bad).doesNotContain("href", "src=");
        }
    }
}
