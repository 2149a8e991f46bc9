package org.gongkai.site.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule that took the place of another says so on both pages, though its writer said it once. */
class ReplacementsTest extends SiteFixture {

    private static final String OLD = "rules/2020/jiu.html";
    private static final String NEW = "rules/2024/xin.html";

    @BeforeEach
    void aRuleOfBefore() {
        rule("旧", "2020-01-06", "有效性: 废止");
    }

    private SiteFolder rule(String name, String day, String... more) {
        String[] header = new String[more.length + 4];
        header[0] = "标题: 公章使用办法（" + name + "）";
        header[1] = "文种: 规章制度";
        header[2] = "发布日期: " + day;
        header[3] = "施行日期: " + day;
        System.arraycopy(more, 0, header, 4, more.length);
        return site.published("content/规章制度/" + name + ".md", header);
    }

    @Test
    void leadsFromTheOldRuleToTheNewOneThatNamesIt() {
        rule("新", "2024-02-01", "有效性: 现行", "替代: 旧.md").built();

        assertThat(strip(OLD)).isEqualTo("自2024年2月1日起废止，现行文件是《公章使用办法（新）》（新旧对照）。");
        assertThat(site.html(OLD).select(".strip a").eachAttr("href"))
                .hasSize(2)
                .startsWith("../../" + NEW);
        assertThat(site.html(NEW).select(".facts-info").text()).contains("替代 公章使用办法（旧）");
        assertThat(strip(NEW)).isEqualTo("与原文件对照：新旧对照：与《公章使用办法（旧）》的差别");
    }

    @Test
    void leadsFromTheNewRuleToTheOldOneThatNamesIt() {
        rule("旧", "2020-01-06", "有效性: 废止", "被替代: 新.md");
        rule("新", "2024-02-01", "有效性: 现行").built();

        assertThat(strip(OLD)).isEqualTo("自2024年2月1日起废止，现行文件是《公章使用办法（新）》（新旧对照）。");
        assertThat(site.html(NEW).select(".facts-info").text()).contains("替代 公章使用办法（旧）");
        assertThat(site.html(OLD).select(".facts-info").text()).contains("被替代 公章使用办法（新）");
    }

    @Test
    void saysNothingOfARuleThatIsNotOut() {
        rule("新", "2024-02-01", "状态: 草稿", "替代: 旧.md").built();

        assertThat(strip(OLD)).isEqualTo("废止 全文留存备查，办事请以现行文件为准。");
    }

    private String strip(String page) {
        return site.html(page).select(".strip").text();
    }
}
