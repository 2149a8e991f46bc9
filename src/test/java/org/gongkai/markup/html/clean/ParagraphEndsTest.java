package org.gongkai.markup.html.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.html;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.html.HtmlConverter;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParagraphEndsTest {
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
    void aCellTypedInASentenceEndsItsParagraph() {
        assertThat(html("文<td>字</td>尾")).startsWith("<p>文</p><div").endsWith("</div>尾");
        assertThat(html("**文<div>字</div>尾**")).isEqualTo("<p><strong>文</strong></p><div>字</div>尾");
    }

    @Test
    void aPartOfNoTableIsDroppedAndItsTextStays() {
        assertThat(html("文<col>字")).isEqualTo("<p>文</p>字");
        assertThat(html("<u>文<td>字</td></u>尾")).doesNotContain("<td").contains("字");
    }

    @Test
    void blocksInCellsLeaveTheParagraphsAroundTheirTableAlone() {
        assertThat(html("<table><tr><td><p>一<b>二</b></p><p>三</p></td></tr></table>"))
                .contains("<td><p>一<b>二</b></p><p>三</p></td>");
    }

    private static void assertWellFormed(String typed) {
        LinkResolver links = (kind, destination, line, column) -> new LinkResolver.Target(destination, "");
        for (String body : new String[] {
            Bodies.body(typed).html(),
            new HtmlConverter()
                    .convert(new Markup("content/甲.html", "<p>" + typed + "</p>", 1), links)
                    .html()
        }) {
            Parser parser = Parser.htmlParser().setTrackErrors(1);
            parser.parseInput("<!DOCTYPE html><html><head><title>题</title></head><body>" + body + "</body></html>", "");
            assertThat(parser.getErrors()).as(typed + " becomes " + body).isEmpty();
        }
    }
}
