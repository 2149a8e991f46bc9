package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
@DisplayName("The page of an entry")
class FactsFirstTest {

    private static final String OPEN_NOTICE = "publicity/2026/slsw01-2026-00035.html";
    private static final String MINUTES = "meetings/2024/slsw01-2024-00033.html";

    /**
     * At each width in turn, in normal and in large print, the distance from the top of each page to the first thing in its body
     * that is seen, typed tables included, where it is below the limit.
     */
    private static final String LOW =
            """
            const box = document.getElementById('elder');
            return given.filter(([width, elder, limit]) => {
                frame.style.width = width + 'px';
                if (box.checked !== elder) box.click();
                // A page that is opened on a desk has them open; on a phone and in large print it folds them.
                if (width > 1000 && !elder) document.querySelectorAll('.js-fold:not(.fold-wide)').forEach(part => { part.open = true; });
                const seen = [...document.querySelectorAll('.entry-tables, .entry-main > *')]
                    .map(child => child.getBoundingClientRect()).find(place => place.height > 0);
                return Math.round(seen.top + frame.contentWindow.pageYOffset) > limit;
            });
            """;

    @Test
    @DisplayName("begins its text high up, on a desk and on a phone, in normal and in large print")
    void beginsHighUp(Browser browser) throws IOException {
        Object[] looks = {
            List.of(390, false, 660), List.of(390, true, 1200), List.of(1440, true, 900), List.of(1440, false, 500)
        };
        assertThat(Frames.find(browser, 390, DemoSite.site(), DemoSite.entries(), LOW, looks)
                        .wrong())
                .as("entries whose text begins below the limit")
                .isEmpty();
    }

    @Test
    @DisplayName("answers until when a 公示 runs and whom to tell, by the reader's own day")
    void openNotice(Browser browser) {
        browser.clock("2026-11-26");
        browser.open(DemoSite.site().path(OPEN_NOTICE));
        assertThat(browser.find(".strip-answer").getText().replaceAll("\\s", ""))
                .isEqualTo("公示中2026年11月30日截止还有3个工作日，含今天");
        assertThat(browser.find(".strip .facts").getText()).contains("支部纪检委员", "内线 6022", "一楼东侧意见箱");
        assertThat(browser.find(".strip .facts a").getAttribute("href")).isEqualTo("tel:6022");
    }

    @Test
    @DisplayName("is found from the home page by the days that are left")
    void daysLeftOnTheHomePage(Browser browser) {
        browser.clock("2026-11-27");
        browser.open(PageType.HOME.file());
        assertThat(browser.find(".notices li").getText()).contains("公示中", "11月30日", "还有2个工作日");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T15:59Z, '还有2个工作日，含今天'", "2026-11-27T16:01Z, 还有1个工作日", "2026-11-30, 今天截止", "2026-12-01, ''"})
    @DisplayName("counts down the working days of a 公示 by the day of the site's time zone, and stops when it has ended")
    void countsDown(String day, String left, Browser browser) {
        browser.clock(day);
        browser.open(DemoSite.site().path(OPEN_NOTICE));
        assertThat(browser.find(".js-left").getText()).isEqualTo(left);
    }

    @Test
    @DisplayName("shows what its kind is asked for above the text and all else beside it")
    void keyFacts(Browser browser) {
        browser.open(DemoSite.site().path(MINUTES));
        assertThat(browser.find(".entry-main > .facts").getText().replaceAll("\\s+", " "))
                .isEqualTo("会议时间 2024年7月8日15时 会议地点 二楼小会议室 主持人 支部书记 记录人 组织委员 "
                        + "出席 支部书记、支部副书记、组织委员、宣传委员、纪检委员 到会 应到5人，实到5人 "
                        + "议题 成立换届筹备小组、上半年任务检查、第二季度意见箱情况 决议 筹备小组由副书记牵头、支管改造结转风险上报站务会、会议纪要五个工作日内公开");
        assertThat(browser.find(".facts-info").getText()).startsWith("责任人");
        browser.find(".facts-more summary").click();
        assertThat(browser.find(".facts-more").getText())
                .contains("会议名称", "会议次数\n第7次", "SLSW01/2024-00033", "第十二条第三项")
                .doesNotContain("会议地点");
    }

    @Test
    @DisplayName("folds the rest below the text on a phone, and leaves it open where scripts are off")
    void foldsOnAPhone(Browser browser) {
        browser.width(390);
        browser.open(DemoSite.site().path(MINUTES));
        assertThat(browser.shows(".facts-info")).isFalse();
        assertThat(top(browser, ".entry-outline")).isLessThan(top(browser, ".entry-main"));
        assertThat(top(browser, ".entry-side section")).isGreaterThan(top(browser, ".signature"));
        browser.withoutScripts();
        browser.open(DemoSite.site().path(MINUTES));
        assertThat(browser.shows(".facts-info")).isTrue();
    }

    @Test
    @DisplayName("of a repealed rule leads to the rule in force")
    void repealed(Browser browser) {
        browser.withoutScripts();
        browser.open(PageType.ENTRY_NO_LONGER_VALID.file());
        assertThat(browser.find(".strip").getText()).contains("起废止", "现行文件是").endsWith("（新旧对照）。");
        browser.find(".strip a").click();
        assertThat(browser.find(".source").getText()).contains("现行");
    }

    private static long top(Browser browser, String selector) {
        return ((Number) browser.run(
                        "return document.querySelector(arguments[0]).getBoundingClientRect().top", selector))
                .longValue();
    }
}
