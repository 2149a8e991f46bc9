package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.io.FileLimit;
import org.gongkai.portal.collect.RecordFile;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.PortalSites;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("A portal over the published sites of a list")
class PortalTest extends FolderFixture {

    private static final String ORGANISATION = "content/_data/organisation.yml";

    private Path list;

    @BeforeEach
    void threeSites() throws IOException {
        list = PortalSites.write(folder);
    }

    private SiteFolder site(int number) {
        return new SiteFolder(folder.resolve("s" + number));
    }

    @Test
    @DisplayName("shows the newest of all, running 公示, the catalogue, dues and terms, each linked to its evidence")
    void pages() throws IOException {
        publishAll();

        Document home = page("index.html");
        assertThat(home.select("h1, th").eachText()).startsWith("示例市党务公开").contains("2024年目录已公开");
        assertThat(lines(home, "正在公示")).hasSize(3);
        assertThat(lines(home, "正在公示")).allMatch(line -> line.matches("第.支部发展对象公示 公示中 ?至6月5日"));
        assertThat(lines(home, "最新公开")).hasSize(4).contains("第1支部：2024年第一季度党费收缴公示");
        assertThat(lines(home, "最新公开").get(0)).startsWith("2024年第一季度党费收缴公示 2024年4月2日 3个单位 第1支部：");
        Element alike = home.selectFirst(".line-alike");
        assertThat(alike.select(".line-title a")).isEmpty();
        assertThat(alike.select("li a")).hasSize(3);
        assertThat(row(home, "机关党委")).contains("机关党委", "6篇", "5月30日", "见各单位", "最早至2024年6月10日");

        assertThat(page("units/z1/index.html").select("h1").text()).isEqualTo("第1支部");
        assertThat(page("units/yc/index.html").text()).contains("第1支部", "第2支部").doesNotContain("第3支部");
        assertThat(page("units/jg/coverage.html").text()).contains("一处总支 2篇", "第3支部 1篇", "没有标明属于“决策部署落实”“");
        assertThat(row(page("units/jg/dues.html"), "一处总支")).contains("200.30");
        assertThat(row(page("units/jg/dues.html"), "第3支部")).contains("90 应交100.30");
        assertThat(page("late.html").select(".empty, h2").text())
                .isEqualTo("党费（2024年起） 60天内到期 已逾期 3个支部都没有列出逾期的事项，有没有，从这里看不出来。");
        assertThat(row(page("dues.html"), "一处总支")).contains("一处总支", "200.30", "未到期");
        assertThat(page("terms.html").select("tbody tr").eachText())
                .containsExactly("第1支部 2024年6月10日 还有9天", "第2支部 2024年7月10日 还有39天", "第3支部 2024年8月10日 还有70天");
        assertThat(page("years/2024/index.html").select(".lines a[data-entry]")).hasSize(6);
        assertThat(page("years/2024/index.html").select(".list-month").text()).isEqualTo("2024年5月 2024年4月");
        assertThat(page("columns/index.html").select(".tiles li")).hasSize(2);
        assertThat(page("coverage.html").text()).contains("目录共7项，没有标明属于“决策部署落实”“");
        assertThat(page("units/jg/dues.html").select(".keys").text()).isEqualTo("红底：未交足，下行为应交数");
        assertThat(page("units/yc/dues.html").text()).doesNotContain("红底");
        assertThat(page("units/jg/index.html").select(".list-foot").text()).isEqualTo("全部6篇");
        assertThat(page("units/yc/index.html").select(".list-foot").text()).isEqualTo("全部4篇，按单位看");
        assertThat(page("units/z1/index.html").select(".list-foot").text()).isEqualTo("全部2篇");
        assertNoDeadLinks();
    }

