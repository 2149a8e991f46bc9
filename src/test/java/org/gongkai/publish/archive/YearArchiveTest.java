package org.gongkai.publish.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.gongkai.feature.register.export.WorkbookParts;
import org.gongkai.io.Digests;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.gongkai.testing.SmallDisk;
import org.gongkai.testing.Unzipped;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The archive of a year")
@Tag("slow")
class YearArchiveTest extends SiteFixture {

    private static final String HINT = "提示：包里带着源文件，里面有网页上不显示的字段和注释；交出去以前想一想该不该交。";

    private Path zip;

    @BeforeEach
    void aSite() {
        zip = folder.resolve("归档.zip");
        site.published("content/计划.md", "标题: 2024年工作计划", "文种: 工作计划", "发布日期: 2024-01-20", "发文字号: 示支〔2024〕1号")
                .published(
                        "content/通知/甲.md",
                        "标题: 关于值班的通知",
                        "文种: 通知",
                        "发布日期: 2024-03-03",
                        "成文日期: 2024-03-01",
                        "保密审查: 宣传委员 2024-03-01",
                        "审批: 书记 2024-03-02")
                .published("content/往年.md", "标题: 关于防汛的通知", "文种: 通知", "发布日期: 2023-07-01");
    }

    private Ran archive(Object... more) {
        return SiteFolder.run("archive", "-s", site.root(), "-o", zip, more);
    }

    private Unzipped archived(Object... more) {
        SiteFolder.done("archive", "-s", site.root(), "-o", zip, more);
        return Unzipped.of(zip);
    }

    private Document page(Unzipped archive, String path) {
        return Jsoup.parse(archive.text(path));
    }

