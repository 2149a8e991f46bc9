package org.gongkai.markup.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.markup.Bodies.body;
import static org.gongkai.markup.Bodies.html;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkDefinitionTest {
    private static final String UNUSED = "是链接定义的写法，又没有链接用到它，网页上不会显示；要显示这行文字，请把半角冒号改成全角“：”，或在行首加反斜杠 \\";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[附件]: 名单 一份",
                "[1]: 张三. 关于支部建设的几点思考",
                "[注]: a.md “说明” 又一句",
                "[甲]: <a.md>(题)",
                "[乙]: a.md \"题\" 多余",
                "[ ]: a.md"
            })
    void whatIsNoDefinitionByTheNormIsText(String text) {
        assertThat(Jsoup.parse(html(text)).text()).isEqualTo(text);
    }

    @Test
    void definitionsStandRightAboveAnUnderlineAndMakeNoHeading() {
        assertThat(html("[甲][1]\n\n[1]: a.md\n---\n\n后文")).isEqualTo("<p><a href=\"a.md\">甲</a></p>\n<hr>\n<p>后文</p>");
        assertThat(html("[1]: a.md '题'\n总则\n===\n[甲][1]"))
                .isEqualTo("<h2 id=\"总则\">总则</h2>\n<p><a href=\"a.md\" title=\"题\">甲</a></p>");
    }

    @Test
    void aTitleNeverGoesIntoTheAddress() {
        Bodies.Recorder links = new Bodies.Recorder();
        String text = "[甲](a.md \"题\") [乙](b c.docx (题)) [丙](d e.docx “题”) [丁](<f g.docx> '题') [戊](h.md (题))";
        Bodies.MARKDOWN.convert(new Markup("content/甲.md", text, 1), links);
        assertThat(links.seen)
                .extracting(seen -> seen.replaceAll("LINK (.*) \\d+:\\d+", "$1"))
                .containsExactly("a.md", "b c.docx", "d e.docx", "f g.docx", "h.md");
    }

    @Test
    void wordsInParenthesesAreNoAddress() {
        assertThat(html("[附件](见后页 第三张)")).isEqualTo("<p>[附件](见后页 第三张)</p>");
        assertThat(html("[甲](a.md \"题)")).isEqualTo("<p>[甲](a.md &quot;题)</p>");
    }

    @Test
    void labelsThatNothingDefinesAreTextWithItsMarks() {
        assertThat(html("[必读][**重要**]，[甲][无][1]\n\n[1]: a.md"))
                .isEqualTo("<p>[必读][<strong>重要</strong>]，[甲]<a href=\"a.md\">无</a></p>");
    }

    @Test
    void wordsHiddenInADefinitionThatNothingUsesAreTold() {
        assertThat(body("文\n\n[附件]: 名单\n[表]: 表.xlsx\n[//]: # (备注)\n[注]: <> (备注)\n[1]: https://a.cn \"题\"\n")
                        .problems())
                .extracting(Problem::text)
                .containsExactly(
                        "content/甲.md:3:1: 警告 W169 “[附件]: 名单”" + UNUSED,
                        "content/甲.md:4:1: 警告 W169 “[表]: 表.xlsx”" + UNUSED,
                        "content/甲.md:7:1: 警告 W169 “[1]: https://a.cn \"题\"”" + UNUSED);
        assertThat(body("见[附件]。\n\n[附件]: 名单").problems()).isEmpty();
    }
}
