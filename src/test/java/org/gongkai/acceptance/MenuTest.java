package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@BrowserTest
@DisplayName("The menu of a site with many columns")
class MenuTest {

    /** Heads that are too high at a width, and what can be chosen in the head and is lower than a target must be. */
    private static final String FAULTS =
            """
            const high = [1366, 1440].filter(width => {
                frame.style.width = width + 'px';
                return !(document.querySelector('.band').offsetHeight <= 120);
            });
            return high.concat([...document.querySelectorAll('.band a, .band button, .band label, .band input')]
                .filter(target => target.checkVisibility() && target.offsetWidth > 1 && target.offsetHeight < 24)
                .map(target => target.outerHTML + target.offsetHeight));
            """;

    @Test
    @DisplayName("has one row in a wide window; the rest stands under 更多, for a mouse and for keys")
    void oneRow(Browser browser) {
        browser.width(1366);
        browser.open(DemoSite.site().path("index.html"));
        assertThat(rows(browser)).isEqualTo(1);
        assertThat(shown(browser)).startsWith("首页", "通知").contains("台账").doesNotContain("志愿服务");

        browser.find(".menu-more label").click();
        assertThat(shown(browser)).contains("志愿服务", "使用帮助");
        browser.find(".menu-more label").click();
        assertThat(shown(browser)).doesNotContain("志愿服务");

        browser.run("document.getElementById('view-columns').focus()");
        browser.press(Keys.SPACE);
        assertThat(shown(browser)).contains("志愿服务");
    }

    @Test
    @DisplayName("is the same on all pages, and marks where the page is: a column, or 更多 where it is one of the rest")
    void current(Browser browser) {
        browser.width(1366);
        browser.open(DemoSite.site().path("volunteering/index.html"));
        assertThat(shown(browser)).contains("党费收缴").doesNotContain("志愿服务");
        assertThat(browser.shows(".menu-here")).isTrue();
    }

    @Test
    @DisplayName("shows on a phone one row of whole names and the others behind 更多, and all in large print")
    void all(Browser browser) {
        browser.width(390);
        browser.open(DemoSite.site().path("index.html"));
        assertThat(shown(browser)).startsWith("首页", "通知").doesNotContain("志愿服务");
        browser.find(".menu-more label").click();
        assertThat(shown(browser)).contains("志愿服务", "使用帮助");
        assertThat(rows(browser)).isGreaterThan(3);

        browser.width(1366);
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=elder]").click();
        assertThat(shown(browser)).contains("志愿服务", "使用帮助");
        assertThat(browser.shows(".menu-more")).isFalse();
    }

    @Test
    @DisplayName("stands in a head of at most 120 px on a desk, with targets of 24 px at least")
    void lowHead(Browser browser) throws IOException {
        assertThat(Frames.find(browser, FAULTS)).isEmpty();
    }

    private static List<String> shown(Browser browser) {
        return browser.findAll(".menu a").stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    private static long rows(Browser browser) {
        return (Long) browser.run("return new Set([...document.querySelectorAll('.menu li')]"
                + ".filter(item => item.offsetWidth).map(item => item.offsetTop)).size");
    }
}