    private static List<String> column(Unzipped archive, int column) {
        return archive.text("归档目录.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .toList();
    }

    @Test
    @DisplayName("holds each entry of that year with its page and source, a catalogue, an explanation and hashes")
    void contents() throws IOException {
        Ran ran = archive("2024");

        assertThat(ran.err()).isEqualTo(HINT + "\n");
        assertThat(ran.out().lines())
                .containsExactly(
                        "归档包 " + zip + "：2024 年度 2 件，公开对象“本单位”，按 2024-06-01 的情况",
                        "大小 " + Files.size(zip) + " 字节，SHA-256 " + Digests.sha256(Files.readAllBytes(zip)));
        Unzipped archive = Unzipped.of(zip);
        assertThat(archive.paths())
                .containsExactly(
                        "0001-ji-hua/page.html",
                        "0001-ji-hua/source.md",
                        "0001-ji-hua/styles/assets/favicon.svg",
                        "0001-ji-hua/styles/assets/gongkai.css",
                        "0001-ji-hua/styles/assets/print.css",
                        "0002-jia/page.html",
                        "0002-jia/source.md",
                        "0002-jia/styles/assets/favicon.svg",
                        "0002-jia/styles/assets/gongkai.css",
                        "0002-jia/styles/assets/print.css",
                        "归档目录.csv",
                        "归档目录.xlsx",
                        "校验.sha256",
                        "说明.txt");
        assertThat(archive.bytes("0002-jia/source.md"))
                .isEqualTo(Files.readAllBytes(site.root().resolve("content/通知/甲.md")));
        assertThat(page(archive, "0002-jia/page.html").select("h1").text()).isEqualTo("关于值班的通知");
    }

    @Test
    @DisplayName("lists in its hashes every other file, as sha256sum reads them")
    void hashes() throws IOException {
        Ran ran = archive("2024", "--json");
        Unzipped archive = Unzipped.of(zip);

        assertThat(ran.out())
                .startsWith("{\"ok\":true,\"done\":[{\"file\":\"" + zip + "\",\"year\":2024,\"audience\":\"本单位\",")
                .endsWith(",\"sha256\":\"" + Digests.sha256(Files.readAllBytes(zip)) + "\",\"lacking\":null}]}\n");
        assertThat(archive.text("校验.sha256"))
                .isEqualTo(archive.paths().stream()
                        .filter(path -> !path.equals("校验.sha256"))
                        .map(path -> Digests.sha256(archive.bytes(path)) + "  " + path + "\n")
                        .reduce("", String::concat));
    }

    @Test
    @DisplayName("has a catalogue as text and as a workbook: what is kept longest first, then by date")
    void catalogue() {
        site.published("content/纪要.md", "标题: 支委会会议纪要", "文种: 工作计划", "发布日期: 2024-01-05")
                .file("content/通知/办法.pdf", Attachments.pdf("1", "2"))
                .file("content/通知/表.pdf", Attachments.pdf("1"))
                .published(
                        "content/通知/乙.md",
                        "标题: 关于“值班,补充”的通知",
                        "文种: 通知",
                        "发布日期: 2024-02-10",
                        "索引号: ABCD01/2024-00003",
                        "附件: [办法.pdf, 表.pdf]");

        Unzipped archive = archived("2024");

        assertThat(archive.text("归档目录.csv"))
                .isEqualTo(
                        """
                        \uFEFF件号,题名,责任者,文号,日期,保管期限,页数,索引号,文种,文件
                        1,支委会会议纪要,第一党支部,,2024-01-05,永久,,,工作计划,0001-ji-yao/
                        2,2024年工作计划,第一党支部,示支〔2024〕1号,2024-01-20,永久,,,工作计划,0002-ji-hua/
                        3,"关于“值班,补充”的通知",第一党支部,,2024-02-10,10年,3,ABCD01/2024-00003,通知,0003-abcd01-2024-00003/
                        4,关于值班的通知,第一党支部,,2024-03-01,10年,,,通知,0004-jia/
                        """
                                .replace("\n", "\r\n"));
        WorkbookParts workbook = new WorkbookParts(archive.bytes("归档目录.xlsx"));
        assertThat(workbook.sheets()).containsExactly("2024年度");
        assertThat(workbook.cells(1))
                .containsEntry("A1", "“件号”")
                .containsEntry("J1", "“文件”")
                .containsEntry("A4", "3")
                .containsEntry("B4", "“关于“值班,补充”的通知”")
                .containsEntry("E4", "45332.0 yyyy-mm-dd")
                .containsEntry("G4", "3")
                .containsEntry("J4", "“0003-abcd01-2024-00003/”")
                .doesNotContainKey("G5");
    }

    @Test
    @DisplayName("keeps an entry of several kinds as long as the one that is kept longest")
    void longestTerm() {
        site.published("content/两种.md", "标题: 关于2024年工作计划的通知", "文种: [通知, 工作计划]", "发布日期: 2024-01-02");

        assertThat(column(archived("2024"), 5)).containsExactly("永久", "永久", "10年");
    }

    @Test
    @DisplayName("holds an entry of two years in the archives of both")
    void twoYears() {
        site.published("content/跨年.md", "标题: 关于跨年值班的通知", "文种: 通知", "发布日期: 2023-12-30", "年度: [2023, 2024]");

        assertThat(column(archived("2023"), 1)).containsExactly("关于防汛的通知", "关于跨年值班的通知");
        assertThat(column(archived("2024"), 1)).contains("关于跨年值班的通知").doesNotContain("关于防汛的通知");
    }

    @Test
    @DisplayName("keeps apart entries of the same title, and files of any name in folders of plain letters")
    void names() {
        for (String name : List.of("张𬭎", "李四", "王五")) {
            site.file("content/通知/" + name + "/场地 𬭎.png", Attachments.png())
                    .file("content/通知/" + name + "/名单（" + name + "）.csv", "序号,事项\n1,值班\n")
                    .file(
                            "content/通知/" + name + "/通知.md",
                            "---\n标题: 关于𬭎业楼的通知\n文种: 通知\n发布日期: 2024-05-01\n附件: 名单（" + name + "）.csv\n"
                                    + String.join("\n", SiteFolder.PUBLICATION)
                                    + "\n---\n\n![场地](<场地 𬭎.png>)\n");
        }

        Unzipped archive = archived("2024");

        assertThat(column(archive, 1)).filteredOn("关于𬭎业楼的通知"::equals).hasSize(3);
        assertThat(column(archive, 9))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.matches("[a-z0-9-]+/"))
                .allSatisfy(path -> assertThat(archive.paths()).contains(path + "page.html", path + "source.md"));
        assertThat(archive.paths())
                .filteredOn(path -> path.contains("/"))
                .allMatch(path -> path.matches("[a-z0-9./-]+"));
        assertThat(archive.paths())
                .filteredOn(path -> path.contains("/attachments/"))
                .hasSize(6);
        for (String path : column(archive, 9)) {
            assertThat(broken(archive, path + "page.html")).isEmpty();
        }
    }

