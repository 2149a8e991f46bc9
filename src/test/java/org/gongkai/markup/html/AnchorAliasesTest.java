package org.gongkai.markup.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.body;
import static org.gongkai.markup.Bodies.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings are found under the names that they have elsewhere. */
class AnchorAliasesTest {
    private static Body asciiDoc(String text) {
        return Bodies.ASCIIDOC.convert(new Markup("content/甲.adoc", text, 1), new Bodies.Recorder());
    }

    private static Body typed(String html) {
        return new HtmlConverter().convert(new Markup("content/甲.html", html, 1), new Bodies.Recorder());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1.1 安装 步骤, 1-1-安装-步骤, 11-安装-步骤",
                "一、工作情况, 一-工作情况, 一工作情况",
                "（二）“三会一课”, 二-三会一课, 二三会一课",
                "Plan B & C, plan-b-c, plan-b--c",
                "a_b `c.d` **E**, a-b-c-d-e, a_b-cd-e",
                "第①条, 第-条, 第条"
            })
    void aHeadingOfMarkdownHasTheNameThatGitHubGivesIt(String heading, String id, String name) {
        Body body = body("## " + heading);
        assertThat(body.html()).startsWith("<h2 id=\"" + id + "\"><span id=\"" + name + "\"></span>");
        assertThat(body.anchors()).containsExactlyInAnyOrder(id, name);
        assertThat(body.outline()).extracting(Body.Heading::id).containsExactly(id);
        assertThat(body("<b>x</b>\n\n## " + heading).html())
                .contains(body.html().strip());
    }

    @Test
    void aNameThatIsTheIdIsNotWrittenTwice() {
        assertThat(html("## 工作情况\n\n## plan-b")).isEqualTo("<h2 id=\"工作情况\">工作情况</h2>\n<h2 id=\"plan-b\">plan-b</h2>");
    }

    @Test
    void equalHeadingsAreNumberedAsElsewhere() {
        assertThat(body("## 小结\n\n## 小结\n\n## 小结\n").anchors()).containsExactlyInAnyOrder("小结", "小结-2", "小结-1", "小结-3");
        assertThat(html("## 小结\n\n## 小结\n\n## 小结\n"))
                .contains("<h2 id=\"小结-2\"><span id=\"小结-1\"></span>")
                .contains("<h2 id=\"小结-3\">小结");
        assertThat(asciiDoc("== 小结\n\n== 小结\n").anchors()).containsExactlyInAnyOrder("小结", "小结-2", "_小结", "_小结_2");
    }

    @Test
    void ourOwnIdsAndTypedOnesComeFirst() {
        assertThat(html("## A.B\n\n## AB"))
                .isEqualTo("<h2 id=\"a-b\">A.B</h2>\n<h2 id=\"ab\"><span id=\"ab-1\"></span>AB</h2>");
        assertThat(html("## A.B\n\n<p id=\"ab\">x</p>")).isEqualTo("<h2 id=\"a-b\">A.B</h2>\n<p id=\"ab\">x</p>");
    }

    @ParameterizedTest
    @CsvSource({"安装 步骤, 安装-步骤, _安装_步骤", "1.1 安装-步骤, 1-1-安装-步骤, _1_1_安装_步骤", "C++ `x_y`！, c-x-y, _c_x_y"})
    void aHeadingOfAsciiDocHasTheNameThatAsciidoctorGivesIt(String heading, String id, String name) {
        Body body = asciiDoc("见<<" + name + ">>。\n\n== " + heading + "\n");
        assertThat(body.html())
                .contains("<h2 id=\"" + id + "\"><span id=\"" + name + "\"></span>", "<a href=\"#" + id + "\">");
        assertThat(body.html()).doesNotContain("[" + name + "]");
        assertThat(body.anchors()).contains(id, name);
    }

    @Test
    void placesThatWereTypedAreThere() {
        assertThat(body("文<a name=\"甲\"></a>\n\n<div id=\"b(2)\">乙</div>\n\n段 {#c}")
                        .anchors())
                .containsExactlyInAnyOrder("甲", "b(2)", "c");
        assertThat(asciiDoc("[[甲]]\n段\n\n[#b]\n段\n\n文[[c]]字 anchor:d[]\n\n[[e]]\n|===\n|x\n|===\n")
                        .anchors())
                .contains("甲", "b", "c", "d", "e");
        assertThat(typed(
                                "<p id=\"x:1\">a</p><a name='y'>b</a><table><tr id=z><td id='w'>c</td></tr></table><a id=v href=''>d</a>")
                        .anchors())
                .contains("x:1", "y", "w", "v");
    }

    @Test
    void aPlaceWithCapitalsIsFoundWithoutThem() {
        assertThat(body("## 计划 {#Plan}\n").anchors()).contains("Plan", "plan", "计划");
        assertThat(typed("<a name=\"Plan\"></a><table id='T'><tr><td>x</td></tr></table>")
                        .html())
                .startsWith("<a id=\"Plan\"><span id=\"plan\"></span></a>");
        assertThat(typed("<a name=\"Plan\"></a><p id=plan>x</p>").anchors()).containsExactlyInAnyOrder("Plan", "plan");
    }

    @Test
    void noIdOfThePageStandsInABody() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("templates"))) {
            for (Path file : templates.filter(Files::isRegularFile).toList()) {
                Matcher ids = Pattern.compile("\\bid=\"([^\"$]*)\"").matcher(Files.readString(file));
                while (ids.find()) {
                    found.add(ids.group(1));
                }
            }
        }
        assertThat(AnchorNames.OF_PAGES).containsExactlyInAnyOrderElementsOf(found);
        Body body = body("## Main\n\n## elder {#elder}\n\n<p id=\"size-s\">x</p>");
        assertThat(body.anchors()).containsExactlyInAnyOrder("main-2", "elder-2", "size-s-2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "一、工作情况,一-工作情况",
                "（二）“三会一课”,二-三会一课",
                "2020年 Plan B!,2020年-plan-b",
                "  --A--  ,a",
                "！？…,section",
                "𠮷野,𠮷野",
                "TITLE,title"
            })
    void anIdKeepsLettersDigitsAndHan(String heading, String id) {
        assertThat(new AnchorNames().of(heading)).isEqualTo(id);
    }

    @Test
    void theSameHeadingTwiceGetsANumber() {
        AnchorNames anchors = new AnchorNames();
        assertThat(anchors.of("小结")).isEqualTo("小结");
        assertThat(anchors.of("小结")).isEqualTo("小结-2");
        assertThat(anchors.of("小结")).isEqualTo("小结-3");
        assertThat(anchors.of("小结-2")).isEqualTo("小结-2-2");
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));
            assertThat(new AnchorNames().of("III")).isEqualTo("iii");
        } finally {
            Locale.setDefault(before);
        }
    }
}
