package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
@DisplayName("What can be chosen above a list")
class FoldedFiltersTest {

    private static final String SUMMARY = ".fold summary";

    @ParameterizedTest
    @CsvSource({
        "meetings/2025/index.html, 筛选：2025年、三会一课",
        "years/2025/index.html, 筛选：2025年",
        "years/2025/month-05.html, 选其他月份",
        "changes/index.html, 筛选：全部"
    })
    @DisplayName("is folded on a phone below what is chosen, and open on a desk, without a script")
    void foldsOnAPhone(String page, String chosen, Browser browser) {
        browser.withoutScripts();
        browser.width(1440);
        browser.open(DemoSite.site().path(page));
        assertThat(browser.shows(".chooser li")).isTrue();
        assertThat(browser.shows(SUMMARY)).isFalse();

        browser.width(390);
        browser.open(DemoSite.site().path(page));
        assertThat(browser.find(SUMMARY).getText()).isEqualTo(chosen);
        assertThat(browser.shows(".chooser li")).isFalse();
        browser.find(SUMMARY).click();
        assertThat(browser.shows(".chooser li")).isTrue();
    }

    @Test
    @DisplayName("stays open where there is little")
    void little(Browser browser) {
        browser.width(390);
        browser.open(PageType.LIST.file());
        assertThat(browser.shows(".chooser li")).isTrue();
        assertThat(browser.findAll(SUMMARY)).isEmpty();
    }

    @Test
    @DisplayName("of the search page leaves in sight what is chosen")
    void search(Browser browser) throws Exception {
        browser.width(390);
        try (Loopback server = new Loopback(DemoSite.site())) {
            browser.open(server.address("search.html?q=%E5%85%9A%E8%B4%B9&year=2025"));
            browser.awaitAddress("year=2025");
            assertThat(
                            browser.await(
                                    "const done = arguments[0]; const seen = setInterval(() => {"
                                            + " if (document.querySelector('#search-results a')) { clearInterval(seen); done('found'); } }, 20)"))
                    .isEqualTo("found");
            assertThat(browser.shows("[name=year]")).isTrue();
            assertThat(browser.shows("[name=kind]")).isFalse();
            browser.find(SUMMARY).click();
            assertThat(browser.shows("[name=kind]")).isTrue();
        }
    }
}
