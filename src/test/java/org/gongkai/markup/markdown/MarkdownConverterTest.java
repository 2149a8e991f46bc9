package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.body;
import static org.gongkai.markup.Bodies.html;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gongkai.markup.Body;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownConverterTest {
    @Test
    void headingsGetIdsAndMakeAnOutline() {
        Body body = body("## 一、概况\n\n### 人员 {#ren}\n\n## 一、概况\n");
        assertThat(body.html())
                .isEqualTo(
                        "<h2 id=\"一-概况\">一、概况</h2>\n" + "<h3 id=\"ren\">人员</h3>\n" + "<h2 id=\"一-概况-2\">一、概况</h2>\n");
        assertThat(body.outline())
                .containsExactly(
                        new Body.Heading(2, "一-概况", "一、概况"),
                        new Body.Heading(3, "ren", "人员"),
                        new Body.Heading(2, "一-概况-2", "一、概况"));
        assertThat(body.anchors()).containsExactlyInAnyOrder("一-概况", "ren", "一-概况-2");
    }

    @Test
    void anH1ShiftsAllHeadingsDown() {
        assertThat(body("# 甲\n\n## 乙\n\n###### 丙").outline())
                .extracting(Body.Heading::level)
                .containsExactly(2, 3, 6);
        assertThat(body("## 甲\n\n### 乙").outline())
                .extracting(Body.Heading::level)
                .containsExactly(2, 3);
    }

    @Test
    void theOutlineHoldsPlainText() {
        assertThat(body("## **粗** `码` [链](a.md) &amp; a\\*b[^1]\n\n[^1]: 注").outline())
                .extracting(Body.Heading::text)
                .containsExactly("粗 码 链 & a*b");
    }

    @Test
    void tablesAreFramedAndTheirHeadsNamed() {
        assertThat(html("| 时间 | 人数 |\n|---|--:|\n| 一月 | 5 |"))
                .isEqualTo("<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" aria-label=\"表格\"><table>\n"
                        + "<thead>\n<tr>\n<th scope=\"col\">时间</th>\n<th class=\"align-right\" scope=\"col\">人数</th>\n"
                        + "</tr>\n</thead>\n<tbody>\n<tr>\n<td>一月</td>\n<td class=\"align-right\">5</td>\n</tr>\n"
                        + "</tbody>\n</table></div>");
    }

    @Test
    void cellsBeyondTheColumnsAreShownAndAllRowsHaveAsMany() {
        assertThat(html("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |"))
                .contains(
                        "<th scope=\"col\">乙</th>\n<td></td>\n</tr>",
                        "<td>3</td>\n</tr>",
                        "<td>4</td>\n<td></td>\n<td></td>\n</tr>");
    }

    private static String right(int number) {
        return "<td class=\"align-right\">" + number + "</td>\n";
    }

    @Test
    void cellsMaySpanColumnsAndRows() {
        assertThat(html("| 甲 | 乙 |\n|---|--:|\n| 合计 {colspan=2 rowspan=3} |\n| 丙 | {colspan=2} |"))
                .contains("<td colspan=\"2\" rowspan=\"3\">合计</td>", "<td>丙</td>\n<td colspan=\"2\"></td>");
        assertThat(
                        html(
                                "| 组 | 数 {colspan=2} | 注 |\n|---|--:|---|\n| 甲 {rowspan=2} | 1 | 2 | 无 |\n| 3 | 4 | 缺 |\n| 乙 | 5 | 6 | - |"))
                .contains(right(1) + right(2) + "<td>无</td>", right(3) + right(4) + "<td>缺</td>")
                .contains("<td>乙</td>\n" + right(5) + right(6) + "<td>-</td>");
    }

    @Test
    void aBarBehindAStrokeIsOneWithinACellAndInCodeThere() {
        assertThat(html("| 写法 | 意思 |\n|---|---|\n| `[a\\|b]` | **a\\|b**、`c\\|d` |\n| ``\\`\\|`` | `\\d` |\n\n`a\\|b`"))
                .contains(
                        "<td><code>[a|b]</code></td>",
                        "<td><strong>a|b</strong>、<code>c|d</code></td>",
                        "<td><code>\\`|</code></td>",
                        "<td><code>\\d</code></td>",
                        "<p><code>a\\|b</code></p>");
    }

    @Test
    void taskListsAreBoxesThatDoNothing() {
        assertThat(html("- [x] 已办\n- [ ] 未办"))
                .isEqualTo("<ul>\n<li class=\"task-list-item\"><input type=\"checkbox\" disabled=\"disabled\""
                        + " checked=\"checked\" aria-label=\"已完成\"> 已办</li>\n"
                        + "<li class=\"task-list-item\"><input type=\"checkbox\" disabled=\"disabled\""
                        + " aria-label=\"未完成\"> 未办</li>\n</ul>");
    }

    @Test
    void aFootnoteGoesOnBehindATab() {
        assertThat(html("甲[^1]\n\n[^1]: 乙\n\n\t另见附件\n\n    再见附件")).contains("<p>乙</p>\n<p>另见附件</p>\n<p>再见附件</p>");
    }

    @Test
    void aFootnoteThatNothingRefersToIsReported() {
        assertThat(body("甲[^1]\n\n[^1]: 乙\n[^2]: 丙\n").problems())
                .extracting(problem ->
                        problem.line() + " " + problem.code() + " " + problem.message() + "；" + problem.hint())
                .containsExactly("4 W169 “[^2]: 丙”是脚注的写法，又没有正文用到它，网页上不会显示；"
                        + "要显示这行文字，请把半角冒号改成全角“：”，或在行首加反斜杠 \\；确实是脚注的，请在正文里写 [^2]");
    }

    @Test
    void aMarkThatMarksNothingIsReported() {
        assertThat(body("甲[^1]乙，**没有完\n\n** 甲**是乙\n\n丙\n请参加。\n---\n\n```\n丁\n\n戊")
                        .problems())
                .extracting(it -> it.line() + ":" + it.column() + " " + it.code() + " " + it.message())
                .containsExactly(
                        "1:2 W168 脚注“[^1]”没有内容，网页上照样显示",
                        "1:8 W168 “**”在这里不是标记，网页上照样显示",
                        "3:1 W168 “**”在这里不是标记，网页上照样显示",
                        "5:1 W168 “丙请参加。”下面紧跟着 ---，网页上成了标题",
                        "9:1 W168 这里起是代码，没有结束，后面的文字都成了代码，也没有检查");
        String right = "王**同志，**某同志，1****0\n\n**甲：**乙，**“丙”**丁\n\n通知\n---\n\n```\n**乙\n```";
        assertThat(body(right).problems()).isEmpty();
    }

    @Test
    void aLinkIsNoBox() {
        assertThat(html("- [x](b.md)\n- [x][r]: 甲\n- [ ]"))
                .isEqualTo("<ul>\n<li><a href=\"b.md\">x</a></li>\n<li>[x][r]: 甲</li>\n<li>[ ]</li>\n</ul>");
    }

    @Test
    void marksOfDefinitionsThatDefineNothingAreShown() {
        assertThat(html("人数\n~ 三人")).isEqualTo("<p>人数\n~ 三人</p>");
        assertThat(html("时间\n:")).isEqualTo("<dl>\n<dt>时间</dt>\n<dd>: </dd>\n</dl>");
        assertThat(html("| 甲 |\n|---|\n\n: 乙")).endsWith("<div>: 乙</div>");
    }

    @Test
    void anAddressMayFollowMarksAndPrecedeAReference() {
        assertThat(html("*_http://a.cn/b")).isEqualTo("<p>*_<a href=\"http://a.cn/b\">http://a.cn/b</a></p>");
        assertThat(html("www.a.cn&#60;")).isEqualTo("<p><a href=\"http://www.a.cn\">www.a.cn</a>&lt;</p>");
    }

    @Test
    void footnotesAreNumberedInTheOrderOfTheText() {
        Body body = body("甲[^b]乙[^a]丙[^b]丁[^无]\n\n[^a]: 注甲\n[^b]: 注乙");
        assertThat(body.html())
                .contains(
                        "甲<sup class=\"footnote-ref\" id=\"_fnref-1\"><a href=\"#_fn-1\">1</a></sup>乙",
                        "id=\"_fnref-1-2\"",
                        "丁[^无]",
                        "<li id=\"_fn-1\">\n<p>注乙</p>\n<a href=\"#_fnref-1\"",
                        "<li id=\"_fn-2\">\n<p>注甲</p>");
    }

    @Test
    void definitionListsCodeQuotesAndRules() {
        assertThat(html("术语\n: 解释")).isEqualTo("<dl>\n<dt>术语</dt>\n<dd>解释</dd>\n</dl>");
        assertThat(html("```java\na < b\n```")).isEqualTo("<pre><code class=\"language-java\">a &lt; b\n</code></pre>");
        assertThat(html("> 甲\n> 乙")).isEqualTo("<blockquote>\n<p>甲乙</p>\n</blockquote>");
        assertThat(html("甲\n\n---\n\n乙")).isEqualTo("<p>甲</p>\n<hr>\n<p>乙</p>");
    }

    @Test
    void listsKeepTheirFirstNumber() {
        assertThat(html("13. 强化\n14. 完善")).isEqualTo("<ol start=\"13\">\n<li>强化</li>\n<li>完善</li>\n</ol>");
        assertThat(html("- 甲\n\n- 乙")).contains("<li><p>甲</p>");
    }

    @Test
    void aParagraphMayHaveAnId() {
        assertThat(html("段落 {#p}")).isEqualTo("<p id=\"p\">段落</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "集合 {a, b}",
                "实到 **30**{人数=3}",
                "实到 `30`{人数=3}人",
                "[甲](a.md){target=_blank}",
                "![甲](a.png){width=50%}文",
                "合计 {人数=3}",
                "合计 {width=3}",
                "*甲* {onclick=x .key}",
                "段落 {#p .key}",
                "段落 {#a=b}",
                "求和 $\\sum_{j=1}",
                "**和**{ }",
                "**和**{class=}",
                "## 人员 {人数=3}",
                "## {#ren}",
                "甲\n\n{.plain}",
                "{.plain}",
                "- 甲 {人数=3}",
                "- 甲\n\n{人数=3}",
                "正文 {title=会议}",
                "正文 {.第一条}",
                "| 甲 |\n|---|\n| {title=丙} |",
                "| 甲 |\n|---|\n| 乙 {.丙} |",
                "| 甲 {人数=3} | 乙 |\n|---|---|\n| 丙 {start=2} | 丁 |"
            })
    void bracesThatAreNoAttributesAreText(String typed) {
        String braces = typed.substring(typed.indexOf('{'), typed.lastIndexOf('}') + 1);
        assertThat(Jsoup.parse(html(typed)).text().replaceAll("[ |-]", "")).contains(braces.replaceAll("[ |\n-]", ""));
    }

    @Test
    void anImageAloneIsAFigure() {
        assertThat(html("![合影](图.png \"支部合影\")"))
                .isEqualTo("<figure><img src=\"图.png\" alt=\"合影\" title=\"支部合影\" loading=\"lazy\">"
                        + "<figcaption>支部合影</figcaption></figure>");
        assertThat(html("![＿＿](图.png)")).isEqualTo("<figure><img src=\"图.png\" alt=\"\" loading=\"lazy\"></figure>");
    }

    @Test
    void manyThreadsMayConvertAtOnce() throws Exception {
        String text = "## 题\n\n**重点：**内容[链](a.md)。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n";
        String expected = html(text);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> all = IntStream.range(0, 400)
                    .mapToObj(i -> pool.submit(() -> html(text)))
                    .toList();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCaretBeforeBracketsIsText() {
        assertThat(html("换表312只^[含应急18只。]，2^[乙](b.md)")).isEqualTo("<p>换表312只^[含应急18只。]，2^<a href=\"b.md\">乙</a></p>");
    }

    @Test
    void aBlockOfCodeKeepsTheNameOfItsLanguage() {
        assertThat(html("```c++ main.cpp\nint a;\n```\n\n```C#\n```\n\n<b>网</b>"))
                .contains("<code class=\"language-c++\">", "<code class=\"language-C#\">");
    }

    @Test
    void blankLinesInCodeKeepTheirBlanks() {
        assertThat(html("    甲\n      \n    乙\n\u3000\n后文")).contains("<pre><code>甲\n  \n乙\n</code></pre>");
    }
}