    @Test
    @DisplayName(
            "counts a unit without a site among those that tell nothing, also later; lists terms that are far ahead")
    void withoutSite() throws IOException {
        Files.writeString(list, "- {名称: 泵站支部, 代码: BZ, 上级: YC}\n", StandardOpenOption.APPEND);
        publishAll();
        assertThat(page("late.html").select(".intro, .empty").text()).isEqualTo("4个支部都没有列出逾期的事项，有没有，从这里看不出来。");
        assertThat(row(page("dues.html"), "一处总支")).anyMatch(cell -> cell.matches("200\\.30 ?缺1个支部"));
        assertThat(page("units/bz/index.html").text()).contains("最新公开 这个单位尚无网站，公开了什么、党费交没交足、任期到哪一天，从这里都看不出来。");
        assertThat(everything(portal())).contains("[\"泵站支部（尚无网站）\",\"单位\"");
        assertThat(portal("merge", "--as-of", "2024-08-01").status()).isZero();
        assertThat(portal("publish").status()).isZero();
        assertThat(page("late.html").text()).contains("4个支部中1个没有列出逾期的事项。", "第1支部 发展对象公示：公布结果 期限2024年7月5日，已逾期27天");
        String column = "columns/gong-shi-c48257/index.html";
        assertThat(page(column).select("main").text()).contains("公示已结束 结果未公布 5月30日至6月5日", "已结束的公示，有没有结果，见原文。");
        // None ends within a year.
        assertThat(portal("merge", "--as-of", "2023-05-01").status()).isZero();
        assertThat(portal("publish").status()).isZero();
        assertThat(page("terms.html").select("tbody tr").eachText()).hasSize(3).contains("第1支部 2024年6月10日 还有406天");
    }

    @Test
    @DisplayName("says whose dues are not told the same on all pages, and what is owed whatever others tell later")
    void untoldDues() throws IOException {
        String told = Files.readString(folder.resolve("s2/content/党费/一.md"));
        site(2).file("content/党费/一.md", told.replace("2024", "2022"));
        site(1).file(ORGANISATION, "委员会: [{职务: 书记}]\n任期: {起: 2024-03-11, 止: 2027-03-10}\n");
        publishAll();
        assertThat(row(page("dues.html"), "一处总支")).anyMatch(cell -> cell.matches("100\\.10 ?缺1个支部"));
        assertThat(page("dues.html").select(".intro a").eachAttr("href")).containsExactly("late.html");
        assertThat(page("late.html").select("tbody tr").eachText())
                .containsExactly("第2支部 2023年四个季度未提供数据，2024年第一季度未提供数据", "第3支部 2023年四个季度未提供数据，2024年第一季度未交足");
        assertThat(page("units/z1/index.html").text()).contains("最早记录以前");
        assertThat(page("units/z2/index.html").select(".portal-short").text()).contains("2024年第一季度党费 未提供数据");
        assertThat(row(page("coverage.html"), "一处总支")).contains("1篇 1个支部未标明");
        assertThat(page("index.html").select(".portal-short").text()).contains("党费未交足 第3支部（第一季度） 第一季度党费未提供数据 第2支部");
        site(1).file("content/党费/二.md", told.replace("一季", "二季").replaceAll("期间.*", "期间: 2024年第二季度"));
        publishAll();
        assertThat(page("index.html").select(".portal-short").text()).contains("党费未交足 第3支部（第一季度）");
    }

