package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

@BrowserTest
@DisplayName("A reader")
class ReadingTest {

    private static final String PAGE_GREY = "rgba(246, 243, 237, 1)";

    private static final String WIDTHS = "e = document.documentElement;"
            + " return e.clientWidth + ' ' + e.scrollWidth + ' ' + document.body.scrollWidth;";

    /** What a page in a frame as wide as a phone is not: as wide as the frame, in normal and in large print. */
    private static final String STICKS_OUT =
            """
            document.body.insertAdjacentHTML('beforeend', given[1]);
            return [1, ...[false, true].map(elder => {
                const box = document.getElementById('elder');
                if (box.checked !== elder) box.click();
                const e = document.documentElement;
                return [e.clientWidth, e.scrollWidth, document.body.scrollWidth].join(' ');
            }).filter(widths => widths !== '360 360 360')];
            """;

    @Test
    @DisplayName("changes font size and large print by keyboard where scripts are off")
    void keyboardWithoutScripts(Browser browser) {
        browser.withoutScripts();
        browser.open(PageType.ENTRY_MARKDOWN.file());
        assertThat(browser.style(".site", "font-size")).isEqualTo("18px");

        browser.press(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("skip");
        assertThat(browser.find(".skip").getLocation().getX()).isNotNegative();
        browser.press(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("view-settings");
        assertThat(browser.find("label[for=size-m]").isDisplayed()).isFalse();
        browser.press(Keys.SPACE);

        browser.press(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("elder");
        assertThat(browser.style("label[for=elder]", "outline-style")).isEqualTo("solid");
        browser.press(Keys.SPACE);
        assertThat(browser.style(".site", "font-size")).isEqualTo("24px");
        browser.press(Keys.SPACE);
        assertThat(browser.style(".site", "font-size")).isEqualTo("18px");

        browser.press(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("size-m");
        assertThat(browser.style("label[for=size-m]", "outline-style")).isEqualTo("solid");
        browser.press(Keys.ARROW_RIGHT);
        assertThat(browser.style(".site", "font-size")).isEqualTo("21px");
        browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(browser.style(".site", "font-size")).isEqualTo("16px");

        browser.press(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("view-contrast");
        assertThat(browser.style("label[for=view-contrast]", "outline-style")).isEqualTo("solid");
    }

    @Test
    @DisplayName("skips the head of the page by keyboard")
    void skip(Browser browser) {
        browser.withoutScripts();
        browser.open(PageType.ENTRY_MARKDOWN.file());
        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.focus()).isEqualTo("main");
    }

    @Test
    @DisplayName("finds font size and large print as chosen on the next page")
    void choiceIsRemembered(Browser browser) {
        browser.open(PageType.HOME.file());
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=size-l]").click();
        browser.find(".lines a").click();
        assertThat(browser.findAll("article.entry")).hasSize(1);
        assertThat(browser.style(".site", "font-size")).isEqualTo("21px");

        browser.find("label[for=view-settings]").click();
        browser.find("label[for=elder]").click();
        browser.open(PageType.YEARS.file());
        assertThat(browser.style(".site", "font-size")).isEqualTo("28px");
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=elder]").click();
        browser.open(PageType.HOME.file());
        assertThat(browser.style(".site", "font-size")).isEqualTo("21px");
    }

    @Test
    @DisplayName("is offered 打印 only where a script can print")
    void printing(Browser browser) {
        browser.open(PageType.HOME.file());
        assertThat(browser.find(".js-print").getText()).isEqualTo("打印");
        assertThat(browser.shows(".js-print")).isTrue();
        browser.withoutScripts();
        browser.open(PageType.HOME.file());
        assertThat(browser.shows(".js-print")).isFalse();
    }

    @Test
    @DisplayName("sees both dates of a 公示 and how it stood when the site was made, where scripts are off")
    void noticeWithoutScripts(Browser browser) {
        browser.withoutScripts();
        browser.open(DemoSite.site().path("publicity/2026/slsw01-2026-00035.html"));
        assertThat(browser.find(".strip").getText()).contains("公示中", "11月30日截止");
        assertThat(browser.find("main").getText()).contains("11月24日", "11月30日");
        browser.open(PageType.HOME.file());
        assertThat(browser.find(".notices").getText()).contains("公示中", "11月24日至11月30日");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 公示中, chip-open",
        "2026-11-30, 公示中, chip-open",
        "2026-12-01, 公示已结束, chip-past",
    })
    @DisplayName("sees how a 公示 stands on his own day")
    void noticeOnTheReadersDay(String day, String text, String look, Browser browser) {
        browser.clock(day);
        browser.open(DemoSite.site().path("publicity/2026/slsw01-2026-00035.html"));
        assertThat(browser.find(".strip .chip").getText()).isEqualTo(text);
        assertThat(browser.find(".strip .chip").getAttribute("class")).isEqualTo("chip " + look);
        assertThat(browser.find(".strip").getText()).contains("11月30日截止");
    }

    @Test
    @DisplayName("gets from the home page to an entry and back through its column, from a disc and without scripts")
    void wayThroughTheSite(Browser browser) {
        browser.withoutScripts();
        browser.open(PageType.HOME.file());
        String title = browser.find(".lines a").getText();
        browser.find(".lines a").click();
        assertThat(browser.find("h1").getText()).isEqualTo(title);
        browser.find(".crumbs li:nth-child(2) a").click();
        assertThat(browser.findAll(".lines a")).anyMatch(line -> line.getText().equals(title));
        browser.find(".site-name a").click();
        assertThat(browser.address()).isEqualTo(PageType.HOME.file().toUri().toString());
    }

    @Test
    @DisplayName("of an old address is led to the new one, without scripts too")
    void redirect(Browser browser) {
        browser.withoutScripts();
        browser.open(PageType.REDIRECT.file());
        for (int i = 0; i < 50 && !browser.address().contains("/plans/"); i++) {
            sleep();
        }
        assertThat(browser.address()).endsWith("/plans/2023/slsw01-2023-00002.html");
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("who mistypes an address gets a whole page from the server, and a way home")
    void notFound(Browser browser) throws IOException {
        try (Loopback server = new Loopback(DemoSite.site())) {
            browser.open(server.address("plans/2025/mistyped.html"));
            assertThat(browser.find("h1").getText()).isEqualTo("没有找到这个页面");
            assertThat(browser.style("body", "background-color")).isEqualTo(PAGE_GREY);
            browser.find("main p a").click();
            assertThat(browser.address()).isEqualTo(server.address("index.html").toString());
        }
    }

    @ParameterizedTest
    @EnumSource(value = PageType.class, names = "NOT_FOUND", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("opens a page from a disc, the console stays silent, and on a phone, which lays out a page by its own"
            + " viewport, nobody need scroll sideways")
    void fitsAPhone(PageType type, Browser browser) {
        browser.width(Browser.NARROW);
        browser.open(type.file());
        assertThat(browser.console()).as(type.address()).isEmpty();
        assertThat(browser.title()).isNotBlank();
        assertThat(browser.style("body", "background-color")).isEqualTo(PAGE_GREY);
        for (Look look : type == PageType.REDIRECT ? new Look[0] : Look.values()) {
            assertThat(browser.run(look.script() + WIDTHS, look.elder()))
                    .as(type.address() + " in " + look)
                    .isEqualTo("360 360 360");
        }
    }

    /**
     * Frames as wide as a phone share one load of the browser, and run no scripts; {@link #fitsAPhone} opens each type of page by itself. Of the
     * former versions of an entry, which are many and nearly the same, one is taken that shows a change.
     */
    @Test
    @DisplayName("need not scroll sideways in a width of 360 pixels, on any page, in normal and in large print")
    void nothingSticksOut(Browser browser) throws IOException {
        for (BuiltSite site : List.of(DemoSite.site(), LongSite.site())) {
            List<String> pages = site.pages().stream()
                    .filter(page -> !page.equals(PageType.NOT_FOUND.address()))
                    .filter(page -> !page.equals(PageType.REDIRECT.address()))
                    .filter(page -> !page.contains("/history/") || page.endsWith("/history/2.html"))
                    .toList();
            assertThat(sticksOut(browser, site, pages, "")).isEqualTo(new Frames(List.of(), pages.size()));
        }
    }

    @Test
    @DisplayName("would have to, were anything wider than the page: the frames show it")
    void whatSticksOutIsFound(Browser browser) throws IOException {
        String home = PageType.HOME.address();
        assertThat(sticksOut(browser, DemoSite.site(), List.of(home), "<p style='width: 400px'>宽</p>")
                        .wrong())
                .hasSize(2)
                .allMatch(wrong -> wrong.startsWith(home));
    }

    private static Frames sticksOut(Browser browser, BuiltSite site, List<String> pages, String added)
            throws IOException {
        return Frames.find(browser, Browser.NARROW, site, pages, STICKS_OUT, "without scripts", added);
    }
}
