package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registers of releases that lose a row: what can be counted is counted again, and the rest is said to be as before. */
@Tag("slow")
class RegisterTakedownTest extends PublishedSource {

    private void entry(int day) {
        site.entry(
                "content/志愿服务/" + day + ".md",
                "标题: 清理第" + day + "段河岸",
                "文种: 志愿服务",
                "栏目: 志愿服务",
                "发布日期: 2024-04-2" + day,
                "成文日期: 2024-04-2" + day,
                "公开范围: 社会",
                "发布机构: 示例支部",
                "保密审查: {审查人: 纪检委员, 日期: 2024-04-2" + day + "}",
                "审批: {审批人: 支部书记, 日期: 2024-04-2" + day + "}",
                "活动日期: 2024-04-0" + day,
                "地点: 北岸",
                "项目: 清理杂物",
                "参加人数: " + day,
                "时长: 2");
    }

    private Document register() throws IOException {
        return Jsoup.parse(Files.readString(to.resolve("current/registers/volunteering/index.html")));
    }

    @Test
    void countsTheRowsThatAreLeftAndSaysWhatIsNotCountedAgain() throws IOException {
        for (int day = 1; day <= 3; day++) {
            entry(day);
        }
        published();
        assertThat(register().select("caption").eachText()).contains("已公开（3条）");
        assertThat(register().select("tfoot td").eachText()).contains("6");
        String taken = register().selectFirst("tbody a[href]").absUrl("href");
        String href = register()
                .selectFirst("tbody a[href*=volunteer], tbody a[href*=zhi-yuan]")
                .attr("href");

        done("takedown", href.replace("../", ""), "--to", to, "--reason", "待核实");

        assertThat(register().select("caption").eachText()).contains("已公开（2条）");
        assertThat(register().select("tfoot td").eachText()).contains("5").doesNotContain("6");
        for (String ending : new String[] {"json", "csv", "xlsx"}) {
            assertThat(new String(
                            Files.readAllBytes(to.resolve("current/registers/volunteering/volunteering." + ending)),
                            StandardCharsets.UTF_8))
                    .contains("volunteering/2024/2.html", "volunteering/2024/3.html")
                    .doesNotContain("volunteering/2024/1.html", "2024-04-01");
        }
        for (String list : new String[] {"volunteering/index.html", "years/index.html", "years/2024/index.html"}) {
            assertThat(Jsoup.parse(Files.readString(to.resolve("current/" + list)))
                            .select(".total, span.count")
                            .text())
                    .as(list)
                    .contains("2")
                    .doesNotContain("3");
        }
        assertThat(register().select("#main > p").eachText()).contains("本页有记录已经撤下，页上的图表还是撤下以前的。");
        // The class keeps its row, with the papers that are left.
        assertThat(Jsoup.parse(Files.readString(to.resolve("current/registers/catalogue/index.html")))
                        .select(".classes li"))
                .hasSize(2);
        done("verify", to, "--all");
    }
}
