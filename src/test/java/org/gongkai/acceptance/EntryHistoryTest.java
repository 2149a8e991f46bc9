package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What members see of the earlier versions of an entry, and what becomes of addresses when entries move or go. */
@Tag("slow")
class EntryHistoryTest extends GitFixture {

    private static final String NUMBERED = "notices/2024/a1-2024-00001";
    private static final String HISTORY = NUMBERED + "/history/";

    @BeforeEach
    void aNoticeOfThreeVersions() {
        notice("4月10日14时开会。").commit("2024-04-01", "甲委员", "公开通知");
        notice("4月11日15时开会。").commit("2024-04-03", "乙委员", "改时间");
        notice("4月11日15时开会。", "请带笔记。").commit("2024-04-05", "甲委员", "补一句");
    }

    private GitFolder notice(String... paragraphs) {
        return write("content/通知/开会.md", "标题: 关于开会的通知", paragraphs);
    }

    private GitFolder write(String path, String more, String... paragraphs) {
        site.file(
                path,
                "---\n" + more + "\n栏目: 通知\n发布日期: 2024-04-01\n索引号: A1/2024-00001\n---\n\n"
                        + String.join("\n\n", paragraphs) + "\n");
        return git;
    }

    @Test
    void listsEveryVersionWithDayPersonReasonAndExtent() {
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".versions li").eachText())
                .containsExactly(
                        "第3版 现行版 2024年4月5日 甲委员 补一句 补充了正文 看改动",
                        "第2版 2024年4月3日 乙委员 改时间 修改了正文 看改动",
                        "第1版 2024年4月1日 甲委员 公开通知 首次公开");
        assertThat(site.html(NUMBERED + ".html").select(".source").text()).contains("公开后改过2次（看修改记录）");
        assertThat(site.html(NUMBERED + ".html").select(".source a").attr("href"))
                .endsWith(HISTORY + "index.html");
    }

    @Test
    void showsNeitherMessagesNorAuthorsIfTheSiteSaysSo() {
        site.file("content/_data/site.yml", "修改记录: {提交说明: 不公开, 修改人: 不公开}\n").built();

        assertThat(site.html(HISTORY + "index.html").select(".versions li").eachText())
                .containsExactly("第3版 现行版 2024年4月5日 补充了正文 看改动", "第2版 2024年4月3日 修改了正文 看改动", "第1版 2024年4月1日 首次公开");
        for (String page : List.of("changes/index.html", "changes/feed.xml", HISTORY + "2.html")) {
            assertThat(site.page(page)).as(page).doesNotContain("改时间").doesNotContain("乙委员");
        }
    }

    @Test
    void showsNoVersionOfALaterDayThanThatOfTheSite() {
        site.built("--as-of", "2024-04-04");

        assertThat(site.html(HISTORY + "index.html").select(".version-name").eachText())
                .containsExactly("第2版 现行版", "第1版");
        assertThat(site.html("changes/index.html").select("time").eachText()).doesNotContain("2024年4月5日");
    }

    @Test
    void saysOnWhichDayAPaperWasPublishedThatCameToTheSiteLater() {
        String late = "---\n标题: 关于补发的通知\n栏目: 通知\n发布日期: 2024-03-01\n索引号: A1/2024-00002\n责任人: 组织委员\n---\n\n";
        site.file("content/通知/补.md", late + "周五可以借用。\n");
        git.commit("2024-04-06", "甲委员", "补录");
        site.file("content/通知/补.md", late + "周六可以借用。\n");
        git.commit("2024-04-07", "甲委员", "改一句");
        site.file("content/_data/site.yml", "修改记录: {提交说明: 不公开, 修改人: 不公开}\n").built();

        Document history = site.html("notices/2024/a1-2024-00002/history/index.html");
        assertThat(history.select(".intro").text()).contains("发布于2024年3月1日，2024年4月6日起在本网站公开。责任人：组织委员。");
        assertThat(history.select(".versions li").eachText())
                .containsExactly("第2版 现行版 2024年4月7日 修改了正文 看改动", "第1版 2024年4月6日 首次公开");
    }

    @Test
    void namesAuthorsAsTheMailmapDoes() {
        site.file(".mailmap", "# 姓名以此为准\n宣传委员 <test@shili.example> 甲委员 <test@shili.example>\n");
        git.commit("2024-04-06", "甲委员", "更正姓名");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-who").eachText())
                .containsExactly("宣传委员", "乙委员", "宣传委员");
    }

    @Test
    void marksWhatEachVersionChanged() {
        site.built();

        assertThat(site.html(HISTORY + "1.html").select("ins, del")).isEmpty();
        Document second = site.html(HISTORY + "2.html");
        second.select(".vh").remove();
        assertThat(second.select(".prose del").text()).isEqualTo("4月10日14");
        assertThat(second.select(".prose ins").text()).isEqualTo("4月11日15");
        assertThat(second.select(".version-bar, .version-sum").text()).contains("与第1版相比", "改时间", "请以现行版为准");
        assertThat(site.html(HISTORY + "3.html").select(".version-bar").text()).contains("这是现行版");
    }

    @Test
    void comparesHeadersAndTables() {
        table("| 甲 | 12 |").commit("2024-04-06", "甲委员", "加表");
        table("| 甲 | 15 |").commit("2024-04-07", "甲委员", "改数");
        write("content/通知/开会.md", "标题: 关于开大会的通知\n责任人: 丙委员", "一张表：", "| 组 | 数 |\n|---|---|\n| 甲 | 15 |")
                .commit("2024-04-08", "甲委员", "改标题");
        site.built();

        Document fifth = site.html(HISTORY + "5.html");
        fifth.select(".vh").remove();
        assertThat(fifth.select(".prose td ins").text()).isEqualTo("15");
        assertThat(fifth.select(".prose td del").text()).isEqualTo("12");
        Document sixth = site.html(HISTORY + "6.html");
        assertThat(sixth.select(".changed tbody tr").eachText()).containsExactly("标题 关于开会的通知 关于开大会的通知", "责任人 — 丙委员");
        assertThat(fifth.select(".changed tbody tr").eachText()).containsExactly("甲：数 12 15");
    }

    @Test
    void namesWhatEachVersionChanged() {
        String sections = "## 一、时间\n\n4月11日15时。\n\n## 二、地点\n\n三楼。\n\n## 三、监督\n\n找纪检委员。";
        write("content/通知/开会.md", "标题: 关于开会的通知\n责任人: 甲委员", sections).commit("2024-04-06", "甲委员", "分节");
        write("content/通知/开会.md", "标题: 关于开会的通知\n责任人: 丙委员\n发布机构: 第一党支部", sections.replace("找", "有问题的找"))
                .commit("2024-04-07", "甲委员", "改人");
        site.file("content/通知/表.txt", "一\n");
        write("content/通知/开会.md", "标题: 关于开会的通知\n责任人: 丙委员\n发布机构: 第一党支部\n附件: 表.txt", sections.replace("找", "有问题的找"))
                .commit("2024-04-08", "甲委员", "加表");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-amount").eachText())
                .startsWith("增加了附件", "补充了发布机构、“三、监督”，责任人改为“丙委员”");
        assertThat(site.html(HISTORY + "5.html").select(".changed tbody tr").eachText())
                .contains("责任人 甲委员 丙委员", "三、监督 找纪检委员。 有问题的找纪检委员。");
        assertThat(site.html("changes/index.html").select(".change-what").eachText())
                .contains("改时间：修改了正文 看改动", "改过4次 看各次改动", "加表");
        assertThat(site.html(HISTORY + "2.html").select(".version-sum").text()).contains("修改了正文。");
    }

    private GitFolder table(String row) {
        return notice("一张表：", "| 组 | 数 |\n|---|---|\n" + row);
    }

    @Test
    void countsOnlyVersionsThatWereOut() {
        site.file("content/b.md", header("草稿", "2024-04-01") + "一\n");
        git.commit("2024-04-01", "甲委员", "起草");
        site.file("content/b.md", header("已发布", "2024-05-01") + "二\n");
        git.commit("2024-04-02", "甲委员", "等到五月");
        site.file("content/b.md", header("已发布", "2024-05-01") + "三\n");
        git.commit("2024-04-03", "甲委员", "等到五月");
        site.file("content/b.md", header("已发布", "2024-05-01") + "四\n");
        git.commit("2024-05-06", "甲委员", "改");
        site.built();

        assertThat(site.html("articles/2024/b/history/index.html")
                        .select(".version-when")
                        .eachText())
                .containsExactly("2024年5月6日", "2024年5月1日");
        assertThat(site.page("articles/2024/b/history/1.html")).contains("三").doesNotContain("二");
    }

    private static String header(String status, String day) {
        return "---\n标题: 乙\n状态: " + status + "\n发布日期: " + day + "\n---\n\n";
    }

    @Test
    void withholdsVersionsThatTodaysRulesForbid() {
        String mobile = "139" + "1234" + "5678";
        notice("联系人手机" + mobile + "。").commit("2024-04-06", "甲委员", "加电话");
        notice("4月11日15时开会。").commit("2024-04-07", "甲委员", "删去" + mobile);
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".versions li").eachText())
                .contains("第4版 2024年4月6日 不予显示：当时的文字里有不得公开的个人信息", "第5版 现行版 2024年4月7日 甲委员 删减了正文 看改动");
        assertThat(site.files()).doesNotContainKey(HISTORY + "4.html");
        assertThat(String.join("", site.files().values())).doesNotContain(mobile);
        assertThat(site.html(HISTORY + "5.html").select(".version-sum").text()).contains("与第3版相比（中间1版不予显示）：删减了正文。");
    }

    @Test
    @Promise("DisclosedVersions and PublicHistory apply")
    void withholdsWhatWasForOtherReaders() {
        site.file("content/_data/site.yml", "受众: [{名称: 外网, 范围: [社会]}]\n");
        write("content/通知/开会.md", "标题: 关于开会的通知\n公开范围: 本单位", "只给本单位的话。").commit("2024-04-06", "甲委员", "缩小");
        write("content/通知/开会.md", "标题: 关于开会的通知\n公开范围: 社会", "给社会的话。").commit("2024-04-07", "甲委员", "放开");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-withheld").eachText())
                .hasSize(4)
                .containsOnly("不予显示：当时的公开范围不包括本站的读者");
        assertThat(String.join("", site.files().values())).doesNotContain(SiteFolder.latin("只给本单位的话"));
        for (String kind : List.of("全文", "列表")) {
            write("content/通知/开会.md", "标题: 关于开会的通知\n公开范围: 社会\n历史: " + kind, "给社会的话。")
                    .commit("2024-04-08", "丁委员", "仍旧放开");
            site.built();
            assertThat(site.html(HISTORY + "index.html").select(".version-who").eachText())
                    .as(kind)
                    .contains("丁委员", "甲委员")
                    .doesNotContain("乙委员");
        }
    }

    @Test
    @Promise("DisclosedVersions and PublicHistory apply")
    void hidesTheReasonOfACommitThatTouchedWhatReadersDoNotSee() {
        site.entry("content/密.md", "标题: 未公开的事", "发布日期: 2024-04-01", "状态: 草稿");
        notice("4月12日开会。").commit("2024-04-06", "甲委员", "改时间，另起草未公开的事");
        site.built();

        assertThat(String.join("", site.files().values())).doesNotContain(SiteFolder.latin("未公开的事"));
    }

    @Test
    void hidesTheReasonOfACommitThatTouchedAFileOfWhatReadersDoNotSee() {
        site.entry("content/密/名单.md", "标题: 未公开的事", "发布日期: 2024-04-01", "状态: 草稿", "附件: [旧名单.txt, ../共用/总表.txt]")
                .file("content/密/旧名单.txt", "一\n")
                .file("content/共用/总表.txt", "一\n")
                .file("content/密/图.txt", "一\n");
        git.commit("2024-04-06", "丙委员", "起草");
        touch("content/密/旧名单.txt", "甲");
        touch("content/共用/总表.txt", "乙");
        site.delete("content/密/旧名单.txt");
        notice("改掉旧名单。").commit("2024-04-06", "丙委员", "密丙");
        site.file(
                "content/密/名单.md",
                "---\n标题: 未公开的事\n发布日期: 2024-04-01\n状态: 草稿\n附件: 新名单.txt\n---\n\n见[图](%E5%9B%BE.txt)。\n");
        site.file("content/密/新名单.txt", "一\n");
        site.file("content/密/二.adoc", "= 另一件未公开的事\n:发布日期: 2024-04-01\n:状态: 草稿\n\ninclude::_段/一.adoc[]\n");
        site.file("content/密/_段/一.adoc", "include::../_表/二.txt[]\n");
        site.file("content/密/_表/二.txt", "一\n");
        git.commit("2024-04-07", "丙委员", "再起草");
        touch("content/密/新名单.txt", "丁");
        touch("content/密/图.txt", "戊");
        touch("content/密/_段/一.adoc", "己");
        touch("content/密/_表/二.txt", "庚");
        site.delete("content/密/二.adoc");
        git.commit("2024-04-08", "丙委员", "不要了");
        touch("content/密/_表/二.txt", "辛");
        site.file("content/通知/新名单.txt", "一\n");
        write("content/通知/开会.md", "标题: 关于开会的通知\n附件: 新名单.txt", "有名单。").commit("2024-04-09", "丙委员", "明甲");
        site.file("content/通知/新名单.txt", "二\n");
        write("content/通知/开会.md", "标题: 关于开会的通知\n附件: 新名单.txt", "名单改了。").commit("2024-04-10", "丙委员", "明乙");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-why").eachText())
                .containsExactly("明乙", "明甲", "补一句", "改时间", "公开通知");
        assertThat(site.page("changes/index.html")).contains("明乙").doesNotContain("密");
    }

    /** Changes a file together with the notice. */
    private void touch(String path, String mark) {
        site.file(path, mark + "\n");
        notice("第" + mark + "次改。").commit("2024-04-08", "丙委员", "密" + mark);
    }

    @Test
    void hidesTheReasonOfWorkOnAFileOfAVersionThatReadersMayNotSee() {
        site.file("content/_data/site.yml", "受众: [{名称: 外网, 范围: [社会]}]\n");
        site.file("content/放开/表.txt", "一\n");
        scoped("本单位", "附件: 表.txt").commit("2024-04-06", "丙委员", "内部");
        write("content/通知/开会.md", "标题: 关于开会的通知\n公开范围: 社会", "一").commit("2024-04-06", "丙委员", "公开");
        site.file("content/放开/表.txt", "二\n");
        write("content/通知/开会.md", "标题: 关于开会的通知\n公开范围: 社会", "二").commit("2024-04-07", "丙委员", "密");
        scoped("社会", "附件: 表.txt").commit("2024-04-08", "丙委员", "放开");
        site.file("content/放开/表.txt", "三\n");
        write("content/通知/开会.md", "标题: 关于开会的通知\n公开范围: 社会", "三").commit("2024-04-09", "丙委员", "明");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-why").eachText())
                .containsExactly("明", "公开");
    }

    private GitFolder scoped(String scope, String more) {
        site.entry("content/放开/一.md", "标题: 后来放开的事", "发布日期: 2024-04-01", "公开范围: " + scope, more);
        return git;
    }

    @Test
    void keepsOnlyAListOrNothingWhereTheEntrySaysSo() {
        write("content/通知/开会.md", "标题: 关于开会的通知\n历史: 列表", "四").commit("2024-04-06", "甲委员", "只留列表");
        site.built();
        assertThat(site.html(HISTORY + "index.html").select(".versions li")).hasSize(4);
        assertThat(site.html(HISTORY + "index.html").select(".versions a")).isEmpty();
        assertThat(site.files()).doesNotContainKey(HISTORY + "1.html");

        write("content/通知/开会.md", "标题: 关于开会的通知\n历史: 不留", "五").commit("2024-04-07", "甲委员", "不留");
        site.built();
        assertThat(site.files().keySet()).noneMatch(name -> name.startsWith(HISTORY));
        assertThat(site.page(NUMBERED + ".html")).doesNotContain("修改记录</a>）");
    }

    @Test
    void saysWhatChangedWhereOnlyAListIsKeptButNoWordOfWhatWasThere() {
        String header = "标题: 关于开会的通知\n历史: 列表";
        write("content/通知/开会.md", header, "## 一、时间", "周三。", "## 二、旧楼", "三楼。").commit("2024-04-06", "甲委员", "分节");
        write("content/通知/开会.md", header, "## 一、时间", "周五。").commit("2024-04-07", "甲委员", "改时间");
        write("content/通知/开会.md", header + "\n责任人: 丙委员", "## 一、时间", "周五。").commit("2024-04-08", "甲委员", "加责任人");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-amount").eachText())
                .startsWith("补充了责任人", "修改了“一、时间”，删去了一部分", "删减了开头部分，增加了一部分");
        assertThat(site.html("changes/index.html")
                        .select(".change-what a[href*=history]")
                        .eachAttr("href"))
                .containsOnly("../" + HISTORY + "index.html");
        assertThat(String.join("", site.files().values())).doesNotContain(SiteFolder.latin("旧楼"));
    }

    @Test
    void namesTheDayOfTheLastChangeOfWords() {
        String text = "本次集中学习安排在四月十一日下午3.5时，地点是三楼会议室，请全体党员带好学习笔记，提前十分钟到场，不得无故缺席。";
        notice(text.replace("3.5", "35")).commit("2024-04-05", "甲委员", "写详细");
        notice(text).commit("2024-04-06", "甲委员", "改一个数");
        write("content/通知/开会.md", "标题: 关于开会的通知\n责任人: 丙委员", text).commit("2024-04-07", "甲委员", "加责任人");
        write("content/通知/开会.md", "责任人: 丙委员\n标题:  关于开会的通知", text.replace("，地点", "，\n地点"))
                .commit("2024-04-08", "甲委员", "换行");
        site.built();

        assertThat(site.html(NUMBERED + ".html").select(".source").text()).contains("公开后改过5次（看修改记录）");
        assertThat(site.html(HISTORY + "index.html")
                        .select(".versions li")
                        .first()
                        .text())
                .contains("第7版 现行版", "没有文字改动");
    }

    @Test
    void followsAFileThatWasMovedAndBecameAsciiDoc() throws IOException {
        Files.createDirectories(site.root().resolve("content/三月"));
        git.git("mv", "content/通知/开会.md", "content/三月/会议.md");
        git.commit("2024-04-06", "甲委员", "移到三月");
        Files.delete(site.root().resolve("content/三月/会议.md"));
        site.file("content/三月/会议.adoc", "= 关于开会的通知\n:栏目: 通知\n:发布日期: 2024-04-01\n:索引号: A1/2024-00001\n\n4月13日15时开会。\n");
        git.commit("2024-04-07", "甲委员", "改用另一种写法");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-why").eachText())
                .containsExactly("改用另一种写法", "补一句", "改时间", "公开通知");
        assertThat(site.html(HISTORY + "4.html").select(".prose del")).isNotEmpty();
    }

    @Test
    void leadsFormerAddressesOn() {
        site.entry("content/旧名.md", "标题: 某事", "发布日期: 2024-04-02");
        git.commit("2024-04-02", "甲委员", "公开");
        git.git("mv", "content/旧名.md", "content/新名.md");
        git.commit("2024-04-03", "甲委员", "改名");
        site.entry("content/新名.md", "标题: 某事", "发布日期: 2024-04-02", "索引号: A1/2024-00009");
        git.commit("2024-04-04", "甲委员", "编号");
        site.built();

        String now = "articles/2024/a1-2024-00009.html";
        assertThat(site.page(now)).contains("某事");
        for (String former : List.of("articles/2024/jiu-ming.html", "articles/2024/xin-ming.html")) {
            assertThat(site.html(former).select("meta[http-equiv=refresh]").attr("content"))
                    .isEqualTo("0; url=../../" + now);
        }
    }

    @Test
    void leavesAPageInThePlaceOfWhatWasWithdrawnOrExpired() {
        site.built();
        write("content/通知/开会.md", "标题: 关于开会的通知\n状态: 已撤回\n撤回原因: 会议取消", "四").commit("2024-04-09", "甲委员", "撤回");
        site.entry("content/限时.md", "标题: 限时的", "发布日期: 2024-04-02", "失效日期: 2024-05-01");
        git.commit("2024-04-10", "甲委员", "限时");
        site.built();

        assertThat(site.html(NUMBERED + ".html").select("main").text())
                .contains("本条已撤回", "这里的内容已于2024年4月9日撤回。原因：会议取消", "索引号：A1/2024-00001")
                .doesNotContain("关于开会的通知");
        assertThat(site.page("index.html") + site.page("feed.xml") + site.page("sitemap.xml"))
                .doesNotContain("关于开会的通知")
                .doesNotContain(NUMBERED);
        assertThat(site.files().keySet()).noneMatch(name -> name.startsWith(NUMBERED + "/"));
        assertThat(site.html("articles/2024/xian-shi.html").select("main").text())
                .contains("这里的内容已于2024年5月1日失效");
        assertThat(site.html("changes/index.html").select(".changes li").eachText())
                .contains("2024年4月9日 撤回 这一条已不再公开", "2024年5月1日 失效 这一条已不再公开");
    }

    @Test
    void tellsThatAnEntryWasAwayForAWhile() {
        write("content/通知/开会.md", "标题: 关于开会的通知\n状态: 已撤回", "四").commit("2024-04-09", "甲委员", "撤回");
        notice("重新开会。").commit("2024-04-20", "甲委员", "恢复");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".versions li").eachText())
                .containsSequence("第4版 现行版 2024年4月20日 甲委员 恢复 修改了正文 看改动", "2024年4月9日撤回，2024年4月20日重新公开");
        assertThat(site.html("changes/index.html").select(".chip").eachText()).containsExactly("恢复", "撤回");
    }

    @Test
    void takesWorkOfSeveralBranches() {
        git.git("checkout", "-q", "-b", "甲", "HEAD~1");
        site.entry("content/丙.md", "标题: 丙", "发布日期: 2024-04-02");
        git.commit("2024-04-06", "丙委员", "另一条");
        git.git("mv", "content/通知/开会.md", "content/通知/会议.md");
        git.commit("2024-04-07", "丙委员", "改名");
        git.git("checkout", "-q", "main");
        git.merge("2024-04-08", "甲委员", "甲");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-why").eachText())
                .containsExactly("补一句", "改时间", "公开通知");
        assertThat(site.html("articles/2024/bing.html").select(".source > span").text())
                .isEqualTo("2024年4月2日发布");
    }

    @Test
    void goesByTheBranchAsItIsAfterItWasRewritten() {
        site.built();
        git.git("reset", "-q", "--hard", "HEAD~1");
        notice("4月14日15时开会。").commit("2024-04-09", "丁委员", "重写");
        site.built();

        assertThat(site.html(HISTORY + "index.html").select(".version-why").eachText())
                .containsExactly("重写", "改时间", "公开通知");
    }

    @Test
    void saysWhereTheHistoryBegins() {
        Path shallow = folder.resolve("shallow");
        git.git("clone", "-q", "--depth", "2", "file://" + site.root(), shallow.toString());

        SiteFolder.Ran ran = new SiteFolder(shallow).build();

        assertThat(ran.status()).isZero();
        assertThat(ran.errors())
                .containsExactly("注意：git 仓库是浅克隆，修改记录从 2024-04-03 开始，以前审批的看不全；要全部记录，请用 git fetch --unshallow。");
        assertThat(new SiteFolder(shallow)
                        .html(HISTORY + "index.html")
                        .select("main")
                        .text())
                .contains("共2版", "记录从2024年4月3日开始");
    }

    @Test
    void tellsOfWordsThatAreNotCommittedYet() {
        notice("还没有提交的话。");
        site.built();

        assertThat(site.page(NUMBERED + ".html")).contains("还没有提交的话");
        assertThat(site.html(HISTORY + "index.html").select("main").text()).contains("还有尚未提交的改动", "共3版");
        assertThat(site.page("manifest.json")).contains("\"commit\": null");
    }

    @Test
    void givesTheSameBytesFromTheFolderAndFromTheCommitWithOrWithoutWhatWasKept() {
        site.built();
        TreeMap<String, String> first = site.files();
        assertThat(site.page("manifest.json"))
                .contains("\"commit\": \"" + git.git("rev-parse", "HEAD").strip());

        site.built();
        assertThat(site.files()).isEqualTo(first);
        site.built("--no-cache");
        assertThat(site.files()).isEqualTo(first);
        Path bare = folder.resolve(".git");
        git.git("clone", "-q", "--bare", ".", bare.toString());
        Path other = folder.resolve("out");
        assertThat(run("build", "-s", bare.toString(), "--rev", "main", "-o", other.toString())
                        .err())
                .isEmpty();
        assertThat(SiteFolder.files(other)).isEqualTo(first);
    }

    @Test
    void refusesAnIndexNumberThatBelongedToAnother() {
        git.git("rm", "-q", "content/通知/开会.md");
        git.commit("2024-04-09", "甲委员", "删去");
        site.entry("content/别的.md", "标题: 别的", "发布日期: 2024-04-02", "索引号: A1/2024-00001");

        assertThat(site.build().problems())
                .containsExactly("content/别的.md:4:6: 错误 E142 索引号“A1/2024-00001”以前是 content/通知/开会.md 的索引号；"
                        + "索引号一经使用不再分配给别的条目，请另编一个");
    }

    @Test
    void letsAnEntryKeepItsNumberWhenAnotherHadItByMistake() {
        site.entry("content/抄.md", "标题: 抄来的", "发布日期: 2024-04-02", "索引号: A1/2024-00001");
        git.commit("2024-04-09", "甲委员", "号码抄重了");
        site.entry("content/抄.md", "标题: 抄来的", "发布日期: 2024-04-02", "索引号: A1/2024-00002");
        git.commit("2024-04-10", "甲委员", "改号码");

        assertThat(site.build().problems()).isEmpty();
    }
}