    @Test
    @DisplayName("lists what a site says itself is over: a term, a 公示 without a result, a task that is not done")
    void over() throws IOException {
        site(2).file(ORGANISATION, "委员会: [{职务: 书记}]\n任期: {起: 2021-05-11, 止: 2024-05-10}\n")
                .published("content/旧.md", "标题: 旧公示\n文种: 公示\n发布日期: 2024-03-01\n公示: {起: 2024-03-01, 止: 2024-03-07}")
                .published(
                        "content/计划.md",
                        "标题: 计划\n文种: 工作计划\n发布日期: 2024-01-08\n任务项: [{内容: 查表, 时限: 2024-03-31, 状态: 进行中}]");
        publishAll();
        assertThat(page("late.html").select(".lines li").eachText())
                .startsWith(
                        "第2支部 查表 期限2024年3月31日，已逾期62天",
                        "第2支部 委员会任期届满 期限2024年5月10日，已逾期22天",
                        "第2支部 旧公示 2024年3月7日结束，已过86天");
        assertThat(page("units/z2/index.html").select(".portal-short").text())
                .contains("查表 已逾期62天", "委员会任期已届满", "旧公示 已过86天　2024年3月7日结束，结果未公布");
        assertThat(Files.readString(real("www/2/current").resolve("registers/tasks/index.html")))
                .contains("已过期限62天", "截至2024年6月1日");
        assertThat(page("index.html").select(".portal-short").text()).contains("逾期或者结果未公布 第2支部");
    }

    @Test
    @DisplayName("leads from every page of a year to all of its months")
    void months() throws IOException {
        for (int i = 0; i < 120; i++) {
            site(1).published("content/通知/" + i + ".md", "标题: 第" + i + "号通知", "发布日期: 2024-0" + (i / 40 + 1) + "-15");
        }
        publishAll();
        for (String page : List.of("index.html", "page-1.html")) {
            assertThat(page("years/2024/" + page).select("[aria-label=按月份看] a").eachText())
                    .containsExactly("5月", "4月", "3月", "2月", "1月");
        }
        assertNoDeadLinks();
    }

    @Test
    @DisplayName("tells each entry once, also where others of its title are older by some quarters")
    void once() throws IOException {
        List<String> days = List.of("2024-05-30", "2024-03-31", "2024-02-20");
        for (int i = 1; i <= 3; i++) {
            site(i).published("content/提示.md", "标题: 防汛提示", "发布日期: " + days.get(i - 1));
        }
        publishAll();
        assertThat(page("index.html").select(".lines a[data-entry]").eachAttr("href"))
                .hasSizeGreaterThan(6)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("names a site that cannot be verified or read, and keeps what it had, with its day")
    void unreadable() throws IOException {
        publishAll();
        for (int i = 2; i <= 3; i++) {
            site(i).published("content/新.md", "标题: 第" + i + "支部的新通知", "发布日期: 2024-05-31");
        }
        assertThat(run("publish").status()).isZero();
        Path page = real("www/2/current").resolve("index.html");
        assertThat(page.toFile().setWritable(true)).isTrue();
        Files.writeString(page, "改动");

        Ran ran = portal("collect");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("【第2支部 Z2】没有读到：核对不上：改动：index.html\n");
        assertThat(ran.out()).isEqualTo("3 个站点：1 个重新读过，1 个没有变，1 个没有读到：第2支部（Z2）。\n");
        assertThat(portal("merge").status()).isZero();

        Document home = merged("index.html");
        assertThat(home.select(".note").text()).isEqualTo("第2支部：这一次没有读到（核对不上：改动：index.html），用的是核验过的 2024-06-01 发布的内容。");
        assertThat(home.text()).contains("第3支部的新通知", "第2支部发展对象公示").doesNotContain("第2支部的新通知");
    }

    @Test
    @DisplayName("goes on whatever is wrong with a site, and tells readers no place of the machine")
    void oneOfThem() throws IOException {
        publishAll();
        Path key = Files.writeString(folder.resolve("k.pem"), "no key");
        Files.writeString(list, Files.readString(list).replace("发布到: www/2,", "发布到: www/2, 公钥: k.pem,"));
        Files.move(folder.resolve("www/3"), folder.resolve("elsewhere"));
        Files.move(folder.resolve("work"), folder.resolve("before"));
        Ran ran = portal("collect");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errors())
                .containsExactly(
                        "【第2支部 Z2】没有读到：这个文件不是 Ed25519 或 SM2 公钥（PEM 格式）：" + key,
                        "【第3支部 Z3】没有读到：找不到文件：" + folder.resolve("www/3"));
        assertThat(portal("merge").status()).isZero();
        assertThat(merged("index.html").select(".note").eachText())
                .containsExactly("第2支部：这一次没有读到（发布记录或者公钥有问题），以前也没有读到过。", "第3支部：这一次没有读到（文件读不出来），以前也没有读到过。");
        assertThat(merged("units/z3/index.html").text())
                .contains("没有读到网站，公开情况未提供数据。")
                .doesNotContain("还没有公开", "已公开的内容。");
        assertThat(everything(folder.resolve("work/site"))).doesNotContain(folder.toString());
    }

