package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@BrowserTest
@DisplayName("The menu of a site with many columns")
class MenuTest {

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
    @DisplayName("always shows the column that the page is in")
    void current(Browser browser) {
        browser.width(1366);
        browser.open(DemoSite.site().path("volunteering/index.html"));
        assertThat(rows(browser)).isEqualTo(1);
        assertThat(shown(browser)).contains("志愿服务").doesNotContain("使用帮助");
    }

    @Test
    @DisplayName("shows all columns on a phone and in large print")
    void all(Browser browser) {
        browser.width(390);
        browser.open(DemoSite.site().path("index.html"));
        assertThat(shown(browser)).contains("志愿服务", "使用帮助");
        assertThat(browser.shows(".menu-more")).isFalse();

        browser.width(1366);
        browser.find("label[for=elder]").click();
        assertThat(shown(browser)).contains("志愿服务", "使用帮助");
        assertThat(browser.shows(".menu-more")).isFalse();
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