    /** The references of a page that lead to no file of the archive. */
    private List<String> broken(Unzipped archive, String path) {
        Document page = page(archive, path);
        Path own = archive.folder().resolve(path).getParent();
        return Stream.concat(
                        page.select("[href]").eachAttr("href").stream(), page.select("[src]").eachAttr("src").stream())
                .filter(reference -> !reference.startsWith("#"))
                .filter(reference -> !Files.isRegularFile(own.resolve(reference.replaceFirst("#.*", ""))))
                .toList();
    }

    @Test
    @DisplayName("holds sources under the ending of their language")
    void endings() {
        site.file("content/丁.adoc", "= 丁\n:发布日期: 2024-05-01\n\n正文。\n")
                .entry("content/戊.MD", "标题: 戊", "发布日期: 2024-05-02");

        Unzipped archive = archived("2024");

        assertThat(archive.text("0003-ding/source.adoc")).isEqualTo("= 丁\n:发布日期: 2024-05-01\n\n正文。\n");
        assertThat(archive.paths()).contains("0004-wu/source.md");
    }

    @Test
    @DisplayName("turns links to other pages of the site into text, and leads from folder to folder")
    void links() {
        site.file(
                "content/通知/丙.md",
                "---\n标题: 关于链接的通知\n文种: 通知\n发布日期: 2024-04-01\n" + String.join("\n", SiteFolder.PUBLICATION)
                        + "\n---\n\n## 一、依据\n\n见[计划](../计划.md)、[去年的](../往年.md)、[依据](#一-依据)和"
                        + "[值班](甲.md)。\n");

        Unzipped archive = archived("2024");

        Document page = page(archive, "0003-bing/page.html");
        assertThat(page.select(".prose a[href]").eachAttr("href"))
                .containsExactly("../0001-ji-hua/page.html", "#一-依据", "../0002-jia/page.html");
        assertThat(page.select(".prose p").text()).isEqualTo("见计划、去年的、依据和值班。");
        assertThat(page.select("script, form, nav.menu, .foot-links, link[rel=alternate]"))
                .isEmpty();
        assertThat(broken(archive, "0003-bing/page.html")).isEmpty();
    }

    @Test
    @DisplayName("takes along the files that the style sheets of the site need")
    void styles() {
        site.file("assets/gongkai.css", "@import \"more/own.css\";\nbody { background: url(missing.png) }\n")
                .file("assets/more/own.css", "body { background: url('../images/paper.png?v=1') }\n")
                .file("assets/images/paper.png", Attachments.png());

        assertThat(archived("2024").paths())
                .contains(
                        "0001-ji-hua/styles/assets/images/paper.png",
                        "0001-ji-hua/styles/assets/more/own.css",
                        "0001-ji-hua/styles/assets/gongkai.css")
                .noneMatch(path -> path.endsWith("missing.png") || path.endsWith(".js"));
    }

    @Test
    @DisplayName("has no byte of what its audience cannot see")
    void canary() throws IOException {
        site.file("content/_data/site.yml", "公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: d}\n");
        archived("2024");
        byte[] without = Files.readAllBytes(zip);
        site.file("content/金丝雀.pdf", Attachments.pdf("canary"))
                .published("content/金丝雀一.md", "标题: 关于金丝雀的通知", "文种: 通知", "发布日期: 2024-02-01", "公开范围: 本单位", "附件: 金丝雀.pdf")
                .published("content/金丝雀二.md", "标题: 金丝雀的草稿", "文种: 通知", "发布日期: 2024-02-02", "状态: 草稿")
                .published("content/金丝雀三.md", "标题: 撤回的金丝雀", "文种: 通知", "发布日期: 2024-02-03", "状态: 已撤回", "撤回日期: 2024-02-04")
                .published("content/金丝雀四.md", "标题: 还没到的金丝雀", "文种: 通知", "发布日期: 2024-07-01")
                .published("content/金丝雀五.md", "标题: 过期的金丝雀", "文种: 通知", "发布日期: 2024-02-05", "失效日期: 2024-03-01");

        archived("2024");

        assertThat(Files.readAllBytes(zip)).isEqualTo(without);
        assertThat(column(archived("2024", "--audience", "党员"), 1)).contains("关于金丝雀的通知");
        assertThat(column(archived("2024", "--as-of", "2024-07-02"), 1)).contains("还没到的金丝雀");
    }

