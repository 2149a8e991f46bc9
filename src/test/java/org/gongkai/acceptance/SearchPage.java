package org.gongkai.acceptance;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.WebElement;

/** The search page of a site in a browser, as a reader uses it. */
final class SearchPage {

    private static final String SETTLED =
            """
            var done = arguments[arguments.length - 1];
            (function look() {
              var results = document.getElementById('search');
              if (results && results.getAttribute('aria-busy') === 'false') { done(); } else { setTimeout(look, 10); }
            }());
            """;

    private final Browser browser;

    SearchPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page with a query as its address has it. */
    SearchPage open(URI page, String... namesAndValues) {
        StringBuilder address = new StringBuilder(page.toString());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        browser.open(URI.create(address.toString()));
        return settled();
    }

    SearchPage open(BuiltSite site, String... namesAndValues) {
        return open(site.path("search.html").toUri(), namesAndValues);
    }

    /** Waits until what was asked is answered. */
    SearchPage settled() {
        browser.await(SETTLED);
        return this;
    }

    /** Replaces what stands in the box by something typed. */
    SearchPage type(String text) {
        box().clear();
        box().sendKeys(text);
        return settled();
    }

    /** Replaces what stands in the box at once, as pasting does; any text can be pasted. */
    SearchPage paste(String text) {
        browser.run(
                "var box = document.querySelector('[name=q]'); box.value = arguments[0];"
                        + " box.dispatchEvent(new Event('input'));",
                text);
        return settled();
    }

    /** Chooses the option of a filter that begins with a text. */
    SearchPage choose(String filter, String text) {
        browser.findAll("select[name=" + filter + "] option").stream()
                .filter(option -> option.getText().startsWith(text))
                .findFirst()
                .orElseThrow()
                .click();
        return settled();
    }

    List<String> options(String filter) {
        return texts("select[name=" + filter + "] option");
    }

    WebElement box() {
        return browser.find("[role=search] [name=q]");
    }

    /** The number of hits on all pages. */
    int count() {
        return Integer.parseInt(browser.find("#search-count").getAttribute("data-count"));
    }

    /** The titles of the hits of this page. */
    List<String> titles() {
        return texts("#search-results a[href]");
    }

    /** The addresses of the hits of this page, from the root of the site. */
    List<String> addresses() {
        return browser.findAll("#search-results a[href]").stream()
                .map(link -> link.getDomAttribute("href"))
                .map(address -> URLDecoder.decode(address, StandardCharsets.UTF_8))
                .toList();
    }

    /** The visible texts of elements. */
    List<String> texts(String selector) {
        return browser.findAll(selector).stream().map(WebElement::getText).toList();
    }

    /** The parts of the hits' texts that are marked. */
    List<String> marked() {
        return texts("#search-results .hit-text mark");
    }
}