    @Test
    @DisplayName("loses for all readers what was taken down or withdrawn, and what registers say of it")
    void takenDown() throws IOException {
        String readers = "公开对象: [{名称: 本单位, 范围: [社会, 全党, 本单位]}, {名称: 党内, 范围: [社会, 全党], 目录: dang}]";
        Files.writeString(list, Files.readString(list).replace("www/portal}", "www/portal, " + readers + "}"));
        // Without a table of names, the register of honours has a row that leads to the page.
        site(2).file("content/_data/site.yml", "名称: 第2支部的网站\n监督: 纪检委员（意见箱）\n" + readers + "\n")
                .published(
                        "content/公示/评优.md",
                        "公开范围: 全党\n标题: 鹦鹉螺评优公示\n文种: 评优公示",
                        "发布日期: 2024-05-06\n公示: {起: 2024-05-06, 止: 2024-05-10, 结果: 海葵没有意见}");
        publishAll();
        assertThat(everything(real("www/portal/ben-dan-wei/current"))).contains("第1支部发展对象公示", "鹦鹉螺");
        assertThat(Files.readString(real("www/2/dang/current").resolve("registers/honours/index.html")))
                .contains("鹦鹉螺", "名单见原文", "海葵");
        SiteFolder.done("takedown", "announcements/2024/ping-you.html", "--to", real("www/2"), "--reason", "试");
        withdrawn();
        for (String site : List.of("portal/ben-dan-wei", "portal/dang", "2/ben-dan-wei", "2/dang")) {
            assertThat(everything(real("www/" + site + "/current"))).doesNotContain("第1支部发展对象公示", "鹦鹉螺", "海葵");
        }
    }

    @Test
    @Promise("Of a portal it compares the entries")
    @DisplayName(
            "is not rolled back to what sites took down or withdrew since, unless that is taken down in the portal, too")
    void rolledBack() throws IOException {
        publishAll();
        SiteFolder.done("takedown", address("Z2"), "--to", folder.resolve("www/2"), "--reason", "写错了人");
        withdrawn();

        Ran back = SiteFolder.run("rollback", "--to", folder.resolve("www/portal"));
        assertThat(back.status()).isEqualTo(1);
        assertThat(back.err())
                .containsPattern(
                        "里有后来撤回、缩小公开范围或者删去的条目，换回去读者又会看到：\\.\\./\\.\\./1/current/\\S+\\.html、\\.\\./\\.\\./2/current/\\S+\\.html；")
                .doesNotContain("3/current");

        String first = "1/current/" + address("Z1");
        assertThat(takeDown(address("Z2")).err()).startsWith("有几条的网址都是这样结尾，请写完整的一个：../../1/current/");
        assertThat(takeDown("2/current/" + address("Z2")).status()).isZero();
        assertThat(takeDown(first).status()).isZero();
        assertThat(takeDown(first).err()).isEqualTo("支部自己的网站没有改动；那里也不该公开的，请到那个网站的文件夹里再用 takedown 撤下。\n");
        assertThat(takeDown(first).out()).isEqualTo(first + " 已经撤下，没有改动。\n");
        for (Path release : List.of(portal(), other())) {
            assertThat(everything(release)).contains("第3支部发展对象公示").doesNotContain("第2支部发展对象公示", "第1支部发展对象公示");
        }
        assertThat(SiteFolder.run("verify", folder.resolve("www/portal"), "--all")
                        .status())
                .isZero();

        SiteFolder.done("rollback", "--to", folder.resolve("www/portal"));
        assertThat(page("index.html").text()).contains("第3支部发展对象公示 公示中").doesNotContain("第1支部发展对象公示");
    }

