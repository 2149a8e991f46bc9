package org.gongkai.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.site.SearchDocument.Block;
import org.junit.jupiter.api.Test;

class BodyTextTest {

    @Test
    void blocksAreWhatReadersSeeAsBlocks() {
        assertThat(BodyText.blocks("<h2 id=\"a\">一、<em>目</em>标</h2>\n<p>会议<strong>通过</strong>了决定。<br>完</p>\n"
                        + "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>"
                        + "<table><tr><td><b>5G</b>基站</td>\n<td><p>3</p></td></tr></table>"))
                .containsExactly(
                        new Block("一、目标", true),
                        new Block("会议通过了决定。 完", false),
                        new Block("甲", false),
                        new Block("乙", false),
                        new Block("5G基站 | 3", false));
    }

    @Test
    void addressesAndCommentsAreNotText() {
        assertThat(BodyText.blocks("<p title=\"a > b\">甲<img alt=\"x\" src='>.png'><!-- <p>乙</p> -->丙</p>"))
                .containsExactly(new Block("甲", false), new Block("丙", false));
    }

    @Test
    void charactersStandForThemselves() {
        assertThat(BodyText.blocks("<p>&lt;b&gt; &amp;amp; &#128221; 𬭎&nbsp;x</p>"))
                .containsExactly(new Block("<b> &amp; 📝 𬭎\u00a0x", false));
    }

    @Test
    void controlCharactersBecomeBlanks() {
        assertThat(BodyText.blocks("<pre>a\n\tb\u0001</pre>")).containsExactly(new Block("a  b", false));
    }

    @Test
    void nothingIsFoundOfNothing() {
        assertThat(BodyText.blocks("<p> </p>\n<hr>")).isEmpty();
    }
}
