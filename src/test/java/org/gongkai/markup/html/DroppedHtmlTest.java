package org.gongkai.markup.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;

class DroppedHtmlTest {

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
        assertThat(told(new HtmlConverter(), "<p>好</p>\n<iframe src=\"http://a.b/\"></iframe>\n"))
                .containsExactly("content/甲.md:6:1: 警告 W164 网页代码 <iframe> 不允许使用，已去掉；正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
    }

    @Test
    void whatMayStandIsNotTold() {
        assertThat(told(Bodies.MARKDOWN, "<u>文</u> `<script>` <img src=\"图.png\" alt=\"图\">\n"))
                .isEmpty();
    }
}
