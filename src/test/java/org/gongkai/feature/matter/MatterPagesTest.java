package org.gongkai.feature.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.site.address.Slugs;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 事项: what several papers report of one matter, from beginning to end on one page. */
class MatterPagesTest {

    private final Path folder;
    private final SiteFolder site;

    MatterPagesTest(@TempDir Path folder) {
        this.folder = folder;
        site = new SiteFolder(folder);
    }

    private void paper(String name, String title, String... more) {
        List<String> header = new ArrayList<>(List.of("标题: " + title, "栏目: 换届"));
        header.addAll(List.of(more));
        header.addAll(List.of(SiteFolder.PUBLICATION));
        site.entry("content/" + name + ".md", header.toArray(String[]::new));
    }

    private String address(String slug) {
        return site.files().keySet().stream()
                .filter(path -> path.startsWith("matters/" + slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError(site.files().keySet()));
    }

    @Test
    void showsTheStepsInTheirOrderAndThoseToCome() {
        paper("a", "关于换届的通知", "文种: 换届选举", "阶段: 部署换届", "发布日期: 2024-03-02", "成文日期: 2024-03-01", "事项: 支部换届");
        paper("b", "推荐候选人的换届工作情况", "文种: 换届选举", "阶段: 推荐候选人", "发布日期: 2024-03-09", "成文日期: 2024-03-08", "事项: [支部换届]");
        paper("c", "别的换届通知", "文种: 通知", "发布日期: 2024-03-09");
        site.file("content/_data/organisation.yml", "任期: {起: 2021-06-30, 止: 2024-06-29}\n")
                .built("--as-of", "2024-03-20");

        Document page = site.html(address("zhi-bu-huan-jie"));
        assertThat(page.select("h1").text()).isEqualTo("支部换届");
        assertThat(page.select(".intro").text()).contains("下一步：候选人公示（最迟2024年6月29日，根据：《中国共产党基层组织选举工作条例》");
        assertThat(page.select(".steps .step-when").eachText()).containsExactly("2024年3月2日 启动换届", "2024年3月9日 酝酿候选人");
        assertThat(page.select(".steps .step-title").eachText()).containsExactly("关于换届的通知", "推荐候选人的换届工作情况");
        assertThat(page.select(".steps-ahead").text()).isEqualTo("以后的步骤：候选人公示、选举大会、公布结果。");
        for (String paper : page.select(".step-title a").eachAttr("href")) {
            assertThat(site.html(paper.substring("../".length()))
                            .select(".strip a[href*=matters]")
                            .text())
                    .isEqualTo("支部换届");
        }
        assertThat(site.html("matters/index.html").select(".matters p").eachText())
                .containsExactly("支部换届 已公开2篇", "最近2024年3月9日，酝酿候选人：推荐候选人的换届工作情况", "接下来候选人公示");
        assertThat(site.html("index.html").select("a[href='matters/index.html']"))
                .isNotEmpty();
    }

    /** What the members are still to decide is no step that was taken. */
    @Test
    void aStageThatA公示ProposesIsStillToCome() {
        String[] notice = {
            "文种: 发展党员公示", "发布日期: 2024-03-01", "公示: {起: 2024-03-01, 止: 2024-03-08}", "受理部门: 支部", "事项: 甲的入党"
        };
        paper(
                "a",
                "关于拟确定积极分子的公示",
                Stream.concat(Stream.of(notice), Stream.of("阶段: 确定积极分子")).toArray(String[]::new));
        paper("b", "关于开会的通知", "文种: 通知", "发布日期: 2024-03-04", "时间: 2024-03-12 14:30", "事项: 甲的入党");
        site.built("--as-of", "2024-03-05");
        assertThat(site.html("matters/index.html").select(".matters p").last().text())
                .isEqualTo("接下来按通知定于2024年3月12日开会；待办的步骤：公布公示结果");
    }

    @Test
    void aMatterIsDoneWhenTheResultOfTheLast公示IsPublished() {
        String[] notice = {"文种: 发展党员公示", "阶段: 转正", "发布日期: 2024-03-01", "受理部门: 支部", "事项: 甲的转正"};
        paper(
                "a",
                "关于拟转正的公示",
                Stream.concat(Stream.of(notice), Stream.of("公示: {起: 2024-03-01, 止: 2024-03-08, 结果: b.md}"))
                        .toArray(String[]::new));
        paper("b", "关于转正情况的通报", "文种: 通报", "发布日期: 2024-04-01", "主送: 全体党员", "事项: 甲的转正");
        site.built();

        assertThat(site.html("matters/index.html").select(".matters p").eachText())
                .containsExactly("甲的转正 已公开2篇", "最近2024年4月1日，通报");
    }

    /** The 公示 itself names the person; what is told of the matter from beginning to end does not. */
    @Test
    void aMatterAboutAPersonNamesNobody() {
        paper(
                "a",
                "关于确定孟海涛同志为发展对象的公示",
                "文种: 发展党员公示",
                "阶段: 确定发展对象",
                "发布日期: 2024-03-01",
                "公示: {起: 2024-03-01, 止: 2024-03-08, 结果: 没有意见}",
                "受理部门: 支部",
                "事项: 孟海涛的发展");
        paper("b", "关于孟海涛培训情况的通报", "文种: 通报", "发布日期: 2024-04-01", "事项: 孟海涛的发展", "主送: 全体党员");
        site.build();
        String address = address("de-fa-zhan");
        assertThat(address).isNotEqualTo("matters/" + new Slugs().distinct("孟海涛的发展", "×××的发展") + ".html");
        paper("c", "关于按期转正的通知", "文种: 通知", "发布日期: 2024-04-02", "事项: [孟海涛的发展, 食堂加菜]");
        paper("e", "2024年4月党员大会纪要", "文种: 文章", "发布日期: 2024-04-05", "事项: 孟海涛的发展");
        paper(
                "d",
                "意见建议办理情况",
                "文种: 意见反馈",
                "发布日期: 2024-04-03",
                "办理情况: [{意见: 问孟海涛, 承办: 孟海涛, 日期: 2024-04-03, 状态: 已办结（孟海涛）, 事项: 孟海涛的发展}]");

        assertThat(site.build().problems()).singleElement().asString().contains("W185", "“孟海涛的发展”", "“×××的发展”");
        assertThat(site.html(address).select("h1, .step-title a, .step-facts").eachText())
                .containsExactly(
                        "×××的发展", "关于确定×××同志为发展对象的公示", "关于×××培训情况的通报", "通知", "意见反馈", "日期 2024年4月3日", "2024年4月党员大会纪要");
        assertThat(site.html("matters/index.html").text())
                .contains("结果已办结（×××）")
                .doesNotContain("孟海涛");
        assertThat(site.files().keySet().stream()
                        .filter(file -> file.matches("matters/.*html|sitemap.*ml|manifest.json"))
                        .map(file -> file + site.page(file))
                        .filter(text -> text.contains("孟海涛的发展") || text.contains("meng-hai-tao")))
                .isEmpty();
        assertThat(site.html("huan-jie/2024/a.html")
                        .select("h1, a[href*=matters/de]")
                        .text())
                .contains("孟海涛同志", "×××的发展");
    }

    @Test
    void aRowOfATableIsAStepWithWhatItStates() {
        paper(
                "a",
                "上半年意见建议办理情况",
                "文种: 意见反馈",
                "发布日期: 2024-04-01",
                "办理情况:",
                "  - {意见: 食堂菜少, 答复: 加一个菜, 日期: 2024-02-01, 状态: 已办结, 事项: 食堂加菜}",
                "  - {意见: 雨天不巡查, 状态: 不采纳, 理由: 雨后最容易发现积水}");
        paper("b", "关于食堂加菜的通知", "文种: 通知", "发布日期: 2024-03-01", "事项: 食堂加菜");
        site.built();

        Document page = site.html(address("shi-tang-jia-cai"));
        assertThat(page.select(".step-when").eachText()).containsExactly("2024年2月1日 意见反馈", "2024年3月1日 通知");
        assertThat(page.select(".intro strong, .steps li:first-child dt").eachText())
                .containsExactly("已办结", "意见", "答复", "日期");
        assertThat(site.html(page.select(".step-title a").get(0).attr("href").substring("../".length()))
                        .select("table")
                        .text())
                .contains("不采纳", "雨后最容易发现积水");
    }

    @Test
    void whatAnAudienceMayNotSeeIsNoStepForIt() {
        site.file("content/_data/site.yml", "受众: [{名称: 社会, 范围: [社会]}, {名称: 内部, 范围: [社会, 本单位], 目录: nb}]\n");
        site.entry("content/a.md", "标题: 公开的通知", "文种: 文章", "公开范围: 社会", "发布日期: 2024-03-01", "事项: 一件事");
        site.entry("content/b.md", "标题: 内部的通知", "文种: 文章", "公开范围: 本单位", "发布日期: 2024-03-02", "事项: [一件事, 内部的事]");
        site.built("-o", folder.resolve("out").toString());

        assertThat(folder.resolve("out/matters").toFile().list()).hasSize(2);
        assertThat(folder.resolve("out-nb/matters").toFile().list()).hasSize(3);
    }

    @Test
    void aNameThatDiffersByOneCharacterIsReported() {
        paper("a", "通知甲", "文种: 文章", "发布日期: 2024-03-01", "事项: 更换叫号器");
        paper("b", "通知乙", "文种: 文章", "发布日期: 2024-03-02", "事项: [更换叫号机, 2023年换届]");
        paper("c", "通知丙", "文种: 文章", "发布日期: 2024-03-03", "事项: [更换叫号机, 2024年换届]");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:6:5: 警告 W184 事项“更换叫号器”和另一条写的“更换叫号机”只差一个字；是同一件事的，请写得一字不差；" + "不是的，请把名称写得分明些");
    }

    @Test
    void twoPersonsYearsOrShortNamesAreTwoMatters() {
        paper("a", "通知甲", "文种: 文章", "发布日期: 2024-03-01", "事项: [王芳同志的转正, 2023年换届选举, 换届]");
        paper("b", "通知乙", "文种: 文章", "发布日期: 2024-03-02", "事项: [李芳同志的转正, 2024年换届选举, 换岗]");

        assertThat(site.build().problems()).isNotEmpty().noneMatch(line -> line.contains("W184"));
    }

    @Test
    void noEntryNamesAMatter() {
        paper("a", "通知", "文种: 文章", "发布日期: 2024-03-01");
        site.built();

        assertThat(site.files().keySet()).noneMatch(path -> path.startsWith("matters"));
        assertThat(site.page("index.html")).doesNotContain("事项办理");
    }
}
