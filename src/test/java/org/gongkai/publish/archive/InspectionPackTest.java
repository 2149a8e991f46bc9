package org.gongkai.publish.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.Unzipped;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an inspection asks for: found with links and days, missing by period, and nothing else in the pack. */
@Tag("slow")
class InspectionPackTest extends SiteFixture {

    private Path zip;

    @BeforeEach
    void aSite() {
        zip = folder.resolve("检查.zip");
        lesson("一", "2024-01-20");
        lesson("二", "2024-05-20");
        site.published("content/防汛.md", "标题: 防汛值守安排", "文种: 通知", "发布日期: 2024-06-01");
        site.published("content/别的.md", "标题: 停电通知", "文种: 通知", "发布日期: 2024-06-02");
    }

    private void lesson(String name, String day) {
        site.published(
                "content/党课/" + name + ".md",
                "标题: 支部书记讲授“" + name + "”党课",
                "文种: 党课",
                "主讲人: 支部书记",
                "会议: {时间: " + day + ", 地点: 会议室, 主持人: 组织委员, 记录人: 宣传委员, 应到: 9, 实到: 9}",
                "发布日期: " + day.substring(0, 10));
    }

    private Ran pack(String list, String asOf) {
        site.file("../清单.yml", list);
        return SiteFolder.run(
                "archive", "2024", "--for", folder.resolve("清单.yml"), "--as-of", asOf, "-s", site.root(), "-o", zip);
    }

    private Document page() {
        return Jsoup.parse(Unzipped.of(zip).text("检查清单.html"));
    }

    private List<String> row(String what) {
        return page().select("tr:has(th[scope=row]:contains(" + what + ")) td").eachText();
    }

    @Test
    void namesWhatWasFoundAndThePeriodsWithout() {
        lesson("三", "2024-08-20, 状态: 取消");
        Ran done = pack("项目:\n- {项目: 党课, 要求: 每季度1次, 依据: 支部约定, 文种: 党课, 每: 季度}\n- {项目: 防汛, 标题含: 防汛}\n", "2025-01-10");

        assertThat(done.status()).as(done.err()).isZero();
        assertThat(done.out()).contains("检查清单：1 项有缺");
        assertThat(done.err())
                .contains("提示：检查清单没有印成 PDF：这台电脑上没有找到可以用来打印的浏览器（Chromium、Chrome、Edge 或 360）；"
                        + "请装上一个，或用环境变量 GONGKAI_CHROMIUM 写明它的程序在哪里。\n");
        assertThat(row("党课"))
                .containsExactly("每季度1次（支部约定）", "2024年1月20日 支部书记讲授“一”党课 2024年5月20日 支部书记讲授“二”党课", "没有找到：第三季度、第四季度");
        assertThat(row("防汛")).containsExactly("2024年6月1日 防汛值守安排");
        Unzipped pack = Unzipped.of(zip);
        assertThat(pack.text("说明.txt")).contains("检查清单要的", "检查清单.html、.xlsx、.csv");
        assertThat(pack.paths())
                .anyMatch(path -> path.endsWith("fang-xun/page.html"))
                .noneMatch(path -> path.contains("bie-de"));
        assertThat(pack.paths()).containsAll(page().select("td a[href]").eachAttr("href"));
    }

    @Test
    void tellsOfWhatOtherAudiencesSee() {
        String town = "- {名称: 街道, 范围: [社会], 目录: jie}\n";
        site.file("content/_data/site.yml", "受众:\n- {名称: 社会, 范围: [社会]}\n- {名称: 单位, 范围: [社会, 本单位], 目录: nei}\n" + town);

        assertThat(pack("项目:\n- {项目: 党课, 文种: 党课}\n", "2025-01-10").err())
                .contains("提示：“社会”看不到的条目不在包里，清单上也当作没有；要的话加上 --audience 单位。");
    }

    /** Of a joint meeting each group has met; a group is asked for whole months in which there was one. */
    @Test
    void eachGroupHasMeetingsOfItsOwn() {
        site.file(
                        "content/_data/organisation.yml",
                        "成立: 2024-02-10\n党小组: [{名称: 管网组}, {名称: 厂区组, 止: 2024-03-20}, {名称: 化验组, 止: 2023-12-31}, {名称: 泵站组, 起: 2024-03-05}]")
                .published("content/会/1.md", "标题: 管网组、厂区组2月联合党小组会", "文种: 党小组会", "发布日期: 2024-02-20")
                .published("content/会/5.md", "标题: 会议", "文种: 党小组会", "发布日期: 2024-05-20", "会议: {党小组: 泵站组}");
        pack("项目:\n- {项目: 小组会, 文种: 党小组会, 每: 月}\n- {项目: 上课, 标题含: 二, 每: 月}\n", "2024-06-10");

        assertThat(page().select("tbody th").eachText()).containsExactly("小组会（管网组）", "小组会（厂区组）", "小组会（泵站组）", "上课");
        assertThat(row("管网组")).last().asString().startsWith("没有找到：3月、4月、5月 未到期：6月、");
        assertThat(row("厂区组")).containsExactly("2024年2月20日 管网组、厂区组2月联合党小组会");
        assertThat(row("泵站组")).last().asString().startsWith("没有找到：4月 未到期：6月、");
        assertThat(row("上课")).last().asString().startsWith("没有找到：2月、3月、4月 未到期：6月、");
    }

    @Test
    void aPaperOfHalfAYearIsNoneOfTheYear() {
        site.published("content/半年.md", "标题: 2024年上半年工作总结", "文种: 工作总结", "发布日期: 2024-07-05", "期间: 2024年上半年");
        pack("项目:\n- {项目: 年度工作总结, 文种: 工作总结}\n- {项目: 工作总结, 文种: 工作总结}\n", "2025-01-10");

        assertThat(row("年度工作总结")).last().isEqualTo("没有找到：2024年");
        assertThat(page().select("tr:last-child a").text()).isEqualTo("2024年上半年工作总结");
    }

    @Test
    void tellsWhatIsWrongWithTheList() {
        Ran done = pack("项目:\n- {项目: 党课, 文种: 党刻, 每: 周}\n", "2025-01-10");

        assertThat(done.status()).isOne();
        assertThat(done.err()).contains("没有“党刻”这个文种；您是不是要写“党课”", "“每”不能写“周”；可以写：月、季度、半年、年");
        assertThat(zip).doesNotExist();
    }

    @Test
    void theProgramBringsAList() {
        Ran done = SiteFolder.run("archive", "2024", "--for", "--as-of", "2025-01-10", "-s", site.root(), "-o", zip);

        assertThat(done.status()).as(done.err()).isZero();
        assertThat(row("支部党员大会")).last().isEqualTo("没有找到：第一季度、第二季度、第三季度、第四季度");
    }
}
