package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("A table on a phone")
class PhoneTablesTest {

    /** Of a page: how many of its tables scroll, and what is wrong with any. */
    private static final String TABLES =
            """
            const box = document.getElementById('elder'), found = [];
            for (const elder of [false, true]) {
                if (box.checked !== elder) box.click();
                for (const wrap of document.querySelectorAll('.table-wrap')) {
                    if (wrap.scrollWidth > wrap.clientWidth + 1) {
                        found.push(1);
                        if (!frame.contentWindow.getComputedStyle(wrap, '::before').content.includes('左右滑动'))
                            found.push('no hint: ' + wrap.textContent.trim().slice(0, 40));
                    }
                }
                for (const cell of document.querySelectorAll('.table-wrap td')) {
                    const range = document.createRange();
                    let text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode() || cell;
                    range.selectNodeContents(text);
                    const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
                    if (/^([0-9]{4}年)?[0-9]+月[0-9]+日$|^支部(副?书记)$/.test(cell.textContent.trim()) && lines.size > 1)
                        found.push('broken: ' + cell.textContent.trim());
                }
            }
            return found;
            """;

    /** What lies over something else, goes out of its card or scrolls, in tables of registers at some widths; how many cards they have. */
    private static final String CARDS =
            """
            const box = document.getElementById('elder'), found = [];
            for (const [width, elder] of [[320, false], [320, true], [640, true], [640, false]]) {
                frame.style.width = width + 'px';
                if (box.checked !== elder) box.click();
                for (const wrap of document.querySelectorAll('.table-wrap'))
                    if (wrap.scrollWidth > wrap.clientWidth + 1) found.push('scrolls at ' + width);
                for (const row of document.querySelectorAll('.cards tbody tr, .coverage tbody tr')) {
                    const card = row.getBoundingClientRect(), texts = [];
                    found.push(1);
                    for (const cell of row.cells) {
                        const here = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                        for (let text; (text = walker.nextNode());) {
                            const range = document.createRange();
                            range.selectNodeContents(text);
                            if (!text.parentElement.closest('details:not([open]) > :not(summary)'))
                                here.push(...range.getClientRects());
                        }
                        for (const line of here)
                            if (line.right > card.right + 1 || texts.some(other => line.left < other.right - 1
                                    && other.left < line.right - 1 && line.top < other.bottom - 6 && other.top < line.bottom - 6))
                                found.push('at ' + width + (elder ? ', large: ' : ': ') + cell.textContent.trim());
                        texts.push(...here);
                    }
                }
            }
            return found;
            """;

    /** Rows that are higher than five lines in a window wider than a phone's; a row of the sheet of tasks lists those of two months. */
    private static final String HIGH =
            """
            // A page that is opened on a desk has them open.
            document.querySelectorAll('.js-fold:not(.fold-wide)').forEach(part => { part.open = true; });
            return [1440, 768].flatMap(width => {
                frame.style.width = width + 'px';
                return [...document.querySelectorAll('.table-wrap table:not(.jobs) tr')]
                    .filter(row => row.offsetHeight > 150).map(row => [width, row.offsetHeight, row.textContent]);
            });
            """;

    /** What is wider than the page or in letters too small to read, at some widths and sizes; how many charts there are. */
    private static final String CHARTS =
            """
            const charts = [...document.querySelectorAll('.chart')], found = [charts.length];
            const box = document.getElementById('elder');
            if (charts.length) for (const [width, elder, size] of [320, 390, 768, 1440].flatMap(width => [[width, false, 'size-s'],
                    [width, false, 'size-m'], [width, true, 'size-s'], [width, true, 'size-m']])) {
                frame.style.width = width + 'px';
                if (box.checked !== elder) box.click();
                document.getElementById(size).click();
                const look = width + ' ' + size + (elder ? ', large' : '');
                if (document.documentElement.scrollWidth > width) found.push(look + ' scrolls');
                for (const chart of charts) {
                    const right = chart.getBoundingClientRect().right;
                    for (const part of chart.querySelectorAll('td, th, p, .bar')) {
                        if (width <= 640 && part.getBoundingClientRect().right > right + 1
                                || part.textContent && part.getClientRects().length
                                && parseFloat(frame.contentWindow.getComputedStyle(part).fontSize) < 12)
                            found.push(look + ': ' + part.outerHTML);
                    }
                }
            }
            return found;
            """;

