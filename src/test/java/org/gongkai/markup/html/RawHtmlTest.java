package org.gongkai.markup.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is typed as HTML takes text with it, in any of the three languages, without a word. */
@Tag("slow")
class RawHtmlTest {
    /** Every element that HTML has or had, and some that it never had. */
    static final List<String> ELEMENTS =
            List.of(("a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big "
                            + "blink blockquote body br button canvas caption center cite code col colgroup command "
                            + "comment data datalist dd del details dfn dialog dir div dl dt em embed fencedframe "
                            + "fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
                            + "hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link "
                            + "listing main map mark marquee math menu menuitem meta meter multicol nav nextid nobr "
                            + "noembed noframes noscript object ol optgroup option output p param picture plaintext "
                            + "portal pre progress q rb rp rt rtc ruby s samp script search section select "
                            + "selectedcontent slot small source spacer span strike strong style sub summary sup svg "
                            + "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr "
                            + "xmp x-y name")
                    .split(" "));

    private static Body body(MarkupConverter converter, String text) {
        return converter.convert(new Markup("content/甲", text, 1), new Bodies.Recorder());
    }

    private static String html(String text) {
        return body(HtmlBody::of, text).html();
    }

    private static List<String> told(MarkupConverter converter, String text) {
        return body(converter, text).problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code() + " " + p.message())
                .toList();
    }

    /** What a reader sees of a page, without its layout. */
    private static String seen(Body body) {
        return body.html().replaceAll("<[^>]*>", "").replaceAll("\\s", "");
    }

    @ParameterizedTest
    @FieldSource("ELEMENTS")
    void noTagTypedInASentenceTakesTextWithIt(String name) {
        String tag = "<" + name + ">";
        for (Body body : List.of(
                body(Bodies.MARKDOWN, "前" + tag + "中**粗**后\n\n末段**尾**"),
                body(HtmlBody::of, "<p>前" + tag + "中<strong>粗</strong>后</p><p>末段<strong>尾</strong></p>"),
                body(Bodies.ASCIIDOC, "前pass:[" + tag + "]中**粗**后\n\n末段**尾**"))) {
            Bodies.assertHarmless(body.html());
            assertThat(seen(body).replace(HtmlEscape.escape(tag), "")).isEqualTo("前中粗后末段尾");
            assertThat(body.html()).contains("<strong>粗</strong>", "末段<strong>尾</strong>");
            boolean allowed = HtmlElements.ALLOWED.contains(name)
                    && !Set.of("input", "img").contains(name);
            assertThat(body.problems()).extracting(Problem::code).isEqualTo(allowed ? List.of() : List.of("W164"));
        }
    }

    @ParameterizedTest
    @FieldSource("ELEMENTS")
    void noTagThatBeginsABlockTakesTextWithIt(String name) {
        String tag = "<" + name + ">";
        if (name.equals("pre")) {
            // It may stand, and then holds what follows.
            return;
        }
        Stream.of(
                        body(Bodies.MARKDOWN, tag + "\n\n中**粗**后\n\n" + tag + " 又\n\n末段**尾**"),
                        body(Bodies.ASCIIDOC, "++++\n" + tag + "\n++++\n\n中**粗**后\n\n又\n\n末段**尾**"))
                .forEach(body -> {
                    Bodies.assertHarmless(body.html());
                    assertThat(seen(body).replace(HtmlEscape.escape(tag), "")).isEqualTo("中粗后又末段尾");
                    assertThat(body.html()).contains("中<strong>粗</strong>后", "末段<strong>尾</strong>");
                });
    }

    @ParameterizedTest
    @FieldSource("ELEMENTS")
    void onlyProgramsLoseWhatStandsBetweenTheirTags(String name) {
        String block = "<" + name + ">中</" + name + ">";
        boolean isProgram = Set.of("script", "style", "head").contains(name);
        assertThat(seen(body(HtmlBody::of, "<div>前</div>" + block + "<div>后</div>")))
                .isEqualTo(isProgram ? "前后" : "前中后");
        assertThat(seen(body(Bodies.MARKDOWN, "前\n\n<div>\n" + block + "\n</div>\n\n后")))
                .isEqualTo(isProgram ? "前后" : "前中后");
    }

    @Test
    void aTagThatASentenceSpeaksOfIsShown() {
        String text = "标题写在 <title> 里，样式写在 <style> 里，**脚本**写在 <script src=\"x\"> 里。";
        assertThat(Bodies.html(text))
                .isEqualTo("<p>标题写在 &lt;title&gt; 里，样式写在 &lt;style&gt; 里，<strong>脚本</strong>写在"
                        + " &lt;script src=&quot;x&quot;&gt; 里。</p>");
        assertThat(told(Bodies.MARKDOWN, text))
                .containsExactly(
                        "1:6 W164 网页代码 <title> 不允许使用，已按文字显示",
                        "1:21 W164 网页代码 <style> 不允许使用，已按文字显示",
                        "1:40 W164 网页代码 <script> 不允许使用，已按文字显示");
        assertThat(body(Bodies.MARKDOWN, "## 说 <title> 标签").outline())
                .containsExactly(new Body.Heading(2, "说-title-标签", "说 <title> 标签"));
    }

    @Test
    void aLineThatBeginsWithSuchATagIsALineOfText() {
        assertThat(Bodies.html("写法：\n<title> 的[用处](a.md)\n\n后**粗**"))
                .isEqualTo("<p>写法：\n&lt;title&gt; 的<a href=\"a.md\">用处</a></p>\n<p>后<strong>粗</strong></p>");
        Bodies.Recorder links = new Bodies.Recorder();
        Bodies.MARKDOWN.convert(new Markup("content/甲.md", "> <title> 的[用处](a.md)\n", 4), links);
        assertThat(links.seen).containsExactly("LINK a.md 4:17");
    }

    @Test
    void programsGoWithTheirTextAndTheWriterIsTold() {
        String text =
                "甲\n\n<script>\nif (a < b) {\n\n  alert('</p>');\n}\n</script>\n\n乙**粗**\n\n<style>p {}</style>\n";
        assertThat(Bodies.html(text).strip()).isEqualTo("<p>甲</p>\n<p>乙<strong>粗</strong></p>");
        assertThat(told(Bodies.MARKDOWN, text))
                .containsExactly("3:1 W164 网页代码 <script> 不允许使用，已连同其中的内容去掉", "12:1 W164 网页代码 <style> 不允许使用，已连同其中的内容去掉");
        assertThat(html("<p>甲<script>document.write('<p>x</p>')</script>乙</p>")).isEqualTo("<p>甲乙</p>");
        assertThat(told(Bodies.ASCIIDOC, "甲\n\n++++\n<script>\nx\n</script>\n++++\n"))
                .containsExactly("4:1 W164 网页代码 <script> 不允许使用，已连同其中的内容去掉");
    }

    @Test
    void whatIsNoProgramIsRemovedByItsTagsOnly() {
        assertThat(html("<p>写 <title> 的</p><p>和 </title> 的</p>")).isEqualTo("<p>写  的</p><p>和  的</p>");
        assertThat(html("<textarea><b>文</b></textarea><noscript>请<b>打开</b></noscript>后"))
                .isEqualTo("<b>文</b>请<b>打开</b>后");
        assertThat(html("<select><option>甲<option>乙</select>")).isEqualTo("甲乙");
        assertThat(told(Bodies.MARKDOWN, "<![CDATA[甲]]>")).containsExactly("1:1 W164 网页代码 <![CDATA[ 不允许使用，已按文字显示");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!-- 甲 | 没有写完，已按文字显示 | <!--",
                "<![CDATA[ 甲 | 不允许使用，已按文字显示 | <![CDATA[",
                "<?php 甲 | 没有写完，已按文字显示 | <?php",
                "<!DOCTYPE html 甲 | 没有写完，已按文字显示 | <!DOCTYPE",
                "<div title=\"甲 | 没有写完，已按文字显示 | <div"
            })
    void whatNeverEndsIsShownAndToldOf(String typed, String fate, String name) {
        String text = typed + "\n\n中**粗**后";
        assertThat(Bodies.html(text)).isEqualTo("<p>" + HtmlEscape.escape(typed) + "</p>\n<p>中<strong>粗</strong>后</p>");
        assertThat(told(Bodies.MARKDOWN, text)).containsExactly("1:1 W164 网页代码 " + name + " " + fate);
        Body typedAsHtml = body(HtmlBody::of, "<p>前</p>" + typed + "<b>粗</b>");
        assertThat(seen(typedAsHtml)).startsWith("前").contains("甲").endsWith("粗");
        assertThat(typedAsHtml.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- a -- b -->",
                "<!-->",
                "<!--->",
                "<!---->",
                "<!-- a --->",
                "<!--\n记\n-->",
                "<!-- <title> -->"
            })
    void remarksAreHiddenWhole(String remark) {
        assertThat(Bodies.html("甲" + remark + "乙")).isEqualTo("<p>甲乙</p>");
        assertThat(Bodies.html("<b>甲</b>" + remark)).isEqualTo("<p><b>甲</b></p>");
        assertThat(Bodies.html(remark + "\n\n乙")).isEqualTo("<p>乙</p>");
        assertThat(html("<p>甲" + remark + "乙</p>")).isEqualTo("<p>甲乙</p>");
        assertThat(told(Bodies.MARKDOWN, "甲" + remark + "乙")).isEmpty();
    }

    @Test
    void asManyUnendedRemarksAsOneLikesLoseNothing() {
        Body body = Bodies.body("<!-- 甲\n\n文\n\n".repeat(30) + "末");
        assertThat(seen(body)).isEqualTo("&lt;!--甲文".repeat(30) + "末");
    }

    @Test
    void codeOfPrograms() {
        assertThat(Bodies.html("甲 <?php x ?> <![CDATA[乙]]> <!DOCTYPE html> 丙"))
                .isEqualTo("<p>甲 &lt;?php x ?&gt; &lt;![CDATA[乙]]&gt; &lt;!DOCTYPE html&gt; 丙</p>");
        assertThat(html("<!DOCTYPE html>\n<?php if (a->b) ?>文<![CDATA[乙]]><![if x]>丙<![endif]>")
                        .strip())
                .isEqualTo("文&lt;![CDATA[乙]]&gt;丙");
        assertThat(told(HtmlBody::of, "<?xml version=\"1.0\"?><!DOCTYPE html>\n<p>文</p>"))
                .isEmpty();
    }

    @Test
    void aForgottenQuoteTakesNoTextWithIt() {
        String typed = "<p title=\"重要>正文</p><p class=\"x\">后</p>";
        assertThat(html(typed)).isEqualTo("&lt;p title=&quot;重要&gt;正文<p></p><p class=\"own-x\">后</p>");
        assertThat(told(HtmlBody::of, typed)).containsExactly("1:1 W164 网页代码 <p 没有写完，已按文字显示");
        assertThat(html("<p>如果 a<b 则 c>d；<张三>、<a@b.cn>、<http://a.b/></p>"))
                .isEqualTo("<p>如果 a&lt;b 则 c&gt;d；&lt;张三&gt;、&lt;a@b.cn&gt;、&lt;http://a.b/&gt;</p>");
        assertThat(html("<% x %>文</>后")).isEqualTo("&lt;% x %&gt;文&lt;/&gt;后");
    }

    @Test
    void htmlInAQuotationOrAListPrintsNoMarks() {
        assertThat(Bodies.html("> <div>\n> <p>甲\n> 乙</p>\n> </div>").replace("\n", ""))
                .isEqualTo("<blockquote><div><p>甲乙</p></div></blockquote>");
        assertThat(Bodies.html("> 甲<span\n> class=\"x\">乙</span>"))
                .isEqualTo("<blockquote>\n<p>甲<span class=\"own-x\">乙</span></p>\n</blockquote>");
        assertThat(Bodies.html("1. > <table>\n   > <tr><td>甲</td></tr>\n   > </table>"))
                .doesNotContain("&gt;")
                .contains("<td>甲</td>");
        assertThat(told(Bodies.MARKDOWN, "- 甲\n\n  > <div>\n  > <font>乙</font>\n  > </div>\n"))
                .containsExactly("4:5 W164 网页代码 <font> 不允许使用，已去掉");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b=\"",
                "<a b='",
                "<!--",
                "<title>",
                "<p><title>",
                "<?a>",
                "<![CDATA[",
                "<noscript>",
                "<a <",
                "</title>"
            })
    void noRepeatedMarkMakesHtmlSlow(String mark) {
        String many = mark.repeat(20_000);
        Bodies.assertHarmless(html(many));
        Bodies.assertHarmless(html(many + ">"));
        Bodies.assertHarmless(html(many + "</title></noscript>"));
    }
}
