package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.assertHarmless;
import static org.gongkai.markup.Bodies.body;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkdownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "文<script src=//e.cn/x.js></script>字",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" jav\tascript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
                "<a href=\"\ue0000\ue001\" onclick=x>x</a>",
                "<svg onload=alert(1)></svg>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mi xlink:href=\"javascript:x\">x</mi></math>",
                "<iframe src=\"https://e.cn\"></iframe>",
                "<iframe srcdoc=\"<script>x</script>\"></iframe>",
                "<object data=x></object><embed src=x>",
                "<form action=x><input type=text name=q><button>go</button></form>",
                "<input type=checkbox onclick=x autofocus>",
                "<p style=\"background:url(javascript:x)\">x</p>",
                "<style>p{background:url(x)}</style>",
                "<link rel=stylesheet href=x><meta http-equiv=refresh content=0><base href=//e.cn>",
                "<div onmouseover=\"x\" class=\"a\">x</div>",
                "<details ontoggle=x open><summary>x</summary></details>",
                "<video src=x onerror=x></video><audio src=x>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!-- x --> <script>alert(1)</script>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php x ?><script>alert(1)</script>",
                "<p title=\"&quot;><script>alert(1)</script>\">x</p>",
                "<template><script>x</script></template>",
                "<textarea></p><script>alert(1)</script></textarea>",
                "<a href=x id=\"a b\" target=_top ping=//e.cn>x</a>",
                "<table background=javascript:x><tr><td background=x>x",
                "<img src=\"x\" srcset=\"javascript:x\" usemap=#x>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](javascript&#58;alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](&#x6A;avascript:alert(1))",
                "[x](vbscript:x) ![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "<javascript:alert(1)>",
                "[x][r]\n\n[r]: javascript:alert(1)",
                "[x](a.md \"t\\\" onclick=alert(1) \\\"\")",
                "[x](a.md){onclick=alert(1) style=\"x\" href=\"javascript:x\"}",
                "![\" onerror=\"alert(1)](a.png \"\\\"><script>\")",
                "## x {#a\"onclick=\"x}",
                "## x {title=\"\\\"><script>alert(1)</script>\"}",
                "p {#x title='\"><script>'}",
                "```x\"onclick=\"alert(1)\n</code><script>\n```",
                "`<script>` \\<script> &lt;script&gt; &#60;script>",
                "| <script>x</script> |\n|---|\n| <b onclick=x>y</b> |",
                "[^1]\n\n[^1]: <script>x</script> [y](javascript:x)",
                "- [x] <img src=x onerror=x>",
                "术语<script>\n: <iframe>"
            })
    void nothingTypedCanAct(String typed) {
        assertHarmless(body(typed).html());
    }

    @Test
    void theMarkOfTypedTagsCannotBeTyped() {
        assertThat(body("[甲](a.md) <a \ue000 href=\"b.md\">x</a>").html())
                .isEqualTo("<p><a href=\"a.md\">甲</a> &lt;a \ue000 href=&quot;b.md&quot;&gt;x</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "> ", "- ", "1. ", "[", "![", "- > "})
    void nestingWithoutEndIsRefused(String mark) {
        Body body = body("文\n\n" + mark.repeat(10_000) + "x");
        assertThat(body.problems()).extracting(Problem::code).containsExactly("E160");
        assertThat(body.problems().get(0).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*a ",
                "**a ",
                "*a **b ",
                "_a ",
                "~~a ",
                "`",
                "``` `` ` ",
                "<",
                "<a ",
                "&",
                "](",
                "[a](",
                "(",
                "!",
                "[]",
                "[a] ",
                "{",
                "{#a ",
                "a]",
                "[^a",
                "\\",
                "|",
                "<!--",
                "<![CDATA[",
                "<?",
                "〈",
                "“",
                "一、"
            })
    void noRepeatedMarkBringsTheParserDown(String mark) {
        assertHarmless(body(mark.repeat(10_000)).html());
        String twoSided = mark.repeat(4_000) + "x"
                + new StringBuilder(mark).reverse().toString().repeat(4_000);
        assertHarmless(body(twoSided).html());
    }

    @Test
    void honestNestingIsNotRefused() {
        String deep = "> ".repeat(20) + "文\n\n" + "[".repeat(50) + "x" + "]".repeat(50);
        assertThat(body(deep).problems()).isEmpty();
    }

    @Test
    void deepIndentedListsAreRefusedOrRendered() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("  ".repeat(i)).append("- x\n");
        }
        assertHarmless(body(text.toString()).html());
    }

    @Test
    void aLongTableOfLinksIsNotNested() {
        StringBuilder table = new StringBuilder("| 文 | 号 |\n|---|---|\n");
        for (int i = 0; i < 2_000; i++) {
            table.append("| [第").append(i).append("号](").append(i).append(".md)，区间[0, 1) | **重点**_工作_ |\n");
        }
        Body body = body(table.toString());
        assertThat(body.problems()).isEmpty();
        assertThat(body.html()).contains("第1999号");
    }

    /** Each of these took minutes or an age once; the limit only keeps a relapse from stopping all tests. */
    private static Body quick(String typed) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> body(typed));
    }

    @Test
    void runsOfBackticksOfManyLengthsCostWhatTheyAreLong() {
        String runs = IntStream.rangeClosed(1, 400)
                .mapToObj(length -> "`".repeat(length) + " ")
                .collect(Collectors.joining());
        assertThat(quick(runs).html()).isEqualTo("<p>" + runs.strip() + "</p>\n");
        assertThat(quick(runs + "``x`` y").html()).contains("<code>").endsWith("y</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\```", "`a ", "<?", "<!A", "<![CDATA[", "<x ", "</x", "<b>", "&amp;", "&lt;", "[]", "<a href='"
            })
    void beginningsThatNothingEndsCostWhatTheyAreLong(String mark) {
        assertHarmless(quick(mark.repeat(6_000)).html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#甲\n", "=甲\n", "####### 甲\n", "^[甲]\n\n"})
    void linesThatAreNoHeadingsAndFootnotesCostWhatTheyAreLong(String line) {
        assertThat(quick(line.repeat(150_000)).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"    甲 乙\n", " 甲\n", "> 甲\n"})
    void aParagraphOfTooManyIndentedLinesIsRefused(String line) {
        String table = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n";
        Body body = quick("文\n\n" + table + "文\n" + line.repeat(100_000) + "====\n");
        assertThat(body.problems()).extracting(Problem::code).containsExactly("E160");
        assertThat(quick(table + line.repeat(5_000)).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ```\n|  文\n", "- a\n\n|      文\n", "> <div>\n|> 文\n", "- <pre>\n|  文\n"})
    void codeAndHtmlOfManyIndentedLinesCostWhatTheyAreLong(String parts) {
        String[] beginAndLine = parts.split("\\|");
        assertThat(quick(beginAndLine[0] + beginAndLine[1].repeat(100_000)).problems())
                .extracting(Problem::code)
                .doesNotContain("E160");
    }

    @Test
    void codeBehindAnEscapedBacktickEndsAtTheNextRunOfItsLength() {
        assertThat(quick("\\``a` b `` c").html()).isEqualTo("<p>`<code>a</code> b `` c</p>\n");
        assertThat(quick("`a\nb`` c` d").html()).isEqualTo("<p><code>a b`` c</code> d</p>\n");
    }

    @Test
    void definitionsMayStandAboveAHeadingWithAnIndent() {
        assertThat(Bodies.html("见[甲]。\n\n[甲]: a.md\n  乙\n---\n"))
                .contains(">甲</a>")
                .contains("乙</h2>");
    }

    @Test
    void aTagOfTenThousandAttributesIsRead() {
        String attributes =
                IntStream.range(0, 10_000).mapToObj(i -> " a" + i + "=1").collect(Collectors.joining());
        for (String typed : List.of("<p" + attributes + ">文</p>", "文<b" + attributes + ">字</b>")) {
            Body body = quick(typed);
            // The library reads one more, which is the mark of a typed tag.
            assertThat(body.problems()).hasSize(511).allMatch(problem -> problem.code()
                    .equals("W164"));
            assertThat(body.problems().get(0).column()).isEqualTo(typed.indexOf(" a0") + 2);
            assertHarmless(body.html());
        }
    }
}
