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

/** Headings and typed places have ids, each its own. */
class AnchorNamesTest {
    private static Body asciiDoc(String text) {
        return Bodies.ASCIIDOC.convert(new Markup("content/甲.adoc", text, 1), new Bodies.Recorder());
    }

    private static Body typed(String html) {
        return HtmlBody.of(new Markup("content/甲.html", html, 1), new Bodies.Recorder());
    }

    @ParameterizedTest
    @CsvSource({"安装 步骤, 安装-步骤, _安装_步骤", "1.1 安装-步骤, 1-1-安装-步骤, _1_1_安装_步骤", "C++ `x_y`！, c-x-y, _c_x_y"})
    void aLinkToTheNameThatAsciidoctorGivesAHeadingLeadsToIt(String heading, String id, String name) {
        Body body = asciiDoc("见<<" + name + ">>。\n\n== " + heading + "\n");
        assertThat(body.html()).contains("<h2 id=\"" + id + "\">", "<a href=\"#" + id + "\">");
        assertThat(body.html()).doesNotContain("[" + name + "]");
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
