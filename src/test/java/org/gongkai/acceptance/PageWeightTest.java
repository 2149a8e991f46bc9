package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@DisplayName("A reader with a slow line")
class PageWeightTest {

    private static final int HEAVIEST_HOME = 70 * 1024;
    private static final int HEAVIEST_SEARCH_SCRIPT = 30 * 1024;

    @Test
    @DisplayName("loads at most 70 KB for the home page, with all that it needs but a picture")
    void home() {
        BuiltSite site = DemoSite.site();
        int bytes = site.bytes("index.html").length;
        for (String file : needed(site.html("index.html"))) {
            bytes += site.bytes(file).length;
        }
        assertThat(bytes).isLessThanOrEqualTo(HEAVIEST_HOME);
    }

    @Test
    @DisplayName(
            "loads one more script of at most 30 KB for the search page, which tells kinds of questions, words that mean the same, what holds most of a question, and which word, month or time of it nothing has, besides files of the index")
    void search() {
        List<String> scripts = needed(DemoSite.site().html("search.html")).stream()
                .filter(file -> file.contains(".js"))
                .toList();
        assertThat(scripts).hasSize(2).first().asString().startsWith("assets/search.js");
        assertThat(DemoSite.site().bytes("assets/search.js")).hasSizeLessThanOrEqualTo(HEAVIEST_SEARCH_SCRIPT);
    }

    @ParameterizedTest
    @EnumSource(
            value = PageType.class,
            names = {"HOME", "ENTRY_MARKDOWN", "LIST", "YEAR"})
    @DisplayName("waits for four files: the page, two style sheets, a script")
    void files(PageType type) {
        assertThat(needed(type.site().html(type.address())))
                .extracting(path -> path.replaceAll("^(\\.\\./)*", ""))
                .containsExactly("assets/gongkai.css", "assets/print.css", "assets/gongkai.js");
    }

    private static List<String> needed(Document page) {
        Elements all = page.select("link[rel=stylesheet], script[src]");
        return all.stream().map(file -> file.attr("href") + file.attr("src")).toList();
    }
}
