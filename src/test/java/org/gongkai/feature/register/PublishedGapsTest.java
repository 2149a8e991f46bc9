package org.gongkai.feature.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.feature.register.export.WorkbookParts;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the site of a branch that left much undone says of it on 2024-06-01. */
@Tag("slow")
class PublishedGapsTest extends SiteFixture {

    private static final Pattern GAP = Pattern.compile(
            "逾期|缺|应有|应开展|没有记录|尚未办结|未公开|迟公开|及时率|公开条目|没有新内容|应当换届|\"done\": true|\"due\": \"20(?:23|24-0[1-5])");

    private static final String CLOSED = "公开对象:\n- {名称: 本单位, 范围: [社会, 本单位]}\n- {名称: 群众, 范围: [社会], 目录: qunzhong}\n";

    @BeforeEach
    void aBranchThatLeftMuchUndone() {
        meeting("a", "党员大会", "2023-11-08").meeting("b", "支委会", "2024-02-08").meeting("c", "主题党日", "2024-03-08");
        site.published("content/简报/1.md", "标题: 简报第1期", "文种: 简报", "发布日期: 2024-01-10", "期数: 1", "目录项: 12-1")
                .published("content/简报/3.md", "标题: 简报第3期", "文种: 简报", "发布日期: 2024-05-10", "期数: 3", "目录项: 12-1")
                .published(
                        "content/计划/a.md",
                        "标题: 第一党支部2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-12",
                        "任务项:\n- {内容: 修好水表, 时限: 2024-03-31}\n- {内容: 换好阀门, 时限: 2024-06-20}\n- {内容: 清好水池, 时限: 2024-02-20, 状态: 已完成}")
                .published(
                        "content/公示/a.md",
                        "标题: 关于候选人的公示",
                        "文种: 公示",
                        "发布日期: 2024-01-12",
                        "公示: {起: 2024-01-12, 止: 2024-01-19}",
                        "监督电话: 6021")
                .published(
                        "content/公示/b.md",
                        "标题: 关于评优的公示",
                        "文种: 公示",
                        "发布日期: 2024-05-30",
                        "公示: {起: 2024-05-30, 止: 2024-06-07}",
                        "监督电话: 6021")
                .file(
                        "content/通知/a.md",
                        "---\n标题: 关于学习的通知\n文种: 通知\n发布日期: 2023-03-20\n" + String.join("\n", SiteFolder.PUBLICATION)
                                + "\n---\n\n请学习《第一党支部谈心谈话办法》。\n")
                .file("content/_data/organisation.yml", "任期: {起: 2021-05-01, 止: 2024-04-30}\n")
                .file("content/_data/catalogue.yml", "- {编号: 12-1, 事项: 简报, 时限: 每月}\n");
    }

    @Test
    void whatIsLateOrMissingIsPublishedOnlyIfTheSiteSaysSo() {
        site.built();
        TreeMap<String, String> closed = gaps();
        TreeSet<String> addresses = new TreeSet<>(site.files().keySet());
        String due = site.html("registers/due/index.html").select("main").text();
        String meetings = site.html("registers/meetings/index.html")
                .selectFirst("table.coverage")
                .text();
        String tasks =
                site.html("registers/tasks/index.html").select("h3, .chart").text();
        site.file("content/_data/site.yml", "公布应办事项: 是\n").built();

        assertThat(closed).isEmpty();
        assertThat(due).contains("近期事项", "6月7日截止 关于评优的公示 公示中", "6月20日前 换好阀门").doesNotContain("修好水表", "候选人", "任期");
        assertThat(meetings).isEqualTo("各月次数 事项 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 支委会 ●");
        assertThat(tasks).isEmpty();
        assertThat(gaps().keySet())
                .containsExactly(
                        ("index.html month.html registers/bulletins/bulletins.json registers/bulletins/bulletins.xlsx registers/bulletins/index.html"
                                        + " registers/catalogue/catalogue.csv registers/catalogue/catalogue.json"
                                        + " registers/catalogue/catalogue.xlsx registers/catalogue/index.html registers/due/index.html"
                                        + " registers/index.html registers/meetings/index.html registers/meetings/meetings.json"
                                        + " registers/meetings/meetings.xlsx registers/notices/index.html"
                                        + " registers/notices/notices.json registers/notices/notices.xlsx registers/tasks/index.html"
                                        + " registers/tasks/tasks.json registers/tasks/tasks.xlsx registers/theme-days/index.html"
                                        + " registers/theme-days/theme-days.json registers/theme-days/theme-days.xlsx years/2024/month-04.html")
                                .split(" "));
        assertThat(site.files().keySet()).isEqualTo(addresses);
    }

    @Test
    void oneAudienceMaySeeThemAndAnotherNot() {
        site.file("content/_data/site.yml", CLOSED + "公布应办事项: [本单位]\n").built();

        assertThat(site.page("registers/due/index.html")).contains("已逾期");
        assertThat(SiteFolder.files(site.root().resolve("target/site-qunzhong")).get("registers/due/index.html"))
                .doesNotContain(new String("逾期".getBytes(UTF_8), ISO_8859_1));
        assertThat(SiteFolder.run("due", "-s", site.root().toString(), "--audience", "群众")
                        .out())
                .contains("已逾期");

        site.file("content/_data/site.yml", CLOSED + "公布应办事项: [群众, 党员]\n");
        assertThat(site.build().problems())
                .contains(
                        "content/_data/site.yml:4:14: 错误 E110 “公布应办事项”不能写“党员”；可以写：是、否，或者公开对象的名称：本单位、群众；写了的人看得到缺少和逾期的事项");
        site.file("content/_data/site.yml", "公布应办事项: {群众: 是}\n");
        assertThat(site.build().problems())
                .contains("content/_data/site.yml:1:9: 错误 E110 “公布应办事项”的每一项应是一段文字；不要写成列表或分组");
    }

    /** The words of each file that say that something is late or missing. */
    private TreeMap<String, String> gaps() {
        TreeMap<String, String> found = new TreeMap<>();
        site.files().forEach((address, bytes) -> {
            TreeSet<String> words = new TreeSet<>();
            Matcher word = GAP.matcher(text(address, bytes));
            while (word.find()) {
                words.add(word.group());
            }
            if (!words.isEmpty()) {
                found.put(address, words.toString());
            }
        });
        return found;
    }

    private static String text(String address, String bytes) {
        if (!address.endsWith(".xlsx")) {
            return new String(bytes.getBytes(ISO_8859_1), UTF_8);
        }
        WorkbookParts workbook = new WorkbookParts(bytes.getBytes(ISO_8859_1));
        StringBuilder text = new StringBuilder(workbook.sheets().toString());
        for (int i = 1; i <= workbook.sheets().size(); i++) {
            text.append(workbook.cells(i));
        }
        return text.toString();
    }

    private PublishedGapsTest meeting(String name, String kind, String day) {
        site.published(
                "content/三会一课/" + name + ".md",
                "标题: " + day + kind + "纪要",
                "文种: " + kind,
                "发布日期: " + day,
                "会议: {时间: " + day + ", 地点: 会议室}");
        return this;
    }
}
