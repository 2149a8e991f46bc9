package org.gongkai.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.Block;
import org.junit.jupiter.api.Test;

class BodyTextTest {

    @Test
    void blocksAreWhatReadersSeeAsBlocks() {
        assertThat(BodyText.blocks("<h2 id=\"a\">一、<em>目</em>标</h2>\n<p>会议<strong>通过</strong>了决定。<br>完</p>\n"
                        + "<ul>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>"
                        + "<table><thead><tr><th>序号</th><th>项目</th><th>数</th></tr></thead>\n"
                        + "<tr><td>1</td><td></td><td><b>5G</b>基站</td>\n<td><p>3</p></td><td></td></tr></table>"))
                .containsExactly(
                        new Block("一、目标", SearchDocument.HEADING),
                        new Block("会议通过了决定。 完", SearchDocument.TEXT),
                        new Block("甲", SearchDocument.TEXT),
                        new Block("乙", SearchDocument.TEXT),
                        new Block("序号，项目，数", SearchDocument.FIELD),
                        new Block("5G基站，3", SearchDocument.ROW));
    }

    @Test
    void addressesAndCommentsAreNotText() {
        assertThat(BodyText.blocks("<p title=\"a > b\">甲<img alt=\"x\" src='>.png'><!-- <p>乙</p> -->丙</p>"))
                .containsExactly(new Block("甲", SearchDocument.TEXT), new Block("丙", SearchDocument.TEXT));
    }

    @Test
    void charactersStandForThemselves() {
        assertThat(BodyText.blocks("<p>&lt;b&gt; &amp;amp; &#128221; 𬭎&nbsp;x</p>"))
                .containsExactly(new Block("<b> &amp; 📝 𬭎\u00a0x", SearchDocument.TEXT));
    }

    @Test
    void controlCharactersBecomeBlanks() {
        assertThat(BodyText.blocks("<pre>a\n\tb\u0001</pre>")).containsExactly(new Block("a  b", SearchDocument.TEXT));
    }

    @Test
    void nothingIsFoundOfNothing() {
        assertThat(BodyText.blocks("<p> </p>\n<hr>")).isEmpty();
    }
}
