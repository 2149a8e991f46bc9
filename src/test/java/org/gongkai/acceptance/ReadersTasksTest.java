package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers look for most often is two clicks from the home page, without a search. */
@Tag("slow")
class ReadersTasksTest {

    private static final String HOME = "index.html";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the latest 公示, publicity/2026/slsw01-2026-00035.html",
        "the summary of the last year, summaries/2024/slsw01-2024-00058.html",
        "who was admitted, publicity/2024/slsw01-2024-00027.html",
        "the dues of a quarter, dues/2025/slsw01-2025-00010.html",
        "what changed in a rule, rules/2024/slsw01-2024-00013/history/replaces-rules-2023-slsw01-2023-00001.html",
        "a form to download, plans/2025/slsw01-2025-00004/ren-wu-fen-jie-biao.xlsx",
        "the latest theme day, theme-days/2026/slsw01-2026-00034.html",
        "a plan against its summary, summaries/2024/slsw01-2024-00058.html",
        "the sheet for the wall, registers/wall/2026-11.html",
        "an admission from beginning to end, matters/guan-wang-zu-tong-zhi-de-fa-zhan-he-zhuan-zheng-02a77d.html",
        "what a word is in, search.html",
    })
    @DisplayName("is two clicks from the home page:")
    void twoClicks(String what, String target) {
        Set<String> first = links(HOME);
        Set<String> second = new LinkedHashSet<>(first);
        first.stream().filter(page -> page.endsWith(".html")).forEach(page -> second.addAll(links(page)));

        assertThat(DemoSite.site().files()).contains(target);
        assertThat(second).as(what).contains(target);
    }

    @Test
    @DisplayName("Whom to tell of a 公示 and until when stands on its page")
    void deadline() {
        assertThat(DemoSite.site()
                        .html("publicity/2026/slsw01-2026-00035.html")
                        .select("article")
                        .text())
                .contains("11月30日", "监督");
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "rules/2023/slsw01-2023-00001.html, rules/2024/slsw01-2024-00013.html",
        "rules/2023/slsw01-2023-00001.html, rules/index.html",
    })
    @DisplayName("Back to the list, and from what was to what is, is one click")
    void oneClick(String from, String to) {
        assertThat(links(from)).contains(to);
    }

    @Test
    @DisplayName("From a former version to the text in force is one click")
    void fromAFormerVersion() {
        assertThat(PageType.VERSION
                        .site()
                        .html(PageType.VERSION.address())
                        .select(".version-now-link")
                        .attr("href"))
                .endsWith("../" + HistorySite.ENTRY);
    }

    @Test
    @DisplayName("The plan shows how many of its tasks are done; the signed summary shows nothing that came after it")
    void planAgainstSummary() {
        assertThat(DemoSite.site()
                        .html("plans/2024/slsw01-2024-00002.html")
                        .select(".tasks-sum")
                        .text())
                .contains("项，已完成")
                .doesNotContain("逾期");
        assertThat(DemoSite.site().html("summaries/2024/slsw01-2024-00034.html").select(".tasks"))
                .isEmpty();
    }

    private static Set<String> links(String page) {
        Set<String> targets = new LinkedHashSet<>();
        Path folder = Path.of("/" + page).getParent();
        for (Element link : DemoSite.site().html(page).select("a[href]")) {
            String target = link.attr("href").replaceFirst("#.*", "");
            if (!target.isEmpty() && !target.contains(":")) {
                targets.add(folder.resolve(target).normalize().toString().substring(1));
            }
        }
        return targets;
    }
}
