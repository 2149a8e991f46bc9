package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
@DisplayName("A reader with weak eyes")
class ElderModeTest {

    private static final int LOADS = 24;

    /** Notes in which size the content is before the first frame and in every frame while a page loads. */
    private static final String WATCH =
            """
            window.sizes = [];
            const note = () => {
                const site = document.querySelector('.site');
                if (site) window.sizes.push(getComputedStyle(site).fontSize);
            };
            new MutationObserver(note).observe(document, {childList: true, subtree: true});
            const frame = () => { note(); if (document.readyState !== 'complete') requestAnimationFrame(frame); };
            requestAnimationFrame(frame);
            """;

    /**
     * Heads that are too high in large print, and what can be chosen and is smaller than a finger; links within running text and
     * cells are not asked.
     */
    private static final String FAULTS =
            """
            const elder = document.getElementById('elder');
            if (!elder.checked) elder.click();
            return [1440, 390].flatMap(width => {
                frame.style.width = width + 'px';
                const high = [document.querySelector('.band').getBoundingClientRect().height].filter(height => !(height < 400.5));
                return high.concat([...document.querySelectorAll('a, button, label, summary, select, input:not(.view)')]
                    .filter(target => target.checkVisibility())
                    .filter(target => !target.closest('.prose, .skip, td, th, .search-form label'))
                    .map(target => [target, target.getBoundingClientRect()])
                    .filter(([target, place]) => place.width > 1 && (place.height < 43.5 || place.width < 43.5))
                    .map(([target, place]) => `${target.outerHTML.slice(0, 90)} ${place.width}x${place.height}`))
                    .map(fault => `at ${width}: ${fault}`);
            });
            """;

