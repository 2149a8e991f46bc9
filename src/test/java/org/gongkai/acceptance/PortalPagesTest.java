package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.HtmlChecker;
import org.gongkai.testing.PortalSites;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
@DisplayName("The pages of a portal")
class PortalPagesTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void threeSites() throws IOException {
        PortalSites.write(folder);
        PortalSites.publish(folder);
    }

    private static Path page(String address) {
        return folder.resolve("www/portal/current").resolve(address);
    }

    @Test
    @DisplayName("are HTML without errors")
    void valid() throws Exception {
        HtmlChecker checker = new HtmlChecker();
        try (Stream<Path> all = Files.walk(page("").toRealPath())) {
            List<Path> pages =
                    all.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages).hasSizeGreaterThan(20);
            for (Path page : pages) {
                assertThat(checker.errors(Files.readAllBytes(page)))
                        .as("" + page)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("have no barrier and fit the window, on a desk in normal print and on a phone in large print")
    void accessible(Browser browser) {
        for (String address : List.of(
                "index.html",
                "units/index.html",
                "units/jg/index.html",
                "units/z3/index.html",
                "units/jg/coverage.html",
                "dues.html",
                "terms.html",
                "late.html",
                "columns/index.html",
                "years/2024/index.html",
                "search.html",
                "help.html")) {
            browser.open(page(address));
            browser.load(AccessibilityTest.AXE);
            for (Look look : Look.values()) {
                int width = look.elder() ? Browser.NARROW : Browser.WIDE;
                browser.width(width);
                look.take(browser);
                assertThat(AccessibilityTest.violations(browser, !look.elder()))
                        .as(address + " " + look + " at " + width)
                        .isEmpty();
                assertThat(browser.run("var e = document.documentElement; return e.scrollWidth - e.clientWidth"))
                        .as(address + " " + look + " at " + width)
                        .isEqualTo(0L);
            }
        }
    }

    @Test
    @DisplayName("show a few units of one title at once, also on a phone")
    void folded(Browser browser) {
        browser.width(Browser.NARROW);
        browser.open(page("index.html"));
        assertThat(browser.find(".line-alike li a").isDisplayed()).isTrue();
        browser.width(Browser.WIDE);
        assertThat(browser.find(".line-alike li a").isDisplayed()).isTrue();
    }

    @Test
    @DisplayName("find what any site says, and lead to its page there")
    void search(Browser browser) throws InterruptedException {
        browser.open(page("index.html"));
        browser.find("[type=search]").sendKeys("支部发展对象");
        browser.find(".find button").click();
        browser.awaitAddress("search.html");
        browser.await("var done = arguments[0]; (function look() {"
                + " if (document.querySelector('.hit a')) { done(); } else { setTimeout(look, 20); } }());");
        assertThat(browser.find("#search-count").getText()).isEqualTo("找到3条");
        assertThat(browser.findAll(".hit-title a").stream()
                        .map(unit -> unit.getText().substring(0, 4))
                        .toList())
                .containsExactlyInAnyOrder("第1支部", "第2支部", "第3支部");
        assertThat(browser.findAll(".hit-title")).extracting(it -> it.getText()).contains("第1支部发展对象公示 公示已结束");

        browser.find(".hit a").click();
        browser.awaitAddress("/current/announcements/2024/fa-zhan.html");
        assertThat(browser.title()).matches("第.支部发展对象公示 - 第.支部的网站");
        browser.open(page("search.html").toUri().resolve("search.html?q=党费收缴"));
        browser.await("var done = arguments[0]; setTimeout(done, 1000);");
        assertThat(browser.find(".hit-text").getText()).matches("第.支部：.+");
        assertThat(browser.findAll(".hit-title a")).isEmpty();
        assertThat(browser.find(".hit-units li").getText()).matches("第.支部 \\d{4}年.*");
    }
}
