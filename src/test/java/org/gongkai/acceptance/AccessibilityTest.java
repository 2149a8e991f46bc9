package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
@DisplayName("axe finds no barrier")
class AccessibilityTest {

    static final String AXE = axe();

    /**
     * Where nothing is found nobody needs selectors, which take a fifth of the time; the source of each element is given. What is
     * under each letter takes axe most of the rest: it is asked once for a page, {@link #FAINT} for the other looks.
     */
    private static final String RUN =
            """
            var done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations'], selectors: false, rules: {'color-contrast': {enabled: arguments[0]}}}).then(function (results) {
              done(results.violations.map(function (v) {
                return v.id + ' (' + v.impact + '): ' + v.help + v.nodes.slice(0, 5).map(function (n) {
                  return '\\n    ' + n.html.slice(0, 200)
                      + '\\n      ' + n.failureSummary.replace(/\\n */g, ' ');
                }).join('');
              }));
            }, function (error) { done(['axe failed: ' + error]); });
            """;

    /** Headings that are larger or heavier than the first. */
    private static final String HEAVY =
            """
            const type = heading => getComputedStyle(heading), first = type(document.querySelector('h1'));
            return [...document.querySelectorAll('h2')]
                .filter(heading => parseFloat(type(heading).fontSize) > parseFloat(first.fontSize)
                    || Number(type(heading).fontWeight) > Number(first.fontWeight))
                .map(heading => heading.outerHTML);
            """;

    /** Texts and what empty boxes ask for, whose contrast with the ground below them is too low, with the contrast. */
    private static final String FAINT =
            """
            const rgba = colour => { const [r, g, b, a = 1] = colour.match(/[0-9.]+/g).map(Number); return [r, g, b, a]; };
            const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
            const ground = element =>
                element ? over(rgba(getComputedStyle(element).backgroundColor), ground(element.parentElement)) : [255, 255, 255];
            const light = colour => {
                const [red, green, blue] = colour.map(part => part / 255)
                    .map(part => part > .04045 ? ((part + .055) / 1.055) ** 2.4 : part / 12.92);
                return .2126 * red + .7152 * green + .0722 * blue + .05;
            };
            const contrast = (element, style) => {
                const below = ground(element);
                const [one, other] = [over(rgba(style.color), below), below].map(light);
                return Math.max(one, other) / Math.min(one, other);
            };
            const large = ({fontSize, fontWeight}) => parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
            const texts = [...document.body.querySelectorAll('*')].filter(element =>
                [...element.childNodes].some(child => child.nodeType === 3 && child.data.trim())
                && element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && !element.closest(':disabled'));
            return [
                ...texts.map(text => [text, getComputedStyle(text)]),
                ...[...document.querySelectorAll('[placeholder]')].map(box => [box, getComputedStyle(box, '::placeholder')])]
                .map(([element, style]) => [element.outerHTML.slice(0, 200), contrast(element, style), large(style) ? 3 : 4.5])
                .filter(([source, found, wanted]) => found < wanted);
            """;

    /** The others lead on or are for a server. */
    private static final Set<PageType> HAS_HEADINGS =
            EnumSet.complementOf(EnumSet.of(PageType.NOT_FOUND, PageType.REDIRECT));

    /** Each width and each print is looked at once: no style changes with both. */
    @ParameterizedTest
    @EnumSource(PageType.class)
    @DisplayName("in a page, on a desk in normal print and on a phone in large print, nor in its headings and boxes")
    void pages(PageType type, Browser browser) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        open(browser, type);
        browser.load(AXE);
        for (Look look : Look.values()) {
            int width = look.elder() ? Browser.NARROW : Browser.WIDE;
            browser.width(width);
            look.take(browser);
            violations(browser, !look.elder())
                    .forEach(violation -> found.computeIfAbsent(violation, v -> new ArrayList<>())
                            .add(look + " at " + width + " px"));
            if (HAS_HEADINGS.contains(type)) {
                assertThat((List<?>) browser.run(HEAVY))
                        .as(look + " at " + width + " px: headings larger or heavier than that of the page")
                        .isEmpty();
            }
            assertThat((List<?>) browser.run(FAINT)).as(look + ": faint texts").isEmpty();
        }
        assertThat(found).as(type.address()).isEmpty();
        if (HAS_HEADINGS.contains(type)) {
            browser.run("document.getElementById('view-contrast').click()");
            assertThat((List<?>) browser.run(FAINT)).as("high contrast").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"朴素", "现代"})
    @DisplayName("in the texts of any page in one of the other looks, whose colours differ")
    void otherLooks(String name, Browser browser) throws IOException {
        BuiltSite site = DemoSite.inLook(name);
        for (PageType type : PageType.values()) {
            if (type.site() == DemoSite.site() && HAS_HEADINGS.contains(type)) {
                browser.open(site.path(type.address()));
                assertThat((List<?>) browser.run(FAINT)).as(type.address()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("only because there is none: it finds those of a bad page")
    void badPage(Browser browser) {
        browser.open(PageType.HOME.file());
        browser.run(
                "document.querySelector('main').innerHTML = '<h1></h1><img src=\"x.png\"><p style=\"color:#ddd\">一行浅色的字</p>'");
        browser.load(AXE);
        assertThat(String.join("\n", violations(browser))).contains("image-alt", "color-contrast", "empty-heading");
        assertThat((List<?>) browser.run(FAINT)).hasSize(1).asString().contains("一行浅色的字");
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

    static List<String> violations(Browser browser, boolean contrast) {
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