    @Test
    @Promise("A takedown in a portal takes such an entry out")
    @DisplayName("leaves out what was taken down in the portal, though its site still has it, until that is undone")
    void takenDownHereOnly() throws IOException {
        publishAll();
        String third = "3/current/" + address("Z3");
        assertThat(takeDown(third).status()).isZero();
        site(2).published("content/新.md", "标题: 第2支部的新通知", "发布日期: 2024-05-31");
        assertThat(run("publish").status()).isZero();

        renewed();

        assertThat(everything(portal())).contains("第2支部的新通知", "第2支部发展对象公示").doesNotContain("第3支部发展对象公示");
        assertThat(SiteFolder.run("verify", folder.resolve("www/portal"), "--all")
                        .status())
                .isZero();
        assertThat(takeDown(third, "--undo").status()).isZero();
        renewed();
        assertThat(everything(portal())).contains("第3支部发展对象公示");
    }

    @Test
    @DisplayName("knows an entry again that moved within its site")
    void moved() throws IOException {
        publishAll();
        String text = Files.readString(folder.resolve("s1/content/公示/发展.md"));
        site(1).file("content/公示/发展.md", text.replaceFirst("发布日期: \\S+", "发布日期: 2023-12-30\n旧址: " + address("Z1")));
        SiteFolder.done("publish", "--site", "Z1", "--sites", list);
        renewed();

        Ran back = SiteFolder.run("rollback", "--to", folder.resolve("www/portal"));

        assertThat(back.status()).as(back.err()).isZero();
    }

    private void withdrawn() throws IOException {
        site(1).file(
                        "content/公示/发展.md",
                        Files.readString(folder.resolve("s1/content/公示/发展.md")).replace("文种:", "状态: 已撤回\n文种:"));
        assertThat(run("publish", "--site", "Z1").status()).isZero();
        renewed();
    }

    /** The address of the 公示 of a unit in the first release of the portal, from the root of its own site. */
    private String address(String unit) throws IOException {
        return Jsoup.parse(
                        other().resolve("units/" + unit.toLowerCase(Locale.ROOT) + "/index.html")
                                .toFile(),
                        "UTF-8")
                .select("a:contains(发展对象)")
                .attr("href")
                .replaceFirst(".*current/", "");
    }

    /** The first release of the portal. */
    private Path other() throws IOException {
        try (Stream<Path> all = Files.list(real("www/portal/releases"))) {
            return all.sorted().findFirst().orElseThrow();
        }
    }

    private Ran takeDown(String address, String... more) {
        return SiteFolder.run("takedown", address, "--to", folder.resolve("www/portal"), "--reason", "写错了人", more);
    }

    private void renewed() {
        for (String command : List.of("collect", "merge", "publish")) {
            Ran ran = portal(command);
            assertThat(ran.status()).as(ran.err()).isZero();
        }
    }

    @Test
    @DisplayName("is the same whoever collected the sites, in whatever order and however often")
    void shards() throws IOException {
        publishAll();
        TreeMap<String, String> once = SiteFolder.files(folder.resolve("work/site"));

        for (String shard : List.of("3/3", "1/3", "1/3", "2/3", "3/3")) {
            SiteFolder.done("portal", "collect", "--sites", list, "--work", folder.resolve("other"), "--shard", shard);
        }
        SiteFolder.run("portal", "merge", "--sites", list, "--work", folder.resolve("other"));
        assertThat(SiteFolder.files(folder.resolve("other/site")))
                .isEqualTo(once)
                .hasSizeGreaterThan(40);

        assertThat(portal("merge").out()).startsWith("3 个站点，6 篇，").contains("改动 0 个文件");
        assertThat(portal("merge", "--json").out())
                .matches("\\{\"ok\":true,\"done\":\\[\\{.*\"sites\":3,\"entries\":6,\"pages\":\\d+,\"changed\":0}]}\n");
        assertThat(portal("publish").out()).startsWith("没有变化，没有新的发布批次\n");
        assertThat(portal("publish", "--json").out())
                .matches("\\{\"ok\":true,\"done\":\\[\\{\"audience\":.*\"release\":null,\"current\":.*}]}\n");
        assertThat(SiteFolder.run("verify", folder.resolve("www/portal")).status())
                .isZero();
    }

