package org.gongkai.history.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.history.diff.BodyDiff.MarkedBody;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Each marked place of a difference has a number that leads to the next. */
class NumberedMarksTest {

    private final BodyDiff diff = new BodyDiff();

    private Document marked(String before, String now, int places) {
        return Jsoup.parseBodyFragment(compared(before, now, 0, places).html());
    }

    private MarkedBody compared(String before, String now, int already, int places) {
        MarkedBody marked = diff.compare(before, now, already);
        assertThat(marked.places()).as(marked.html()).isEqualTo(places);
        return marked;
    }

    @Test
    void aReplacementIsOnePlaceAndTheLastPlaceLeadsBackToTheList() {
        Document marked = marked("<p>四月十日在三楼会议室集中学习，请带笔记。</p><p>完。</p>", "<p>四月十日在二楼会议室集中学习，请带教材。</p><p>完。</p>", 2);

        assertThat(marked.select(".change-no a").eachText()).containsExactly("1", "2");
        assertThat(marked.select(".change-no a").eachAttr("href")).containsExactly("#change-2", "#changes");
        assertThat(marked.select(".change-at").eachAttr("id")).containsExactly("change-1", "change-2");
        assertThat(marked.select(".change-no a").eachAttr("aria-label")).containsExactly("第1处改动，到下一处", "第2处改动，到各处改动");
        assertThat(marked.select(".change-no").first().nextElementSibling().normalName())
                .isEqualTo("del");
    }

    @Test
    void placesOfTheHeaderComeFirst() {
        MarkedBody marked = compared("<p>甲</p>", "<p>甲乙丙丁</p>", 2, 3);

        assertThat(marked.html()).contains("id=\"change-3\"").doesNotContain("change-1\"");
    }

    @Test
    void paragraphsThatAreWhollyNewAndFollowEachOtherAreOnePlace() {
        Document marked = marked("<p>甲甲甲甲</p>", "<p>甲甲甲甲</p><p>新的一段话</p><p>又是一段新的话</p>", 1);

        assertThat(marked.select("p.added > .change-no")).hasSize(1);
    }

    @Test
    void aNumberStandsInACellAndNotBetweenRows() {
        Document marked = marked(
                "<table><tbody><tr><td>第一组</td><td>9</td></tr></tbody></table>",
                "<table><tbody><tr><td>第一组</td><td>9</td></tr><tr><td>第三组</td><td>7</td></tr></tbody></table>",
                1);

        assertThat(marked.select("tr.added > td:first-child .change-no")).hasSize(1);
    }

    @Test
    void aNumberStandsBeforeALinkAndNotInIt() {
        Document marked = marked(
                "<p>详见<a href=\"a.html\">旧的办法</a>第三条，其余不变。</p>", "<p>详见<a href=\"a.html\">新的办法</a>第三条，其余不变。</p>", 1);

        assertThat(marked.select("a .change-no")).isEmpty();
        assertThat(marked.select(".change-no + a")).hasSize(1);
    }

    @Test
    void aTypedAnchorDoesNotTakeTheReadersOfAPlace() {
        Document marked = marked("<h2 id=\"change-1\">甲</h2><p>乙</p>", "<h2 id=\"change-1\">甲</h2><p>乙丙丁戊</p>", 1);

        assertThat(marked.select("#change-1")).hasSize(1);
        assertThat(marked.selectFirst("#change-1").className()).isEqualTo("change-at");
    }

    @Test
    void aTextWithoutChangesHasNoPlaceAndStaysAsItIs() {
        MarkedBody marked = compared("<p id=\"change\">甲</p>", "<p id=\"change\">甲</p>", 0, 0);

        assertThat(marked.html()).isEqualTo("<p id=\"change\">甲</p>");
    }
}
