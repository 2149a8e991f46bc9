package org.gongkai.feature.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.GitFixture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of changes: one row for each day and entry, newest first, by column as well. */
@Tag("slow")
class ChangeListTest extends GitFixture {

    private static final String CHANGES = "changes/index.html";

    private void write(String name, String column, String text, String day, String why) {
        site.file(
                "content/" + name + ".md",
                "---\n标题: " + name + "\n栏目: " + column + "\n发布日期: 2024-04-01\n---\n\n" + text + "\n");
        git.commit(day, "甲委员", why);
    }

    private List<String> rows(String address) {
        return site.html(address).select(".changes li:not(:has(li))").eachText();
    }

    @Test
    void putsTheChangesOfADayIntoOneRowForEachEntry() {
        write("开会", "通知", "一。", "2024-04-01", "公开");
        for (int i = 2; i <= 6; i++) {
            write("开会", "通知", "一。" + "\n\n又加一段。".repeat(i - 1), "2024-04-02", "第" + i + "稿");
        }
        write("开会", "通知", "二。", "2024-06-02", "在站点的日期以后");
        site.built();

        assertThat(rows(CHANGES)).containsExactly("2024年4月1日 通知 开会", "2024年4月2日 通知 开会 改过5次 看各次改动 第6稿");
        assertThat(site.html(CHANGES).select("h3").eachText()).containsExactly("新公开1篇", "其他修改1篇");
        assertThat(site.html(CHANGES).select(".change-what a").eachAttr("href"))
                .containsExactly("../notices/2024/kai-hui/history/index.html");
    }

    @Test
    void foldsAllMonthsButTheNewest() {
        for (int i = 0; i <= 12; i++) {
            site.entry("content/" + i + ".md", "标题: 通知", "栏目: 通知", "发布日期: 2024-0" + (2 + i / 4) + "-0" + (1 + i % 4));
        }
        site.built();

        assertThat(site.html(CHANGES).select(".change-earlier summary").eachText())
                .containsExactly("2024年2月 新公开4篇");
    }

    /** An amount that is written otherwise is the same amount. */
    @Test
    void listsByItselfWhatReplacedANumber() {
        write("捐款", "通知", "共5,000元。", "2024-04-01", "公开");
        write("捐款", "通知", "共5000元。", "2024-04-02", "统一写法");
        write("捐款", "通知", "共5200元。", "2024-04-03", "补登两笔");
        site.built();

        assertThat(site.html(CHANGES).select("h3").eachText()).containsExactly("新公开1篇", "更正和更新1处", "其他修改1篇");
        assertThat(rows(CHANGES)).contains("2024年4月3日 通知 捐款 补登两笔：修改了正文 看改动", "2024年4月2日 通知 捐款 统一写法：修改了正文 看改动");
    }

    @Test
    void showsTheNewestCommitOfADayFirst() {
        write("甲", "通知", "一", "2024-04-01", "一");
        write("丙", "通知", "一", "2024-04-01", "二");
        write("乙", "通知", "一", "2024-04-01", "三");
        site.built();

        assertThat(site.html(CHANGES).select(".change-title").eachText()).containsExactly("乙", "丙", "甲");
    }

    /** The pages are counted off from the oldest change: one more, which every push brings, leaves all but the first. */
    @Test
    void turnsThePageSoThatOneChangeMoreChangesTheFirstPageOnly() {
        write("零", "通知", "一", "2024-04-01", "先");
        for (int i = 1; i < 150; i++) {
            site.file("content/第" + i + "条.md", "---\n标题: 第" + i + "条\n栏目: 通知\n发布日期: 2024-04-01\n---\n\n一。\n");
        }
        git.commit("2024-04-02", "甲委员", "后");
        site.built();
        List<String> pages = List.of(CHANGES, "changes/page-2.html", "changes/page-3.html");
        List<Integer> sizes = pages.stream().map(page -> rows(page).size()).toList();
        List<String> second = rows("changes/page-2.html");
        String third = site.page("changes/page-3.html");

        write("零", "通知", "二", "2024-04-03", "改");
        site.built();

        // One line for the day on which 149 papers of the day before came to the site.
        assertThat(site.html(CHANGES).select(".intro").last().text()).isEqualTo("2024年4月2日补充公开了以前的文件149篇，列在原来的发布日期下。");
        assertThat(sizes).containsExactly(30, 60, 60);
        assertThat(rows(CHANGES)).hasSize(31);
        assertThat(rows("changes/page-2.html")).isEqualTo(second);
        assertThat(site.page("changes/page-3.html")).isEqualTo(third);
        assertThat(site.files()).doesNotContainKey("changes/page-4.html");
    }

    @Test
    void saysOfTheFirstDayThatTheSiteBeganWithEarlierPapers() {
        for (int i = 0; i < 5; i++) {
            site.file("content/" + i + ".md", "---\n标题: 第" + i + "条\n栏目: 通知\n发布日期: 2024-04-01\n---\n\n一。\n");
        }
        git.commit("2024-04-02", "甲委员", "建站");

        assertThat(site.built().html(CHANGES).text()).contains("2024年4月2日建站时带上以前的文件5篇，列在原来的发布日期下。");
    }

    @Test
    void leavesOutVersionsInWhichNoWordChanged() {
        write("开会", "通知", "一\n二", "2024-04-01", "公开");
        write("开会", "通知", "一二", "2024-04-02", "不换行");
        site.built();

        assertThat(rows(CHANGES)).containsExactly("2024年4月1日 通知 开会");
        assertThat(site.page("changes/feed.xml")).doesNotContain("修改");
    }

    @Test
    void listsTheChangesOfOneColumn() {
        write("甲", "通知", "一", "2024-04-01", "一");
        write("乙", "计划", "一", "2024-04-02", "二");
        site.built();

        Document plans = site.html("changes/ji-hua/index.html");
        assertThat(plans.select(".change-title").eachText()).containsExactly("乙");
        assertThat(plans.select(".chooser .current").text()).isEqualTo("计划");
        assertThat(plans.select(".chooser a").eachText()).containsExactlyInAnyOrder("全部", "通知");
        assertThat(site.html(CHANGES).select(".chooser a").eachAttr("href"))
                .containsExactlyInAnyOrder("../changes/notices/index.html", "../changes/ji-hua/index.html");
    }

    @Test
    void saysWhereNoEarlierTextIsKept() {
        for (String text : List.of("周五开会。", "周六开会。")) {
            for (String name : List.of("甲", "乙")) {
                site.file(
                        "content/" + name + ".md",
                        "---\n标题: " + name + "\n栏目: 通知\n发布日期: 2024-04-01\n历史: 列表\n---\n\n" + text + "\n");
            }
            git.commit(text.contains("五") ? "2024-04-01" : "2024-04-02", "甲委员", "写");
        }
        site.file("content/_data/site.yml", "修改记录: {提交说明: 不公开, 修改人: 不公开}\n").built();

        assertThat(rows(CHANGES))
                .containsExactlyInAnyOrder(
                        "2024年4月2日 通知 甲 修改了正文（不保留修改前的文字）",
                        "2024年4月2日 通知 乙 修改了正文（不保留修改前的文字）",
                        "2024年4月1日 通知 甲",
                        "2024年4月1日 通知 乙");
    }
}