    @Test
    @DisplayName("shows no reader more than a site shows its own readers of that level")
    void audiences() throws IOException {
        for (int i = 1; i <= 3; i++) {
            SiteFolder site = site(i).file(
                            "content/_data/site.yml",
                            """
                            名称: 第%d支部
                            监督: 纪检委员（意见箱）
                            公开对象:
                            - {名称: 社会, 范围: [社会]}
                            - {名称: 党内, 范围: [社会, 全党], 目录: dang}
                            - {名称: 本单位, 范围: [社会, 全党, 本单位], 目录: danwei}
                            """
                                    .formatted(i));
            for (String scope : List.of("社会", "全党", "本单位", "特定对象")) {
                site.published(
                        "content/通知/" + scope + ".md",
                        "标题: 鹦鹉螺" + scope + i,
                        "发布日期: 2024-05-20",
                        "公开范围: " + scope,
                        "状态: " + (scope.equals("特定对象") ? "草稿" : "已发布"));
            }
        }
        String text = Files.readString(list);
        Files.writeString(
                list,
                text.replace(
                        "发布到: www/portal}",
                        "发布到: www/portal, 公开对象: [{名称: 社会, 范围: [社会]}, {名称: 党内, 范围: [社会, 全党], 目录: dang}, {名称: 本单位, 范围: [社会, 全党, 本单位], 目录: danwei}]}"));
        publishAll();

        String open = everything(real("www/portal/she-hui/current"));
        String party = everything(real("www/portal/dang/current"));
        String own = everything(real("www/portal/danwei/current"));
        for (int i = 1; i <= 3; i++) {
            assertThat(open).contains("鹦鹉螺社会" + i).doesNotContain("鹦鹉螺全党" + i, "鹦鹉螺本单位" + i, "鹦鹉螺特定对象" + i);
            assertThat(party).contains("鹦鹉螺社会" + i, "鹦鹉螺全党" + i).doesNotContain("鹦鹉螺本单位" + i, "鹦鹉螺特定对象" + i);
            assertThat(own).contains("鹦鹉螺全党" + i, "鹦鹉螺本单位" + i).doesNotContain("鹦鹉螺特定对象" + i);
        }
        assertThat(real("www/portal/she-hui/current").resolve("late.html")).doesNotExist();
        assertThat(real("www/portal/danwei/current").resolve("late.html")).exists();
        assertThat(Jsoup.parse(
                                real("www/portal/dang/current")
                                        .resolve("index.html")
                                        .toFile(),
                                "UTF-8")
                        .select("a:contains(鹦鹉螺全党1)")
                        .attr("href"))
                .startsWith("../../../1/dang/current/");

        // Readers of the public only are shown nothing of a site that has no part for them.
        Files.writeString(
                list,
                text.replace("发布到: www/portal}", "发布到: www/public, 公开对象: [{名称: 社会, 范围: [社会]}]}")
                        .replace("来源: s3", "来源: s4"));
        site(4).file("content/_data/site.yml", "名称: 第4支部\n")
                .published("content/通知/一.md", "标题: 鹦鹉螺内部", "发布日期: 2024-05-20", "公开范围: 本单位");
        Files.move(folder.resolve("www/3"), folder.resolve("www/old"));
        publishAll();
        assertThat(everything(real("www/public/current")))
                .contains("鹦鹉螺社会1", "没有可看的内容")
                .doesNotContain("鹦鹉螺内部");
    }

