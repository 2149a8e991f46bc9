package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BrowserTest
@DisplayName("axe finds no barrier")
class AccessibilityTest {

    static final String AXE = axe();

    /** Where nothing is found nobody needs selectors, which take a fifth of the time; the source of each element is given. */
    private static final String RUN =
            """
            var done = arguments[arguments.length - 1];
            var rules = {'color-contrast': {enabled: arguments[0]}};
            axe.run(document, {resultTypes: ['violations'], selectors: false, rules: rules}).then(function (results) {
              done(results.violations.map(function (v) {
                return v.id + ' (' + v.impact + '): ' + v.help + v.nodes.slice(0, 5).map(function (n) {
                  return '\\n    ' + n.html.slice(0, 200)
                      + '\\n      ' + n.failureSummary.replace(/\\n */g, ' ');
                }).join('');
              }));
            }, function (error) { done(['axe failed: ' + error]); });
            """;

    /**
     * Contrast, which takes more time than all other rules together, is measured once in each width and once in each print: no
     * style gives colours for both.
     */
    @ParameterizedTest
    @EnumSource(PageType.class)
    @DisplayName("in a page, on a desk and on a phone, in normal and in large print")
    void pages(PageType type, Browser browser) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        open(browser, type);
        browser.run(AXE);
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            browser.width(width);
            for (Look look : Look.values()) {
                look.take(browser);
                boolean contrast = look.elder() == (width == Browser.NARROW);
                violations(browser, contrast)
                        .forEach(violation -> found.computeIfAbsent(violation, v -> new ArrayList<>())
                                .add(look + " at " + width + " px"));
            }
        }
        assertThat(found).as(type.address()).isEmpty();
    }

    @Test
    @DisplayName("only because there is none: it finds those of a bad page")
    void badPage(Browser browser) {
        browser.open(PageType.HOME.file());
        browser.run(
                "document.querySelector('main').innerHTML = '<h1></h1><img src=\"x.png\"><p style=\"color:#ddd\">一行浅色的字</p>'");
        browser.run(AXE);
        assertThat(String.join("\n", violations(browser, true)))
                .contains("image-alt", "color-contrast", "empty-heading");
    }

    /** Opens a page to stay: one that leads on is opened without the element that does, one for a server by a server. */
    private static void open(Browser browser, PageType type) throws IOException {
        if (type == PageType.NOT_FOUND) {
            try (Loopback server = new Loopback(type.site())) {
                browser.open(server.address("no/such/page.html"));
            }
        } else if (type == PageType.REDIRECT) {
            browser.open(PageType.HOME.file());
            browser.run(
                    "document.open(); document.write(arguments[0]); document.close();",
                    type.site()
                            .text(type.address())
                            .replaceFirst("<meta http-equiv=\"refresh\"[^>]*>", "")
                            .replace("../../", ""));
        } else {
            browser.open(type.file());
        }
    }

    static List<String> violations(Browser browser) {
        return violations(browser, true);
    }

    private static List<String> violations(Browser browser, boolean contrast) {
        List<String> violations = new ArrayList<>();
        ((List<?>) browser.await(RUN, contrast)).forEach(violation -> violations.add("\n" + violation));
        return violations;
    }

    private static String axe() {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
