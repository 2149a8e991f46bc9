package org.gongkai.markup.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.markup.Bodies;
import org.gongkai.markup.Body;
import org.gongkai.markup.Markup;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.Test;

class HtmlBodyTest {
    private final Bodies.Recorder links = new Bodies.Recorder();

    private Body body(String html) {
        return HtmlBody.of(new Markup("content/a.html", html, 5), links);
    }

    @Test
    void headingsAreShiftedAndNamed() {
        Body body = body("<h1>大<b>标</b>题</h1>\n<h2 id=\"x\">二</h2>");
        assertThat(body.html()).isEqualTo("<h2 id=\"大标题\">大<b>标</b>题</h2>\n<h3 id=\"x\">二</h3>");
        assertThat(body.outline()).containsExactly(new Body.Heading(2, "大标题", "大标题"), new Body.Heading(3, "x", "二"));
    }

    @Test
    void tablesAreFramed() {
        assertThat(body("<table><tr><th>甲</th><th>乙</th></tr><tr><th>丙</th><td>1</td></tr></table>")
                        .html())
                .startsWith(HtmlElements.TABLE_FRAME + "<table>")
                .endsWith("</table></div>")
                .contains("<th scope=\"col\">甲", "<th scope=\"col\">乙", "<th scope=\"row\">丙");
    }

    @Test
    void addressesAreToldWithTheirPlaces() {
        body("<p>\n<a href='甲.md'>x</a><a href=\"甲.md\">y</a><img src=图.png></p>");
        assertThat(links.seen).containsExactly("LINK 甲.md 6:10", "LINK 甲.md 6:30", "IMAGE 图.png 6:50");
    }

    @Test
    void aWholePageGivesItsBodyOnly() {
        assertThat(body("<html><head><title>页</title><script>x</script></head><body><p>文</p></body></html>")
                        .html())
                .isEqualTo("<p>文</p>");
    }

    @Test
    void linesJoinBetweenHanButNotInCode() {
        assertThat(body("<p>上行\n下<b>\n行</b></p><pre>上\n下</pre>").html()).isEqualTo("<p>上行下<b>行</b></p><pre>上\n下</pre>");
    }

    @Test
    @Promise("Bodies become an allow-list of elements")
    void nothingActs() {
        Bodies.assertHarmless(body("<p onclick=x>a<script>b</script><a href='javascript:x'>c</a>"
                        + "<img src='data:image/png;base64,x' onerror=y><svg><a href=x>z</a></svg>")
                .html());
        Bodies.assertHarmless(body("<div>".repeat(10_000) + "x").html());
    }
}