    @Test
    @DisplayName(
            "looks as the sites do that share a folder of templates and assets, and is not made with a wrong template")
    void sharedTheme() throws IOException {
        Path footer = folder.resolve("shared/templates/footer.ftl");
        Files.createDirectories(footer.getParent());
        Files.writeString(footer, "<footer>共用的页脚</footer>\n");
        Files.writeString(list, "共用: shared\n" + Files.readString(list));
        publishAll();
        assertThat(page("index.html").select("footer").text()).isEqualTo("共用的页脚");
        Files.writeString(footer, "<footer>新的页脚</footer>\n");
        portal("merge");
        assertThat(merged("years/index.html").select("footer").text()).isEqualTo("新的页脚");

        Files.writeString(footer, "<footer>${没有这个}</footer>\n");
        Ran broken = portal("merge");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).startsWith("共用文件夹/templates/footer.ftl:1:");
        assertThat(merged("years/index.html").select("footer").text()).isEqualTo("新的页脚");
    }

    @Test
    @DisplayName("does not read a file of a site that is too large, and goes on with the others")
    void tooLarge() throws IOException {
        publishAll();
        for (Path file :
                List.of(real("www/2/current").resolve("manifest.json"), folder.resolve("www/3/records.jsonl"))) {
            assertThat(file.toFile().setWritable(true)).isTrue();
            try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(80L << 20);
            }
        }
        long most = FileLimit.ofProcess().most() >> 20;

        Ran ran = portal("collect");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err().lines())
                .containsExactly(
                        "【第2支部 Z2】没有读到：文件太大，没有读：" + folder.toRealPath() + "/www/2/current/manifest.json（80 MB，最多 "
                                + most + " MB）",
                        "【第3支部 Z3】没有读到：文件太大，没有读：" + folder.toRealPath() + "/www/3/records.jsonl（80 MB，最多 " + most
                                + " MB）");
        assertThat(ran.out()).isEqualTo("3 个站点：0 个重新读过，1 个没有变，2 个没有读到：第2支部（Z2）、第3支部（Z3）。\n");
        assertThat(portal("merge").status()).isZero();
        assertThat(merged("index.html").select(".note").eachText())
                .contains("第2支部：这一次没有读到（文件读不出来），用的是核验过的 2024-06-01 发布的内容。");
    }

    @Test
    @DisplayName("names the sites whose codes differ in case only: their pages would have one address")
    void codes() throws IOException {
        Files.writeString(
                list,
                "门户: {名称: 甲, 发布到: www/p}\n站点:\n- {名称: 甲, 代码: A, 来源: s1, 发布到: www/1}\n- {名称: 乙, 代码: a, 来源: s2, 发布到: www/2}\n");
        assertThat(portal("collect").errors())
                .containsExactly("sites.yml:4:15: 错误 E139 “代码”“a”写了两次；第3行已有，请各写一个不同的（不分大小写）", "站点清单有错误，什么也没有做。");
    }

    @Test
    @DisplayName("needs a list with a portal")
    void wrong() throws IOException {
        Files.writeString(list, "站点:\n- {名称: 甲, 代码: A, 来源: s1, 发布到: www/1}\n");
        assertThat(portal("merge").err()).startsWith("站点清单里没有写门户；");
        Files.writeString(list, "门户: {名称: 甲, 发布到: www/1}\n站点:\n- {名称: 甲, 代码: A, 来源: s1, 发布到: www/1}\n");
        assertThat(portal("collect").errors())
                .containsExactly(
                        "sites.yml:1:18: 错误 E139 “发布到”的文件夹和别的站点重了，或者一个在另一个里面：www/1；每个站点写自己的文件夹", "站点清单有错误，什么也没有做。");
    }

    @Test
    @DisplayName("keeps its pages short with many sites: what is left out stands on the pages of the units below")
    void manySites() throws IOException {
        publishAll();
        Path collected = folder.resolve("work/collected");
        byte[] packed = Files.readAllBytes(collected.resolve("Z1/records.jsonl.gz"));
        String first = new String(
                new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        for (int i = 10; i < 320; i++) {
            Path own = Files.createDirectories(collected.resolve("Z" + i));
            try (BufferedWriter out = RecordFile.writer(own.resolve("records.jsonl.gz"))) {
                out.write(first.replace("\"Z1\"", "\"Z" + i + "\""));
            }
            Files.writeString(own.resolve("failure"), "磁盘坏了");
            lines.add("- {名称: 第" + i + "支部, 代码: Z" + i + ", 来源: s1, 发布到: www/" + i + ", 上级: YC}");
        }
        Files.write(list, lines);
        assertThat(portal("merge").status()).isZero();

        Document home = merged("index.html");
        assertThat(lines(home, "正在公示")).hasSize(30);
        assertThat(home.select(".note").eachText())
                .hasSize(22)
                .contains("还有290个站点这一次没有读到，见各单位的页。", "正在公示的共313篇，这里是最近的30篇，其余见各单位的页。");
        assertThat(merged("units/index.html").select("tbody tr th").eachText()).containsExactly("机关党委", "一处总支");
        assertThat(merged("units/jg/terms.html").select(".note").text()).startsWith("共313项，这里只列300项，其余见各单位的页。");
        assertThat(merged("units/yc/terms.html").select("tbody tr")).hasSize(300);
        assertThat(merged("units/z319/index.html").select(".note").text()).contains("磁盘坏了");
    }

    private void assertNoDeadLinks() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path file : files(portal()).values()) {
            if (file.toString().endsWith(".html")) {
                for (Element link : Jsoup.parse(file.toFile(), "UTF-8").select("a[href], link[href], script[src]")) {
                    String to = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                    // The address that a browser takes, which knows nothing of links of the file system.
                    URI address = folder.resolve("www/portal/current")
                            .resolve(portal().relativize(file))
                            .toUri()
                            .resolve(to.replaceFirst("[?].*", ""));
                    Path target = Path.of(address.getPath());
                    String place = address.getFragment();
                    links++;
                    if (!Files.isRegularFile(target)
                            || place != null && Jsoup.parse(target.toFile()).getElementById(place) == null) {
                        dead.add(file + ": " + to);
                    }
                }
            }
        }
        assertThat(links).isGreaterThan(500);
        assertThat(dead).isEmpty();
    }

    private void publishAll() {
        PortalSites.publish(folder);
    }

    private Ran portal(String command, String... options) {
        return SiteFolder.run("portal", command, options, "--sites", list, "--work", folder.resolve("work"));
    }

    private Ran run(String... args) {
        return SiteFolder.run(args, "--sites", list);
    }

    private Path real(String path) throws IOException {
        return folder.resolve(path).toRealPath();
    }

    private Path portal() throws IOException {
        return real("www/portal/current");
    }

    private Document page(String address) throws IOException {
        return Jsoup.parse(portal().resolve(address).toFile(), "UTF-8");
    }

    private Document merged(String address) throws IOException {
        return Jsoup.parse(folder.resolve("work/site").resolve(address).toFile(), "UTF-8");
    }

    private static List<String> lines(Document page, String heading) {
        return page.select("h2:contains(" + heading + ") + .lines li").eachText();
    }

    private static List<String> row(Document page, String head) {
        return page.select("tr:has(th:containsOwn(" + head + "), th a:containsOwn(" + head + "))")
                .first()
                .children()
                .eachText();
    }

    private static TreeMap<String, Path> files(Path root) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString(), file));
        }
        return files;
    }

    /** All texts of a site: its files, and what its search finds. */
    private static String everything(Path root) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(root).values()) {
            all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE));
        }
        UnpackedIndex index = new UnpackedIndex(root);
        return all.append(index.texts()).append(index.keys()).toString();
    }
}
