package org.gongkai.render.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** At the foot of an entry stand the ways on: to what belongs to it, and back to its line in the list. */
class LinkedEntriesTest extends SiteFixture {

    private List<String> ways(String page) {
        return site.html(page).select(".ways li").eachText();
    }

    @Test
    void leadBackToThePageAndTheLineOfTheList() {
        for (int day = 1; day <= 41; day++) {
            site.entry("content/" + day + ".md", "标题: 第" + day + "条", "发布日期: " + LocalDate.ofYearDay(2024, day));
        }
        site.built();

        for (String[] each : new String[][] {
            {"articles/2024/41.html", "articles/index.html#articles/2024/41"},
            {"articles/2024/1.html", "articles/page-2.html#articles/2024/1"}
        }) {
            Element back = site.html(each[0]).selectFirst(".way-back a");
            assertThat(back.text()).isEqualTo("返回列表");
            assertThat(back.attr("href")).isEqualTo("../../" + each[1]);
            String[] target = each[1].split("#");
            assertThat(site.html(target[0])
                            .getElementById(target[1])
                            .select("a")
                            .attr("href"))
                    .isEqualTo("../" + each[0]);
        }
        assertThat(site.html("articles/2024/1.html").select("a[href=#top]")).isNotEmpty();
    }

    @Test
    void leadFromAPublicNoticeToItsResultAndBackInListsAsWell() {
        site.published(
                        "content/评优.md",
                        "标题: 关于评优的公示",
                        "文种: 公示",
                        "发布日期: 2024-05-06",
                        "公示: {起: 2024-05-06, 止: 2024-05-10, 工作日: 5, 结果: 结果.md}",
                        "受理部门: 支部委员会",
                        "监督电话: 内线 6022",
                        "监督信箱: 一楼意见箱")
                .published("content/结果.md", "标题: 关于评优结果的通报", "栏目: 公示", "发布日期: 2024-05-13")
                .built();

        assertThat(ways("announcements/2024/ping-you.html"))
                .as("the box has it")
                .isEmpty();
        assertThat(site.html("announcements/2024/ping-you.html")
                        .select(".strip-answer")
                        .text())
                .as("it came later, and says when")
                .isEqualTo("公示已结束 结果：关于评优结果的通报（2024年5月13日）");
        assertThat(ways("announcements/2024/jie-guo.html")).containsExactly("对应公示 关于评优的公示");
        assertThat(site.html("announcements/index.html").select(".line-way").eachText())
                .containsExactly("对应公示：关于评优的公示", "公示结果：关于评优结果的通报");
    }

    @Test
    void leadFromAPlanToItsSummaryAndBack() {
        site.published(
                        "content/计划.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-10",
                        "修订日期: 2024-04-02",
                        "任务项: [{内容: 修水管, 责任人: 甲, 时限: 2024-03, 状态: 已完成}, {内容: 巡夜, 状态: 长期坚持}, {内容: 出游, 状态: 已取消}]")
                .published(
                        "content/总结.md",
                        "标题: 第一党支部2024年上半年工作总结",
                        "文种: 工作总结",
                        "发布日期: 2024-05-30",
                        "年度: 2024",
                        "对应计划: 计划.md")
                .built();

        assertThat(ways("plans/2024/ji-hua.html")).containsExactly("办理情况 任务台账", "对应总结 第一党支部2024年上半年工作总结");
        assertThat(site.html("plans/2024/ji-hua.html").select(".tasks-sum").text())
                .as("what a plan of January says in April; what goes on and what was given up are not done")
                .isEqualTo("任务办理情况：截至2024年4月2日，共3项，已完成1项");
        assertThat(ways("summaries/2024/zong-jie.html")).containsExactly("对应计划 第一党支部2024年工作计划");
    }

    @Test
    void leadFromARuleToTheOneItReplacesWithTheDifferences() {
        rule("旧办法", "2019-03-01", "第一条　党费每季度收缴一次。\n\n第二条　由组织委员办理。", "有效性: 废止");
        rule("新办法", "2024-03-01", "第一条　党费每月收缴一次。\n\n第二条　由组织委员办理。", "有效性: 现行", "替代: 旧办法.md", "修订说明: 按季收取容易漏交。");
        site.built();

        assertThat(ways("rules/2024/xin-ban-fa.html")).containsExactly("被替代的文件 党费收缴旧办法", "新旧对照 与《党费收缴旧办法》的差别");
        assertThat(ways("rules/2019/jiu-ban-fa.html")).containsExactly("现行文件 党费收缴新办法");
        String address = "rules/2024/xin-ban-fa/history/replaces-rules-2019-jiu-ban-fa.html";
        assertThat(site.html("rules/2024/xin-ban-fa.html").select(".ways a[href$=" + address + "]"))
                .hasSize(1);
        assertThat(site.html("rules/2024/xin-ban-fa.html")
                        .select(".entry-head .strip")
                        .text())
                .isEqualTo("与原文件对照：新旧对照：与《党费收缴旧办法》的差别");
        Document differences = site.html(address);
        assertThat(differences.select(".intro").text()).startsWith("与被替代的《党费收缴旧办法》相比，共1处：修改1处。");
        assertThat(differences.select(".why").text()).isEqualTo("修订说明　按季收取容易漏交。");
        assertThat(differences.select(".versus tbody td").eachText())
                .filteredOn(text -> text.contains("第二条"))
                .hasSize(2);
        assertThat(differences.select(".change-no[data-kind]").text()).isEqualTo("1");
        differences.select(".vh").remove();
        assertThat(differences.select(".prose del").text()).isEqualTo("季度");
        assertThat(differences.select(".prose ins").text()).isEqualTo("月");

        site.built();
        assertThat(site.files()).containsKey(address);
    }

    private void rule(String name, String day, String body, String... more) {
        site.file(
                "content/" + name + ".md",
                "---\n标题: 党费收缴" + name + "\n文种: 规章制度\n发布日期: " + day + "\n" + String.join("\n", SiteFolder.PUBLICATION)
                        + "\n" + String.join("\n", more) + "\n---\n\n" + body + "\n");
    }
}
