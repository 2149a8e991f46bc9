package org.gongkai.markup.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.body;
import static org.gongkai.markup.Bodies.html;

import java.util.List;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.problem.Problem;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 题\n\n## 节 {#x}\n\n正文 a=b @c `d` 1+1 \"引\" 'x' & <https://a.b/?x=1&y=2>",
                "| 甲 | 乙 |\n|:--|:-:|\n| 1 {colspan=2} | 2 |\n\n| a |\n|---|",
                "- [x] 好\n- [ ] 否\n  - 内\n\n1. 一\n\n   二\n\n3. 三",
                "术语\n: 解释\n: 又一\n\n    段\n\n甲\n: 乙",
                "脚注[^1]再[^1][^2]\n\n[^1]: 注\n\n    第二段\n[^2]: 又",
                "![图](a.png \"题\")\n\n文![图](b.png)文 [a](b.md \"t\")",
                "```java\n  a <b> & \"c\"\n\n\nd\n```\n\n    缩进\n\n> 引\n>> 引\n>\n> - 甲",
                "**粗***斜*~~删~~`码`  \n换行\\\n再换\n软换\nEnglish\n\n---\n\n上行\n下行",
                "## a {#a-b_c.d:e}\n\n[内](#a) {x} $y$ *`*"
            })
    void whatWeWriteOurselvesPassesUnchanged(String markdown) {
        String own = html(markdown);
        LinkResolver known = (kind, destination, line, column) -> new LinkResolver.Target(destination, "");
        Markup none = new Markup("a", "", 1);
        Body again = HtmlBody.ofMarkdown(own, new SourceLinks(none, known), new DroppedHtml(none, false));
        assertThat(again.html().strip()).isEqualTo(own);
    }

    @Test
    void theSameBodyWithAndWithoutTypedHtmlLooksTheSame() {
        String text = "## 节\n\n- 甲[链](a.md)\n\n| 甲 |\n|---|\n| 1 |\n\n脚注[^1]。\n\n[^1]: 注\n";
        assertThat(html("<b>粗</b>\n\n" + text).replaceFirst("(?s)^.*?</b>(</p>)?\n", ""))
                .isEqualTo(html(text));
    }

    @Test
    void harmlessHtmlStays() {
        assertThat(html("H<sub>2</sub>O <kbd>A</kbd> <span class=\"x\">y</span><br>z"))
                .isEqualTo("<p>H<sub>2</sub>O <kbd>A</kbd> <span class=\"own-x\">y</span><br>z</p>");
        assertThat(html("<details><summary>看</summary>文</details>"))
                .isEqualTo("<details><summary>看</summary>文</details>");
    }

    @Test
    void commentsShowNothing() {
        assertThat(html("文<!-- 记 -->字")).isEqualTo("<p>文字</p>");
        assertThat(html("<!-- 记 -->\n\n文")).isEqualTo("<p>文</p>");
    }

    static Iterable<String> elements() {
        return HtmlElements.ALLOWED;
    }

    @ParameterizedTest
    @MethodSource("elements")
    void tagsTypedInRunningTextAreWellFormed(String name) {
        String open = "<" + name + ">";
        String close = "</" + name + ">";
        assertWellFormed("文" + open + "字" + close + "尾");
        assertWellFormed("**文" + open + "字**" + close + "尾");
        assertWellFormed("[文" + open + "字" + close + "尾](a.md)");
        assertWellFormed("- 文" + open + "字\n- 乙");
        for (String inner : HtmlElements.ALLOWED) {
            assertWellFormed("文" + open + "字<" + inner + ">尾</" + inner + ">" + close + "末");
            assertWellFormed("文" + open + "字<" + inner + ">尾" + close + "</" + inner + ">末");
        }
    }

    @Test
    void aBlockTypedInASentenceEndsItsParagraph() {
        assertThat(html("**文<div>字</div>尾**"))
                .startsWith("<p><strong>文</strong></p><div><strong>字</strong></div><strong>尾</strong>");
    }

    @Test
    void aPartOfNoTableIsDroppedAndItsTextStays() {
        assertThat(html("文<col>字")).isEqualTo("<p>文字</p>");
        assertThat(html("<u>文<td>字</td></u>尾")).isEqualTo("<p><u>文字</u>尾</p>");
    }

    @Test
    void blocksInCellsLeaveTheParagraphsAroundTheirTableAlone() {
        assertThat(html("<table><tr><td><p>一<b>二</b></p><p>三</p></td></tr></table>"))
                .contains("<td><p>一<b>二</b></p><p>三</p></td>");
    }

    private static void assertWellFormed(String typed) {
        LinkResolver links = (kind, destination, line, column) -> new LinkResolver.Target(destination, "");
        for (String body : new String[] {
            body(typed).html(),
            HtmlBody.of(new Markup("content/甲.html", "<p>" + typed + "</p>", 1), links)
                    .html()
        }) {
            Parser parser = Parser.htmlParser().setTrackErrors(1);
            parser.parseInput("<!DOCTYPE html><html><head><title>题</title></head><body>" + body + "</body></html>", "");
            assertThat(parser.getErrors()).as(typed + " becomes " + body).isEmpty();
        }
    }

    private static List<String> told(MarkupConverter converter, String text) {
        return converter.convert(new Markup("content/甲.md", text, 5), new Bodies.Recorder()).problems().stream()
                .map(Problem::text)
                .toList();
    }

    @Test
    void whatTheAllowListTakesOutOfMarkdownIsTold() {
        assertThat(told(Bodies.MARKDOWN, "文\n\n<video src=\"a.mp4\"></video>\n\n<p onclick=\"x()\">好</p>\n"))
                .containsExactly(
                        "content/甲.md:7:1: 警告 W164 网页代码 <video> 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块",
                        "content/甲.md:9:4: 警告 W164 网页属性 onclick 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
    }

    @Test
    void whatItTakesOutOfHtmlIsToldToo() {
        assertThat(told(HtmlBody::of, "<p>好</p>\n<iframe src=\"http://a.b/\"></iframe>\n"))
                .containsExactly("content/甲.md:6:1: 警告 W164 网页代码 <iframe> 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
    }

    @Test
    void whatMayStandIsNotTold() {
        assertThat(told(Bodies.MARKDOWN, "<u>文</u> `<script>` <img src=\"图.png\" alt=\"图\">\n"))
                .isEmpty();
    }
}