    @Test
    @DisplayName(
            "of a register is a list of cards, of which no text covers another or is cut off; has no row that an"
                    + " explanation makes high, on a desk and on a tablet; and with bars or states fits the page, in texts of 12 px at least")
    void registers(Browser browser) throws IOException {
        List<String> pages = DemoSite.site().pages().stream()
                .filter(page -> page.matches("registers/(?!wall).*html"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(25);
        List<Frames> found = Frames.find(browser, 320, DemoSite.site(), pages, List.of(CARDS, HIGH, CHARTS));
        assertThat(found).flatMap(Frames::wrong).isEmpty();
        assertThat(found.get(0).seen()).as("cards").isGreaterThan(1_000);
        assertThat(found.get(2).seen()).as("charts").isGreaterThan(7);
    }

    @Test
    @DisplayName("hides no column without a hint, and breaks no date and no office, in normal and in large print")
    void hidesNoColumn(Browser browser) throws IOException {
        List<String> pages = DemoSite.site().pages().stream()
                .filter(page -> !page.contains("/history/"))
                .filter(page -> DemoSite.site().html(page).selectFirst(".table-wrap") != null)
                .toList();
        Frames found = Frames.find(browser, 390, DemoSite.site(), pages, TABLES);
        assertThat(found.wrong()).isEmpty();
        assertThat(found.seen()).isPositive();
    }

    @Test
    @DisplayName("keeps its first column in sight while the others move")
    void keepsTheFirstColumn(Browser browser) {
        browser.width(390);
        browser.open(PageType.ENTRY_ASCIIDOC.file());
        assertThat(
                        browser.run(
                                """
                        document.querySelectorAll('.prose tr').forEach(row => row.append(row.lastElementChild.cloneNode(true)));
                        dispatchEvent(new Event('resize'));
                        const wrap = document.querySelector('.table-wrap.holds');
                        const cell = wrap.querySelector('tbody td');
                        const before = cell.getBoundingClientRect().left;
                        wrap.scrollLeft = 60;
                        return [wrap.scrollLeft, Math.abs(cell.getBoundingClientRect().left - before) < 1];
                        """))
                .isEqualTo(List.of(60L, true));
    }

    @Test
    @DisplayName("is a list of cards in large print if it has few columns and would scroll")
    void fewColumns(Browser browser) {
        browser.open(PageType.ENTRY_WITH_ATTACHMENTS.file());
        String cards = "return [...document.querySelectorAll('.prose .cards tr:first-child td')].map(cell => "
                + "cell.getAttribute('data-name') + getComputedStyle(cell).display);";
        assertThat((List<?>) browser.run(cards)).isEmpty();
        browser.width(390);
        browser.run("document.getElementById('elder').click()");
        assertThat((List<?>) browser.run(cards))
                .asString()
                .contains("序号none, nullflow-root, 责任人flow-root, 时限flow-root, 编号flow-root, nullflow-root, 用途flow-root");
        assertThat((Boolean) browser.run("return document.querySelector('.table-wrap.scrolls') === null"))
                .isTrue();
        browser.width(1440);
        assertThat((List<?>) browser.run(cards)).isEmpty();
    }

    @Test
    @DisplayName("of a year that is over is folded on a phone, and open for paper")
    void foldedYears(Browser browser) {
        browser.width(390);
        browser.open(DemoSite.site().path("registers/meetings/index.html"));
        assertThat(browser.shows("#y2024-rows table")).isFalse();
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.shows("#y2024-rows table")).isTrue();
    }

    @Test
    @DisplayName("has bars as long as the figures say, on the screen and on paper")
    void bars(Browser browser) throws IOException {
        browser.open(DemoSite.site().root().resolve("registers/dues/index.html"));
        assertThat(
                        browser.run(
                                """
                        document.querySelector('td.num').innerHTML = '60元<svg class="bar" width="75%" height="9"></svg>';
                        return [document.querySelector('td.num')].map(cell => {
                            const bar = cell.querySelector('.bar');
                            const inner = cell.clientWidth - 2 * parseFloat(getComputedStyle(cell).paddingLeft);
                            return cell.textContent + ' ' + Math.round(100 * bar.getBoundingClientRect().width / inner);
                        });
                        """))
                .isEqualTo(List.of("60元 75"));
    }

    @Test
    @DisplayName("stands in a text without the gaps of justified lines")
    void noGaps(Browser browser) {
        browser.open(PageType.ENTRY_WITH_TABLES.file());
        assertThat(browser.style(".prose p", "text-align")).isEqualTo("justify");
        browser.width(390);
        assertThat(browser.style(".prose p", "text-align")).isEqualTo("left");
    }
}
