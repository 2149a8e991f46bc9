package org.gongkai.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Persons of one name")
class ShownSourceTest extends SiteFixture {

    private static final String CSV = "姓名,月份\n李明（=鹭洲）,3月\n李明（=梧桐）,4月\n";

    @BeforeEach
    void write() {
        site.file("content/_data/site.yml", "名称: 支部\n监督: 意见箱\n网址: http://a.example/\n搜索附件: 是\n公布应办事项: 是\n")
                .file(
                        "content/_data/organisation.yml",
                        """
                        委员会: [{职务: 书记, 姓名: 沈岚清}, {职务: 组织委员, 姓名: 李明（=鹭洲）}]
                        党小组: [{名称: 一组, 组长: 李明（=鹭洲）}, {名称: 二组, 组长: 李明（=梧桐）}]
                        人员: [{姓名: 李明, 标识: 鹭洲}, {姓名: 李明, 标识: 梧桐, 止: 2024-05-30}]
                        """)
                .file("content/附件/名册.csv", CSV)
                .file("content/附件/国标.txt", CSV.getBytes(java.nio.charset.Charset.forName("GB18030")))
                .published(
                        "content/会议/a.md",
                        "标题: 第3次支委会会议纪要（李明（=鹭洲）主讲）",
                        "文种: 支委会",
                        "发布日期: 2024-05-12",
                        "责任人: 李明（=鹭洲）",
                        "摘要: 李明（=鹭洲）通报。",
                        "标签: [李明（＝梧桐）]",
                        "附件: [../附件/名册.csv, ../附件/国标.txt]",
                        "会议: {时间: 2024-05-10 15:00, 主持人: 沈岚清, 出席: 沈岚清、李明（=鹭洲）, 列席: 李明(=梧桐), 应到: 2, 实到: 2}")
                .published(
                        "content/计划.md",
                        "标题: 2024年工作计划",
                        "文种: 工作计划",
                        "发布日期: 2024-01-12",
                        "任务项: [{内容: 李明（=鹭洲）讲课, 责任人: 李明（=梧桐）, 时限: 2024-05-20, 状态: 进行中}]")
                .published("content/值班.mdown", "标题: 值班安排", "发布日期: 2024-02-12", "责任人: 李明（=鹭洲）")
                .published(
                        "content/责任.md",
                        "标题: 2024年责任清单",
                        "文种: 责任清单",
                        "发布日期: 2024-01-15",
                        "责任项:",
                        "- {责任人: 李明（=鹭洲）, 内容: 讲课}",
                        "- {责任人: 李明（=梧桐）, 内容: 办板报, 时限: 2024-06-20}",
                        "- 责任人: 李明（=鹭洲）",
                        "  内容: 收党费",
                        "  时限: 2024-06-25",
                        "- {责任人: 沈岚清, 内容: 抓总}")
                .file(
                        "content/公示/b.adoc",
                        """
                        = 关于拟接收李明（=梧桐）同志为中共预备党员的公示
                        :文种: 公示
                        :公开范围: 社会
                        :发布机构: 支部
                        :发布日期: 2024-05-20
                        :公示: 2024-05-20 至 2024-06-05
                        :保密审查: 宣传委员 2024-05-10
                        :审批: 沈岚清 2024-05-11

                        *李明*（=梧桐）同志的情况。

                        include::../附件/名册.csv[]
                        """);
        new GitFolder(site.root()).commit("登记李明（=梧桐）");
        site.published(
                "content/计划.md",
                "标题: 2024年工作计划",
                "文种: 工作计划",
                "发布日期: 2024-01-12",
                "任务项: [{内容: 李明（=梧桐）讲课, 责任人: 李明（=鹭洲）, 时限: 2024-05-20, 状态: 已完成}]");
        new GitFolder(site.root()).commit("改李明（=鹭洲）的");
    }

