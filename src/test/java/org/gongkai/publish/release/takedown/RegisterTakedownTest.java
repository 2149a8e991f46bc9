package org.gongkai.publish.release.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registers of releases that lose a row: what can be counted is counted again, and the rest is said to be as before. */
@Tag("slow")
class RegisterTakedownTest extends PublishedSource {

    private void entry(int day) {
        site.published(
                "content/志愿服务/" + day + ".md",
                "标题: 清理第" + day + "段河岸",
                "文种: 志愿服务",
                "发布日期: 2024-04-2" + day,
                "成文日期: 2024-04-2" + day,
                "目录项: 12-5",
                "活动日期: 2024-04-0" + day,
                "地点: 北岸",
                "项目: 清理杂物",
                "参加人数: " + day,
                "时长: 2");
    }

    private void plan(String title, String year, String task) {
        site.published(
                "content/工作计划/" + title + ".md",
                "标题: " + title,
                "文种: 工作计划",
                "发布日期: " + year + "-04-20",
                "成文日期: " + year + "-04-20",
                "任务项: [{序号: 1, 内容: " + task + ", 责任人: 组织委员, 时限: " + year + "-05-10}]");
    }

    private Document register() throws IOException {
        return page("registers/volunteering/index.html");
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(Files.readString(to.resolve("current/" + path)));
    }

    @Test
    void countsTheRowsThatAreLeftAndSaysWhatIsNotCountedAgain() throws IOException {
        for (int day = 1; day <= 3; day++) {
            entry(day);
        }
        published();
        assertThat(register().select("caption").eachText()).contains("已公开（3条）");
        assertThat(register().select("tfoot td").eachText()).contains("6");
        String href = register()
                .selectFirst("tbody a[href*=volunteer], tbody a[href*=zhi-yuan]")
                .attr("href");

        done("takedown", href.replace("../", ""), "--to", to, "--reason", "待核实");

        assertThat(register().select("caption").eachText()).contains("已公开（2条）");
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
        assertThat(register().select("#main > p").eachText()).contains("本页有记录已经撤下，算进了它的合计和图表也去掉了。");
        assertThat(register().select(".chart, tfoot")).isEmpty();
        assertThat(page("index.html").text()).contains("共2篇", "全部2篇").doesNotContain("3 篇");
        assertThat(page("changes/index.html").select("h3").text()).isEqualTo("新公开2篇");
        assertThat(page("registers/index.html")
                        .select(".register-name:contains(志愿服务)")
                        .text())
                .contains("，2条");
        assertThat(page("years/index.html").select(".matrix").text())
                .contains("2")
                .doesNotContain("3");
        assertThat(page("registers/catalogue/index.html").text()).contains("作风和联系服务群众 2篇 ");
        assertThat(Files.readString(to.resolve("current/registers/catalogue/catalogue.json")))
                .contains("\"已公开\": 2", "volunteering/2024/2.html")
                .doesNotContain("volunteering/2024/1.html");
        // The class keeps its row, with the papers that are left.
        assertThat(Jsoup.parse(Files.readString(to.resolve("current/registers/catalogue/index.html")))
                        .select(".classes li"))
                .hasSize(2);
        done("verify", to, "--all");
    }

    @Test
    void nothingThatCountedAMeetingIsLeftAsItWas() throws IOException {
        entry(1);
        plan("2023年工作计划", "2023", "清点物资");
        for (int i = 0; i < 14; i++) {
            String day = LocalDate.of(2023, 3, 5).plusDays(i == 0 ? 0 : 30 + i).toString();
            site.published(
                    "content/三会一课/" + day + ".md",
                    "标题: 支部委员会会议纪要" + day,
                    "文种: 支委会",
                    "发布日期: " + day,
                    "会议: {时间: " + day + ", 地点: 会议室, 应到: 5, 实到: 4}");
        }
        published();
        String meetings = "registers/meetings/index.html";
        assertThat(page(meetings).text()).contains("已公开14次：", "各月到会率和14条记录");
        assertThat(page("registers/catalogue/index.html").text()).contains("公开了2类，15篇");
        assertThat(page("registers/index.html").text()).contains("各月开展情况", "支委会 ● ");

        String minutes = page(meetings).selectFirst("tbody tr a[href*=2023/]").attr("href");
        done("takedown", minutes.replace("../", ""), "--to", to, "--reason", "待核实");

        assertThat(page(meetings).select("section").text()).contains("13条记录").doesNotContain("次：", "到会率和");
        assertThat(page("registers/catalogue/index.html").text()).contains("公开了2类，14篇");
        assertThat(page("registers/index.html").text()).doesNotContain("开展情况");
        assertThat(page("years/2023/month-03.html").text()).doesNotContain("会议和活动");
    }

    @Test
    void aClassWhosePapersAreAllTakenDownSaysSo() throws IOException {
        entry(1);
        published();

        done(
                "takedown",
                register().selectFirst("tbody a").attr("href").replace("../", ""),
                "--to",
                to,
                "--reason",
                "试");

        assertThat(page("registers/catalogue/index.html")
                        .select(".classes tr:contains(作风和联系服务群众)")
                        .text())
                .isEqualTo("作风和联系服务群众 已经撤下");
    }

    @Test
    void theTasksOfAPlanGoWithThePlan() throws IOException {
        for (String name : new String[] {"汛期", "冬季"}) {
            plan(name + "值守工作计划", "2023", "清点" + name + "物资");
        }
        published();
        assertThat(page("registers/tasks/index.html").text()).contains("到2023年度为止");
        String page = page("registers/tasks/index.html")
                .selectFirst("caption a:contains(汛期)")
                .attr("href")
                .replace("../", "");

        done("takedown", page, "--to", to, "--reason", "待核实");

        assertThat(page("registers/tasks/index.html").html())
                .contains("清点冬季物资")
                .doesNotContain("清点汛期物资", "汛期值守工作计划", "为止");
    }

    @Test
    void countsInThousands() {
        Document list = Jsoup.parse("<p class='total'>共1,000篇</p>");
        MentionRemoval.recount(list, "notices/index.html", Map.of("notices/", 1));
        assertThat(list.text()).isEqualTo("共999篇");
    }
}