    @Test
    @DisplayName("sees nothing flash in another size while a page loads from a disc, in two dozen loads")
    void noFlash(Browser browser) {
        browser.open(PageType.HOME.file());
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=elder]").click();
        browser.beforePages(WATCH);
        List<String> pages = Stream.of(PageType.ENTRY_WITH_TABLES, PageType.HOME, PageType.LIST, PageType.YEARS)
                .map(type -> type.file().toString())
                .toList();
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            browser.open(Path.of(pages.get(i % pages.size())));
            seen.add(browser.run("return [...new Set(window.sizes)].join(' ')"));
        }
        browser.beforePages(null);
        // A page that was there before its first frame shows nothing.
        seen.removeIf(""::equals);
        assertThat(seen).hasSizeGreaterThan(LOADS / 2).containsOnly("24px");
    }

    @ParameterizedTest
    @CsvSource({"size-s, 22px", "size-m, 24px", "size-l, 28px"})
    @DisplayName("chooses among three sizes of large print, in black, and finds the choice on the next page")
    void sizes(String size, String pixels, Browser browser) {
        browser.open(PageType.HOME.file());
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=elder]").click();
        browser.find("label[for=" + size + "]").click();
        assertThat(browser.style(".site", "font-size")).isEqualTo(pixels);
        browser.open(PageType.ENTRY_MARKDOWN.file());
        assertThat(browser.style(".prose", "font-size")).isEqualTo(pixels);
        assertThat(browser.style(".prose p", "color")).isEqualTo("rgba(0, 0, 0, 1)");
    }

    @Test
    @DisplayName("has at least half of the first screen for what he came for, and targets as large as a finger")
    void roomAndTargets(Browser browser) throws IOException {
        assertThat(Frames.find(browser, FAULTS)).isEmpty();
    }

    @Test
    @DisplayName("has the home page on four screens of a phone, a running 公示 included")
    void shortHome(Browser browser) {
        browser.clock("2026-11-26");
        browser.width(390);
        browser.open(PageType.HOME.file());
        Look.LARGE_PRINT.take(browser);
        for (String part : List.of(".home-running .notices li", ".home-intro", ".home-tasks li:last-child span")) {
            assertThat(browser.shows(part)).as(part).isTrue();
        }
        assertThat((Long) browser.run("return document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(4 * 844);
    }

    @Test
    @DisplayName("opens the columns as big cells on a phone, without scripts too")
    void columns(Browser browser) {
        browser.withoutScripts();
        browser.width(390);
        browser.open(PageType.ENTRY_MARKDOWN.file());
        Look.LARGE_PRINT.take(browser);
        assertThat(browser.shows(".menu a")).isFalse();
        browser.find("label[for=view-columns]").click();
        assertThat(browser.shows(".menu a")).isTrue();
        assertThat(browser.find(".menu li:nth-last-child(2) a").getSize().getHeight())
                .isGreaterThanOrEqualTo(44);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "finds running 公示 first on the home page, in large print and on a phone, and the latest first after them")
    void noticesFirst(boolean phone, Browser browser) {
        assertThat(top(phone, "2026-11-26", "#notices", browser))
                .isLessThan(top(phone, "2026-11-26", "#latest", browser));
        assertThat(top(phone, "2026-12-26", "#latest", browser))
                .isLessThan(top(phone, "2026-12-26", "#notices", browser));
    }

    private static int top(boolean phone, String day, String part, Browser browser) {
        browser.clock(day);
        browser.open(PageType.HOME.file());
        if (phone) {
            browser.width(390);
        } else {
            Look.LARGE_PRINT.take(browser);
        }
        return browser.find(part).getLocation().getY();
    }

    /** A browser with one voice; what it is to say is noted. */
    private static String voice(String language, boolean local) {
        return """
                window.said = [];
                window.SpeechSynthesisUtterance = function (text) { this.text = text; };
                const speech = {
                    speaking: false,
                    getVoices: () => [{lang: '%s', localService: %s}],
                    speak(utterance) { this.speaking = true; window.said.push(utterance.text); },
                    cancel() { this.speaking = false; }
                };
                Object.defineProperty(window, 'speechSynthesis', {value: speech});
                """
                .formatted(language, local);
    }

    @Test
    @DisplayName("has an entry read aloud sentence by sentence, and stops it")
    void readsAloud(Browser browser) {
        browser.beforePages(voice("zh-CN", true));
        browser.open(PageType.ENTRY_MARKDOWN.file());
        String title = browser.find("h1").getText();
        browser.find(".js-read").click();
        assertThat(browser.find(".js-read").getText()).isEqualTo("停止朗读");
        List<?> said = (List<?>) browser.run("return window.said");
        assertThat(said.get(0)).isEqualTo(title + "。");
        assertThat(said).hasSizeGreaterThan(3).allMatch(sentence -> !((String) sentence).isBlank());
        browser.find(".js-read").click();
        assertThat(browser.find(".js-read").getText()).isEqualTo("朗读");
        assertThat(browser.run("return window.speechSynthesis.speaking")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, false", "en-US, true"})
    @DisplayName("is not offered to have it read by a server or in another language")
    void noVoice(String language, boolean local, Browser browser) {
        browser.beforePages(voice(language, local));
        browser.open(PageType.ENTRY_MARKDOWN.file());
        assertThat(browser.shows(".js-read")).isFalse();
    }

    @Test
    @DisplayName("reads white on black with yellow links, and finds that on the next page")
    void highContrast(Browser browser) {
        browser.open(PageType.HOME.file());
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=view-contrast]").click();
        browser.open(PageType.ENTRY_WITH_TABLES.file());
        assertThat(browser.style(".prose p", "color")).isEqualTo("rgba(255, 255, 255, 1)");
        assertThat(browser.style(".prose p", "background-color")).isEqualTo("rgba(0, 0, 0, 1)");
        assertThat(browser.style(".entry-side a", "color")).isEqualTo("rgba(255, 255, 0, 1)");
    }

    @ParameterizedTest
    @EnumSource(
            value = PageType.class,
            names = {"HOME", "ENTRY_MARKDOWN", "ENTRY_WITH_TABLES", "YEARS", "SEARCH", "REGISTER_WITH_MATRIX", "VERSION"
            })
    @DisplayName("meets no barrier in high contrast")
    void highContrastIsAccessible(PageType type, Browser browser) {
        browser.open(type.file());
        browser.find("label[for=view-settings]").click();
        browser.find("label[for=view-contrast]").click();
        browser.load(AccessibilityTest.AXE);
        assertThat(AccessibilityTest.violations(browser)).isEmpty();
    }

    @Test
    @DisplayName("sees which column he is in where the system forces its own colours")
    void forcedColours(Browser browser) {
        browser.open(PageType.LIST.file());
        browser.forcedColors();
        assertThat(browser.style(".menu a[aria-current]", "border-left-width")).isEqualTo("2px");
        assertThat(browser.style(".menu li:first-child a", "border-left-width")).isEqualTo("0px");
        assertThat(browser.style(".menu a[aria-current]", "text-decoration-line"))
                .isEqualTo("underline");
    }
}