    @Test
    @DisplayName("have their name, and nothing that tells them apart, in every byte of every output")
    void shown() throws IOException {
        site.built();
        String out = folder.toString();
        for (List<Object> more : List.<List<Object>>of(
                List.of("archive", "2024", "-o", out + "/a.zip"),
                List.of("archive", "2024", "--for", "-o", out + "/inspected.zip"),
                List.of("export", "docx", "content/会议/a.md", "-o", out + "/a.docx"),
                List.of("publish", "--to", out + "/www/a"))) {
            SiteFolder.done(more.toArray(), "-s", site.root());
        }
        List<String> printed = List.of("content/会议/a.md", "content/公示/b.adoc", "registers/duties/index.html");
        for (String page : printed) {
            Path browser = Files.writeString(
                    folder.resolve("browser"),
                    "#!/bin/sh\nfor last; do :; done\ncp \"${last#file://}\" " + out + "/printed"
                            + printed.indexOf(page) + ".html\n");
            assertThat(browser.toFile().setExecutable(true)).isTrue();
            SiteFolder.run(
                    Map.of("GONGKAI_CHROMIUM", browser.toString()),
                    "print",
                    page,
                    "-s",
                    site.root(),
                    "-o",
                    out + "/a.pdf");
            assertThat(folder.resolve("printed" + printed.indexOf(page) + ".html"))
                    .content()
                    .contains("李明");
        }
        Files.writeString(
                folder.resolve("sites.yml"),
                "门户: {名称: 门户, 发布到: www/portal}\n站点:\n- {名称: 支部, 代码: A, 来源: site, 发布到: www/a}\n");
        for (String command : List.of("collect", "merge", "publish")) {
            SiteFolder.done("portal", command, "--sites", out + "/sites.yml", "--work", out + "/work");
        }
        SiteFolder.done(
                "takedown",
                SiteFolder.files(folder.resolve("www/a/current").toRealPath()).keySet().stream()
                        .filter(path -> path.endsWith("/b.html"))
                        .findFirst()
                        .orElseThrow(),
                "--to",
                out + "/www/a",
                "--reason",
                "李明（=梧桐）的事");

        TreeSet<String> endings = new TreeSet<>();
        TreeSet<String> named = new TreeSet<>();
        for (String path : SiteFolder.files(folder).keySet()) {
            if (!Files.isRegularFile(folder.resolve(path))
                    || path.startsWith("site/") && !path.startsWith("site/target/site/")) {
                continue;
            }
            String ending = path.replaceFirst(".*\\.", "");
            endings.add(ending);
            for (String text : texts(Files.readAllBytes(folder.resolve(path)))) {
                assertThat(text)
                        .as(path)
                        .doesNotContain("鹭洲")
                        .doesNotContain("梧桐")
                        .doesNotContain("（=");
                if (text.contains("李明")) {
                    named.add(ending);
                }
            }
        }
        assertThat(endings).contains("html", "json", "csv", "xlsx", "ics", "xml", "zip", "docx");
        assertThat(named).contains("html", "json", "csv", "xlsx", "xml", "zip", "docx", "txt");
    }

    @Test
    @DisplayName("count each for themselves where a register counts by person")
    void counted() throws IOException {
        Path duties = site.built().output().resolve("registers/duties");

        assertThat(Jsoup.parse(Files.readString(duties.resolve("index.html")))
                        .select("dl.totals div")
                        .eachText())
                .containsExactly("李明（同名之一） 2条", "李明（同名之二） 1条", "沈岚清 1条");
        assertThat(duties.resolve("duties.json")).content().contains("\"李明（同名之一）\": 2", "\"李明（同名之二）\": 1");
        assertThat(Jsoup.parse(Files.readString(duties.resolveSibling("due/index.html")))
                        .select(".jobs .line-place")
                        .eachText())
                .contains("李明（同名之一）", "李明（同名之二）")
                .doesNotContain("李明");
        assertThat(duties.resolve("duties.csv")).content().contains("李明,讲课");
    }

    /** A file as text in the charsets that readers may use, and what is packed in it. */
    private static List<String> texts(byte[] bytes) throws IOException {
        TreeSet<String> texts = new TreeSet<>();
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    texts.add(entry.getName());
                    texts.addAll(texts(zip.readAllBytes()));
                }
            }
        } else if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                texts.addAll(texts(packed.readAllBytes()));
            }
        } else {
            for (String charset : List.of("UTF-8", "GB18030", "UTF-16LE")) {
                texts.add(new String(bytes, charset));
            }
        }
        return List.copyOf(texts);
    }

    @Test
    @DisplayName("are told from each other by every rule, at the place where they were typed")
    void told() {
        site.published(
                        "content/会议/c.md",
                        "标题: 甲",
                        "文种: 支委会",
                        "发布日期: 2024-05-20",
                        "责任人: 李明",
                        "会议: {时间: 2024-05-18, 主持人: 李明（=鹭洲）, 出席: 李明（=鹭洲）, 缺席: 李明（=梧桐）, 列席: 李明（=鹭洲）, 记录人: 李明（=甲）}")
                .published("content/d.md", "标题: 乙", "发布日期: 2024-06-01", "成文日期: 2024-06-01", "责任人: 李明（=梧桐）")
                .published("content/e.md", "标题: 丙", "发布日期: 2024-06-01", "成文日期: 2024-06-01", "责任人: 李明")
                .file("content/附件/名册.docx", Attachments.docx("李明（=梧桐）"))
                .published("content/f.md", "标题: 丁", "发布日期: 2024-06-01", "附件: 附件/名册.docx");

        assertThat(site.build().problems().stream().filter(problem -> problem.matches(".*(?:W390|E390|W317|W358).*")))
                .containsExactly(
                        "content/d.md:5:6: 警告 W358 “李明”2024-06-01已经不在本支部：到2024-05-30为止；请核对姓名和日期；写错了的，改 content/_data/organisation.yml 里的起止",
                        "content/会议/c.md:5:6: 警告 W390 这一天有2个“李明”，没有写明是哪一个；请写 李明（=鹭洲） 或 李明（=梧桐）；括号和里面的标识读者看不到",
                        "content/会议/c.md:6:66: 警告 W317 李明（=鹭洲）写在列席里，又写在出席里；有表决权的写在出席里，其余的写在列席里",
                        "content/会议/c.md:6:86: 警告 W390 没有“甲”这个标识；可以写：李明（=鹭洲） 或 李明（=梧桐）；标识写在 content/_data/organisation.yml 的人员里",
                        "content/附件/名册.docx:1:1: 错误 E390 正文第 1 段写着标识“梧桐”，读者会看到；写姓名就可以，请删去括号和里面的标识");
    }
}
