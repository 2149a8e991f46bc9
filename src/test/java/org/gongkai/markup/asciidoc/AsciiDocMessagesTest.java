package org.gongkai.markup.asciidoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Asciidoctor says is translation in Chinese, at its line of the file. */
class AsciiDocMessagesTest {
    private static Body body(String text) {
        return Bodies.ASCIIDOC.convert(new Markup("content/甲.adoc", text, 11), new Bodies.Recorder());
    }

    /** A text, lines divided by {@code ¶}, and what is translation of it: line of the text and message. */
    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("甲¶¶----¶x", "3 这个代码块没有结束标记"),
                Arguments.of("甲¶¶|===¶|x", "3 这个表格块没有结束标记"),
                Arguments.of("甲¶¶////¶x", "3 这个注释块没有结束标记"),
                Arguments.of("甲¶¶....¶x", "3 这个原样块没有结束标记"),
                Arguments.of("甲¶¶****¶x", "3 这个侧栏块没有结束标记"),
                Arguments.of("甲¶¶____¶x", "3 这个引用块没有结束标记"),
                Arguments.of("甲¶¶++++¶x", "3 这个直通块没有结束标记"),
                Arguments.of("甲¶¶--¶x", "3 这个开放块没有结束标记"),
                Arguments.of("甲¶¶```¶x", "3 这个代码块没有结束标记"),
                Arguments.of("== 甲¶¶==== 乙¶¶文", "3 标题跳级：应为第 2 级，实为第 3 级"),
                Arguments.of("[index]¶== 甲¶¶=== 乙¶¶文", "4 “index”这一节里不能再分节"),
                Arguments.of("甲¶¶= 乙¶¶文", "3 正文中不能再写一级标题（=）"),
                Arguments.of("= 题¶:doctype: book¶¶= 部分¶¶文", "6 这一部分里没有章节"),
                Arguments.of("[#a]¶甲¶¶[#a]¶乙", "5 标识“a”重复使用"),
                Arguments.of("[[a]]甲[[a]]", "1 标识“a”重复使用"),
                Arguments.of("[#a]¶== 甲¶¶[#a]¶== 乙", "5 标识“a”重复使用"),
                Arguments.of("甲footnote:b[]", "1 脚注“b”没有写过内容"),
                Arguments.of("甲¶footnoteref:[b,文]", "2 “footnoteref:[b,文]”是旧写法"),
                Arguments.of("[#]¶甲", "1 方括号里有一个 # 、. 或 % 后面没有名称"),
                Arguments.of("[#a#b]¶甲", "1 方括号里写了不止一个标识"),
                Arguments.of("1. 甲¶3. 乙", "2 列表编号不连续：应为 2，实为 3"),
                Arguments.of("----¶x <1>¶----¶<2> 甲", "4 标注编号不连续：应为 1，实为 2"),
                Arguments.of("----¶x¶----¶<1> 甲", "4 找不到编号为 1 的标注"),
                Arguments.of("甲¶¶[cols=2*]¶|===¶|1 |2¶|3¶|===", "6 表格最后一行的单元格不够，该行被略去"),
                Arguments.of("[cols=1]¶|===¶2+|1¶|===", "3 单元格超出表格的列数，被略去"),
                Arguments.of("|===¶1 |2¶|===", "2 表格的首行缺少竖线"),
                Arguments.of(",===¶甲,\"¶,===", "2 表格数据里的引号没有结束，该单元格留空"),
                Arguments.of("[format=xls]¶|===¶|1¶|===", "2 没有“xls”这种表格格式"),
                Arguments.of("甲¶¶文{无}字", "3 属性“无”没有定义"),
                Arguments.of("甲¶¶文{doctime}字", "3 属性“doctime”没有定义"),
                Arguments.of("甲¶¶[subs=kuai]¶文", "3 没有“kuai”这种替换"),
                Arguments.of("甲¶¶文pass:kuai[x]", "3 没有“kuai”这种替换"),
                Arguments.of("甲¶¶ifdef::a[]¶乙", "3 “ifdef::a[]”没有结束"),
                Arguments.of("甲¶¶endif::a[]¶乙", "3 “endif::a[]”没有对应的开头"),
                Arguments.of("ifdef::a[]¶endif::b[]¶endif::a[]", "2 “endif::b[]”与开头不一致，应为“endif::a[]”"),
                Arguments.of("ifdef::a[]¶endif::a[x]¶endif::a[]", "2 “endif::a[x]”的方括号里不能有文字"),
                Arguments.of("甲¶¶ifdef::[]", "3 “ifdef::[]”没有写属性的名称"),
                Arguments.of("甲¶¶ifndef::[]", "3 “ifndef::[]”没有写属性的名称"),
                Arguments.of("甲¶¶ifeval::[x]", "3 “ifeval::[x]”的条件看不懂"),
                Arguments.of("甲¶¶ifeval::a[1 == 1]", "3 “ifeval::a[1 == 1]”的冒号后面不能写名称"),
                Arguments.of("甲¶¶:空:¶¶include::{空}[]", "5 “include::{空}[]”没有包含：路径里的属性没有定义"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void everyMessageIsChineseAtItsLine(String text, String translation) {
        assertThat(body(text.replace('¶', '\n')).problems())
                .filteredOn(problem -> List.of("W163", "E162").contains(problem.code()))
                .extracting(problem -> problem.line() - 10 + " " + problem.message())
                .containsOnly(translation);
    }

    @Test
    void whatIsNotKnownIsSaidInAGeneralSentence() {
        assertThat(AsciiDocMessages.translate("something new: 3").message())
                .isEqualTo("这里的 AsciiDoc 写法有问题，处理程序的原话是：something new: 3");
    }

    @Test
    void eachPlaceOfAnUnknownAttributeIsToldOnce() {
        assertThat(body("== 甲{无}\n\n乙{无}\n\n|===\na|{无}\n|===\n").problems())
                .extracting(problem -> problem.line() + ":" + problem.column())
                .containsExactlyInAnyOrder("11:5", "13:2", "16:3");
    }

    @Test
    void formulasAreShownAsTypedAndSaidToBe() {
        Body body = body(
                "面积为stem:[a^2 < b]。\n\n[stem]\n++++\nx = 1\ny = 2\n++++\n\n[latexmath]\n++++\n\\frac{1}{2}\n++++\n\n"
                        + "latexmath:[\\alpha] asciimath:[sqrt 4]\n");
        assertThat(body.html())
                .contains(
                        "面积为<code>a^2 &lt; b</code>。",
                        "<pre>x = 1\ny = 2</pre>",
                        "<pre>\\frac{1}{2}</pre>",
                        "<code>\\alpha</code> <code>sqrt 4</code>")
                .doesNotContain("$", "\\(", "\\[");
        assertThat(body.problems())
                .extracting(Problem::text)
                .containsExactly("content/甲.adoc:11:10: 警告 W168 公式照原样显示：a^2 < b；网页不排数学公式；要排好的公式，请用图片");
    }

    @Test
    void mediaAreLedTo() {
        Body body = body("甲\n\n.短片\nvideo::片/党日.mp4[]\n\naudio::a.ogg[]\n\nvideo::abc[youtube]\n");
        assertThat(body.html())
                .contains("短片", "<a href=\"片/党日.mp4\">片/党日.mp4</a>", "<a href=\"a.ogg\">a.ogg</a>", "abc")
                .doesNotContain("browser");
        assertThat(body.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly("14 网页不放视频和声音，“片/党日.mp4”改为链接", "16 网页不放视频和声音，“a.ogg”改为链接", "18 网页不放视频和声音，“abc”改为链接");
    }

    @Test
    void captionsOfTheTextWinOverOurs() {
        String text = ":toc:\n:toc-title: 本文提要\n:note-caption: 说明\n:table-caption!:\n:figure-caption: 照片\n"
                + ":example-caption: 样例\n:appendix-caption: 附件\n:attribute-missing: skip\n\n== 甲\n\nNOTE: 文{无}\n\n"
                + ".人数\n|===\n|1\n|===\n\n.合影\nimage::a.png[]\n\n.写法\n====\n文\n====\n\n[appendix]\n== 名单\n\n文\n";
        Body body = body(text);
        assertThat(body.html())
                .contains(
                        "本文提要",
                        "<div class=\"title\">说明</div>",
                        "<caption class=\"title\">人数",
                        "照片 1. 合影",
                        "样例 1. 写法",
                        "附件 A: 名单")
                .doesNotContain("目录", "注意", "附录");
        assertThat(body.problems()).isEmpty();
    }

    @Test
    void aLongTableOfLinksIsNotNested() {
        StringBuilder table = new StringBuilder("|===\n|文 |号\n\n");
        for (int i = 0; i < 2_000; i++) {
            table.append("|link:").append(i).append(".adoc[第").append(i).append("号]，区间[0, 1) |*重点*_工作_\n");
        }
        Body body = body(table + "|===\n");
        assertThat(body.problems()).isEmpty();
        assertThat(body.html()).contains("第1999号");
    }

    @Test
    void longListsAndCodeAreNotNested() {
        String list = "* link:a.adoc[甲]和*乙*丙[\n".repeat(1_500);
        String code = "----\n" + "a[i] = b[j] * c_d `x`\n".repeat(8_000) + "----\n";
        assertThat(body(list).problems()).isEmpty();
        assertThat(body(code).problems()).isEmpty();
    }

    static List<String> tooDear() {
        return List.of(
                "x *a ".repeat(20_000),
                "甲\n\n" + "[".repeat(20_000),
                "|===\n|" + "x *a".repeat(20_000) + "\n|===",
                ",===\n\"" + "x *a\n".repeat(20_000) + "\"\n,===",
                "_a ".repeat(20_000),
                "a.".repeat(20_000) + "@",
                "*".repeat(70) + " 甲\n\n" + "乙".repeat(6_000));
    }

    @ParameterizedTest
    @MethodSource("tooDear")
    void whatWouldTakeMinutesIsRefused(String text) {
        assertThat(body(text).problems())
                .extracting(problem -> problem.code() + " " + problem.message())
                .containsExactly("E160 这一段太长，星号、方括号等标记太多，无法转换");
    }

    @Test
    void blocksNestedTooDeepAreRefused() {
        StringBuilder deep = new StringBuilder();
        for (int i = 4; i < 900; i++) {
            deep.append("=".repeat(i)).append('\n');
        }
        assertThat(body(deep.toString()).problems())
                .extracting(Problem::message)
                .contains("这篇 AsciiDoc 无法转换");
    }
}
