package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("The sheet of a month for the notice wall")
class WallSheetTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "名称: 第一党支部党务公开\n机构代码: DYZB\n单位: 甲站\n联系: 支部办公室\n监督: 一楼意见箱\n")
                .published(
                        "content/会议/三月.md",
                        "标题: 第一党支部2024年第3次支部委员会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-04-02",
                        "成文日期: 2024-04-01",
                        "会议: {名称: 第3次支委会, 时间: 2024-03-29, 地点: 会议室, 主持人: 书记, 出席: 委员3名, 列席: 无, 缺席: 无, 记录人: 委员, 应到: 3, 实到: 3}")
                .published(
                        "content/党费/一季度.md",
                        "标题: 第一党支部2024年第一季度党费收缴公示",
                        "文种: 党费收缴公示",
                        "发布日期: 2024-04-03",
                        "成文日期: 2024-04-01",
                        "期间: {起: 2024-01-01, 止: 2024-03-31}",
                        "应交人数: 18",
                        "实交人数: 18",
                        "应交金额: 5400",
                        "实交金额: 5400")
                .published(
                        "content/公示/评优.md",
                        "标题: 关于拟表彰先进工作者的公示",
                        "文种: 评优公示",
                        "发布日期: 2024-03-28",
                        "成文日期: 2024-03-27",
                        "受理部门: 纪检委员",
                        "监督电话: 内线 6022",
                        "公示: {起: 2024-03-28, 止: 2024-04-03, 工作日: 5}",
                        "名单: [{姓名: 丁一, 类别: 先进工作者}]");
    }

    @Test
    @DisplayName(
            "holds the 公示 that run in the month, what took place and was announced in it, and the figures published in it")
    void contents() {
        String[] meeting = {"标题: 关于召开党员大会的通知", "文种: 通知", "发布日期: 2024-03-30", "时间: 2024-04-08 14:30", "地点: 三楼"};
        site.published("content/大会.md", meeting).built();

        assertThat(rows("2024-03", "公示")).containsExactly("关于拟表彰先进工作者的公示|2024年3月28日至4月3日，共5个工作日|纪检委员，内线 6022");
        assertThat(rows("2024-03", "三会一课")).containsExactly("3月29日|支委会|第3次支委会|3|3|100%");
        assertThat(rows("2024-03", "会议和活动安排")).containsExactly("召开党员大会|4月8日14时30分|三楼");
        assertThat(sections("2024-03")).containsExactly("公示", "会议和活动安排", "三会一课");
        assertThat(rows("2024-04", "公示")).isEqualTo(rows("2024-03", "公示"));
        assertThat(rows("2024-04", "党费")).containsExactly("2024年第一季度|18|18|5,400|5,400|100%");
        assertThat(sections("2024-04")).containsExactly("公示", "党费", "本月还公开了");
        assertThat(sheet("2024-04").select(".register thead th").eachText()).contains("应交金额（元）");
        assertThat(sheet("2024-04").select(".contact p").eachText())
                .containsExactly("意见反馈：支部办公室", "监督：一楼意见箱", "第一党支部 2024年4月3日");
        assertThat(sheet("2024-04").selectFirst("h1").text()).isEqualTo("2024年4月党务公开栏");
        assertThat(sheet("2024-04").selectFirst(".source").text())
                .isEqualTo("发布：第一党支部 张贴日期：2024年4月3日 张贴到下一张贴出为止，公示贴满公示期");
    }

    @Test
    @DisplayName("lists the pledges from the month in which they were published to that in which they are due")
    void pledges() {
        site.published(
                        "content/承诺.md",
                        "标题: 第一党支部2024年公开承诺",
                        "文种: 党员承诺",
                        "发布日期: 2024-03-05",
                        "承诺事项:",
                        "  - {承诺人: 支部, 内容: 报漏1小时到场, 时限: 5月底前, 践诺情况: 进行中}",
                        "  - {承诺人: 管网组, 内容: 换表核对底数, 时限: 全年}")
                .built();

        assertThat(sections("2024-03")).containsExactly("公示", "三会一课", "承诺");
        assertThat(rows("2024-03", "承诺")).containsExactly("支部|报漏1小时到场|5月底前", "管网组|换表核对底数|全年");
        assertThat(rows("2024-05", "承诺")).containsExactly("支部|报漏1小时到场|5月底前|进行中", "管网组|换表核对底数|全年");
        assertThat(rows("2024-12", "承诺")).containsExactly("管网组|换表核对底数|全年");
        assertThat(site.html("registers/wall/index.html").select(".tiles a").eachText())
                .startsWith("2024年3月")
                .endsWith("2024年12月");
    }

    @Test
    @DisplayName("leads to the entries, and is reached from the registers")
    void links() {
        site.built();

        assertThat(sheet("2024-03").select("main table a").eachAttr("href"))
                .allMatch(uri -> uri.startsWith("../../"))
                .hasSize(2);
        assertThat(site.html("registers/index.html").select("a[href*=wall]").eachAttr("href"))
                .containsExactly(
                        "../registers/wall/2024-04.html",
                        "../registers/wall/2024-03.html",
                        "../registers/wall/index.html");
        assertThat(site.html("registers/wall/index.html").select(".tiles a").eachText())
                .containsExactly("2024年3月", "2024年4月");
    }

    @Test
    @DisplayName("is the same whenever it is printed")
    void day() {
        String before = site.built("--as-of", "2024-04-10").page("registers/wall/2024-03.html");

        assertThat(site.built("--as-of", "2024-05-31").page("registers/wall/2024-03.html"))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("is not made for a hundred years by a mistyped period")
    void longPeriod() {
        site.published(
                "content/公示/长.md",
                "标题: 关于拟接收预备党员的公示",
                "文种: 公示",
                "发布日期: 2024-03-28",
                "公示: {起: 2024-03-28, 止: 2090-03-28}");

        site.built();

        assertThat(site.html("registers/wall/index.html").select(".tiles a").eachText())
                .hasSize(12)
                .startsWith("2025年1月")
                .endsWith("2024年12月");
    }

    @Test
    @DisplayName("is not made where there is nothing to hang up")
    void nothing() {
        site.delete("content/会议/三月.md").delete("content/党费/一季度.md").delete("content/公示/评优.md");

        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02").built();

        assertThat(site.files().keySet()).noneMatch(path -> path.contains("wall/"));
    }

    private Document sheet(String month) {
        return site.html("registers/wall/" + month + ".html");
    }

    private List<String> sections(String month) {
        return sheet(month).select("main h2").eachText();
    }

    private List<String> rows(String month, String section) {
        return sheet(month).select(".table-wrap[aria-label=" + section + "] tbody tr").stream()
                .map(Element::children)
                .map(cells -> String.join("|", cells.eachText()))
                .toList();
    }
}
