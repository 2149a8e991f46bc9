package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("The box of a 公示")
class NoticeBoxTest {

    private static final String ENDED = "publicity/2025/slsw01-2025-00031.html";
    private static final String OPEN = "publicity/2026/slsw01-2026-00035.html";

    @Test
    @DisplayName("says the period and what came of it when it has ended, and folds who was to be told")
    void ended(Browser browser) {
        browser.clock("2026-01-05");
        browser.open(DemoSite.site().path(ENDED));
        assertThat(browser.find(".strip").getText().replace('\n', '：'))
                .contains("公示已结束", "公示期：2025年12月25日至12月31日，共5个工作日", "公示期间反映渠道", "结果：");
        assertThat(browser.find(".strip details").getDomProperty("textContent")).contains("支部纪检委员", "内线 6022");
    }

    @Test
    @DisplayName("has the period on paper, and no word that the paper outlives")
    void paper(Browser browser) {
        browser.clock("2026-11-27");
        browser.open(DemoSite.site().path(OPEN));
        browser.paper(true);
        assertThat(browser.find(".strip").getText().replace('\n', '：'))
                .contains("公示期：2026年11月24日至11月30日", "受理人")
                .doesNotContain("公示中", "还有");
    }
}