    @Test
    @DisplayName("is written with a remark if a source names a file that its audience cannot see")
    void namesOfHiddenFiles() {
        site.published("content/草稿.md", "标题: 还没写完", "文种: 通知", "发布日期: 2024-02-02", "状态: 草稿")
                .file("content/乙.md", "---\n标题: 乙\n发布日期: 2024-05-01\n---\n\n见[另一篇](草稿.md)。\n");

        assertThat(archive("2024").errors()).containsExactly(HINT, "提示：content/乙.md:6 链接到现在不公开的条目，从源文件里看得出它的文件名。");
        assertThat(archive("2023").errors()).containsExactly(HINT);
    }

    @Test
    @DisplayName("has the same bytes on every run, in any time zone and language, and replaces the file")
    void reproducible() throws IOException {
        archived("2024");
        byte[] first = Files.readAllBytes(zip);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            Files.writeString(zip, "an older file");
            archived("2024");
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }

        assertThat(Files.readAllBytes(zip)).isEqualTo(first);
    }

    @Test
    @DisplayName("of a commit does not have what was changed in the folder, and names the commit")
    void revision() {
        GitFolder git = new GitFolder(site.root());
        git.commit("2024-03-02", "某委员", "发布");
        String commit = git.git("rev-parse", "HEAD").strip();
        site.published("content/新.md", "标题: 关于新事的通知", "文种: 通知", "发布日期: 2024-05-01");

        Unzipped archive = archived("2024", "--rev", "HEAD");

        assertThat(column(archive, 1)).containsExactly("2024年工作计划", "关于值班的通知");
        assertThat(archive.text("说明.txt"))
                .startsWith("\uFEFF2024年度归档包\r\n")
                .contains("件数：2\r\n", "日期：按 2024-06-01 的情况整理\r\n", "提交：" + commit + "\r\n")
                .doesNotContainPattern("[^\r]\n");
        assertThat(archived("2024").text("说明.txt")).contains("件数：3\r\n", "提交：无（");
    }

    @Test
    @DisplayName("is not written if no entry is of that year")
    void emptyYear() {
        Ran ran = archive("2019");

        assertThat(ran).isEqualTo(new Ran(2, "", "没有 2019 年度的条目，没有写归档包；可以写：2024、2023。\n"));
        assertThat(zip).doesNotExist();
    }

    @Test
    @DisplayName("is not written if there is an error: the existing file stays, and nothing else is left")
    void errors() throws IOException {
        Files.writeString(zip, "an older file");
        site.file("content/错.md", "---\n标题: 错\n发布日期: 2024-05-01\n---\n\n![图](没有.png)\n");

        Ran ran = archive("2024");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("content/错.md:6:").endsWith("发现 1 个错误，改好以后才能归档；没有写归档包。\n");
        assertThat(zip).hasContent("an older file");
        assertThat(SiteFolder.files(folder).keySet())
                .filteredOn(path -> !path.startsWith("site/"))
                .containsExactly("归档.zip");
    }

    @Test
    @DisplayName("is not written on a full disk, of which nothing is taken")
    void fullDisk() throws IOException {
        try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "size=64k")) {
            zip = Files.writeString(disk.folder().resolve("2024.zip"), "an older file");

            Ran ran = archive("2024");

            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).startsWith("磁盘已满，写不下了").hasLineCount(1);
            assertThat(SiteFolder.files(disk.folder())).containsExactly(Map.entry("2024.zip", "an older file"));
        }
    }

    @Test
    @DisplayName("is written only where a file may stand")
    void target() throws IOException {
        for (Map.Entry<String, String> wrong : Map.of(
                        folder.toString(), "这是一个文件夹，请写文件名：",
                        folder.resolve("none/a.zip").toString(), "没有这个文件夹：",
                        site.root().resolve("content/a.zip").toString(), "不能")
                .entrySet()) {
            Ran ran = SiteFolder.run("archive", "2024", "-s", site.root(), "-o", wrong.getKey());
            assertThat(ran.status()).as(wrong.getKey()).isEqualTo(2);
            assertThat(ran.err()).startsWith(wrong.getValue());
        }
        assertThat(archive("二〇二四").err()).contains("请写成 2024 这样的年份");
        assertThat(archive("2024", "--audience", "特定对象").status()).isEqualTo(2);
        assertThat(Files.exists(zip)).isFalse();
    }
}
