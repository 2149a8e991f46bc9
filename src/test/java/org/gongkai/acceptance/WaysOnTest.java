package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

@BrowserTest
@DisplayName("A reader who goes on from a page")
class WaysOnTest {

    @Test
    @DisplayName("leads from the list of changes to the sentences that changed, without scripts")
    void changedSentences(Browser browser) {
        browser.withoutScripts();
        browser.open(HistorySite.site().path("changes/index.html"));
        browser.find(".change-what a").click();

        assertThat(browser.address()).contains("/history/").endsWith(".html");
        assertThat(browser.find(".changed thead").getText()).contains("第3版").contains("第5版");
        assertThat(browser.shows(".version .prose")).isTrue();
    }

    @Test
    @DisplayName("gets back to the line of the list of the column, without scripts")
    void backWithoutScripts(Browser browser) {
        browser.withoutScripts();
        browser.open(LongSite.site().path("log/page-2.html"));
        String line = browser.find(".lines li:nth-child(20)").getAttribute("id");
        browser.find(".lines li:nth-child(20) a").click();
        browser.find(".way-back a").click();

        assertThat(browser.address()).endsWith("log/page-2.html#" + line);
        assertThat(browser.findAll(".lines li:target")).hasSize(1);
    }

    @Test
    @DisplayName("gets back to the list that he came from, whichever it was")
    void backToTheListItself(Browser browser) throws IOException {
        try (Loopback server = new Loopback(LongSite.site())) {
            for (String list : List.of("tags/zhi-ban-a9d8f7/page-2.html", "years/2025/page-2.html", "index.html")) {
                browser.open(server.address(list));
                String line = browser.find(".lines li:nth-child(5)").getAttribute("id");
                browser.find(".lines li:nth-child(5) a").click();
                browser.find(".way-back a").click();
                assertThat(browser.address()).endsWith("/" + list + "#" + line);
            }
            browser.find(".lines li:nth-child(5) a").click();
            browser.find(".neighbours a[rel=prev]").click();
            browser.find(".way-back a").click();
            assertThat(browser.address()).contains("/log/");
        }
    }

    @Test
    @DisplayName("gets from the foot of a page to its top")
    void top(Browser browser) {
        browser.withoutScripts();
        browser.open(PageType.ENTRY_WITH_TABLES.file());
        browser.find(".foot-links a").click();
        assertThat(((Number) browser.run("return window.pageYOffset;")).intValue())
                .isZero();
    }

    @Test
    @DisplayName("sees at any place of a former version that it is one, and gets to the current text")
    void formerVersion(Browser browser) {
        browser.width(Browser.NARROW);
        browser.open(HistorySite.site().path(HistorySite.HISTORY + "3.html"));
        browser.run("window.scrollTo(0, document.body.scrollHeight);");

        WebElement way = browser.find(".version-bar .version-now-link");
        assertThat(browser.find(".version-bar").getText()).startsWith("这是第3版");
        assertThat((boolean) browser.run(
                        "var box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight;",
                        way))
                .isTrue();
        way.click();
        assertThat(browser.address()).endsWith(HistorySite.ENTRY);
    }

    @Test
    @DisplayName("is told under 正在公示 what has ended since the site was built, and finds it still")
    void pastNotices(Browser browser) {
        browser.clock("2026-11-30");
        browser.open(PageType.HOME.file());
        assertThat(browser.find(".home-notices").getText()).contains("公示中");

        browser.clock("2026-12-01");
        browser.open(PageType.HOME.file());
        assertThat(browser.find(".home-notices").getText()).contains("没有正在公示的，下列已经结束：", "公示已结束");
    }
}
