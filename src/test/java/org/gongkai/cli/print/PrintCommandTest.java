package org.gongkai.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused; a program that prints nothing stands in for the browser. */
@Tag("slow")
@DisplayName("print")
class PrintCommandTest extends SiteFixture {

    private static final Map<String, String> SILENT = Map.of("GONGKAI_CHROMIUM", "/bin/true");

    @BeforeEach
    void aSite() {
        site.file("content/_data/site.yml", "名称: 甲支部\n网址: http://a.example/dw/\n")
                .entry("content/通知/值班.md", "标题: 值班安排", "发布日期: 2024-05-01")
                .entry("content/通知/会.md", "标题: 会", "发布日期: 2024-05-01", "状态: 草稿");
    }

    @Test
    @DisplayName("says where there is no browser, before it builds anything")
    void noBrowser() {
        Ran ran = print(Map.of("PATH", ""), "index.html");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo("这台电脑上没有找到可以用来打印的浏览器（Chromium、Chrome、Edge 或 360）；"
                        + "请装上一个，或用环境变量 GONGKAI_CHROMIUM 写明它的程序在哪里。\n");
        assertThat(pdf()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/browser", "/", "\0"})
    @DisplayName("says that the named browser is none")
    void namedBrowserIsNone(String named) {
        Ran ran = print(Map.of("GONGKAI_CHROMIUM", named), "index.html");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("环境变量 GONGKAI_CHROMIUM 指的不是可以运行的浏览器程序：")
                .hasLineCount(1);
    }

    @Test
    @Promise("They are files without their scripts")
    @Promise("the browser has a proxy and names")
    @Promise("For root Chromium starts without its sandbox only")
    @DisplayName("gives the browser a file without scripts, a profile of its own, no way out and no port")
    void whatTheBrowserGets() throws Exception {
        Path asked = folder.resolve("asked");
        Path browser = Files.writeString(
                folder.resolve("browser"),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" >" + asked + "\nfor last; do :; done\ncp \"${last#file://}\" " + asked
                        + ".html\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();

        print(Map.of("GONGKAI_CHROMIUM", browser.toString()), "index.html");

        List<String> words = Files.readAllLines(asked);
        assertThat(words)
                .contains(
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--proxy-server=http://127.0.0.1:9",
                        "--proxy-bypass-list=<-loopback>")
                .noneMatch(word -> word.startsWith("--remote-debugging"));
        assertThat(words.contains("--no-sandbox"))
                .isEqualTo(System.getProperty("user.name").equals("root"));
        assertThat(words.get(words.size() - 1)).startsWith("file:///");
        assertThat(words.stream().filter(word -> word.startsWith("--user-data-dir=")))
                .singleElement()
                .satisfies(word ->
                        assertThat(Path.of(word.replaceFirst(".*?=", ""))).doesNotExist());
        Document page = Jsoup.parse(Files.readString(Path.of(asked + ".html")));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.head().child(0).attr("content"))
                .isEqualTo(
                        "default-src 'none'; style-src file: 'unsafe-inline'; img-src file: data:; font-src file: data:");
    }

    @Test
    @DisplayName("says that the browser wrote nothing, and leaves an earlier file as it was")
    void browserPrintsNothing() throws Exception {
        Files.writeString(pdf(), "earlier");

        Ran ran = print(SILENT, "index.html");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).isEqualTo("浏览器没有打印出来（退出状态 0）：/bin/true。\n");
        assertThat(pdf()).hasContent("earlier");
    }

    @ParameterizedTest
    @Promise("Printing gives pages of the site")
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "http://b.example/index.html",
                "http://a.example/index.html",
                "javascript:alert(1)",
                "wenzhang/../../index.html",
                "assets/print.css",
                "manifest.json",
                "\0"
            })
    @DisplayName("refuses whatever is no page of the site")
    void noPage(String address) {
        Ran ran = print(SILENT, "index.html", address);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("站点里没有这一页，没有打印：").hasLineCount(1);
        assertThat(pdf()).doesNotExist();
    }

    @Test
    @DisplayName("offers what was probably meant")
    void nearest() {
        assertThat(print(SILENT, "sitmap.html").err()).isEqualTo("站点里没有这一页，没有打印：sitmap.html；您是不是要写“sitemap.html”。\n");
        assertThat(print(SILENT, "content/通知/会.md").err())
                .isEqualTo("站点里没有这一页，没有打印：content/通知/会.md；它不是条目，或者没有公开（草稿和没到发布日期的，加上 --drafts）。\n");
    }

    @ParameterizedTest
    @Promise("Printing gives pages of the site")
    @ValueSource(
            strings = {
                "articles/2024/tong-zhi-zhi-ban.html",
                "/articles/2024/tong-zhi-zhi-ban.html",
                "http://a.example/dw/articles/2024/tong-zhi-zhi-ban.html#a",
                "http://a.example/dw/",
                "years/2024",
                "years/2024/",
                "content/通知/值班.md",
                "./content/通知/值班.md",
                "content\\通知\\值班.md"
            })
    @DisplayName("takes addresses, full and short, and sources of entries")
    void page(String typed) {
        assertThat(print(SILENT, typed).err()).startsWith("浏览器没有打印出来");
    }

    @Test
    @DisplayName("takes the path of a source from the current folder")
    void pathOfTheMachine() {
        assertThat(print(SILENT, site.root().resolve("content/通知/值班.md").toString())
                        .err())
                .startsWith("浏览器没有打印出来");
    }

    @Test
    @DisplayName("wants a month for the notice wall, and for nothing else")
    void month() {
        assertThat(print(SILENT, "wall").err()).isEqualTo("请用 --month 写明打印哪一个月的公开栏张贴稿，如 --month 2025-03。\n");
        assertThat(print(SILENT, "index.html", "--month", "2024-03").err())
                .isEqualTo("--month 只和 wall 一起用，如 print wall --month 2024-03。\n");
        assertThat(print(SILENT, "wall", "--month", "2024-13").err())
                .isEqualTo("--month 的值“2024-13”不对：请写成 2025-03 这样的月份。用法见 gongkai print --help\n");
        assertThat(print(SILENT, "wall", "--month", "2024-03").err())
                .isEqualTo("站点里没有这一页，没有打印：registers/wall/2024-03.html；这个月没有要张贴的内容。\n");
        assertThat(print(SILENT, "wall").status()).isEqualTo(2);
    }

    @Test
    @DisplayName("prints for an audience only what that audience sees")
    void audience() {
        site.file(
                        "content/_data/site.yml",
                        "名称: 甲支部\n公开对象:\n  - {名称: 本单位, 范围: [社会, 本单位]}\n  - {名称: 群众, 范围: [社会], 目录: qun}\n")
                .published("content/内部.md", "标题: 内部", "发布日期: 2024-05-01", "公开范围: 本单位");

        assertThat(print(SILENT, "content/内部.md").err()).startsWith("浏览器没有打印出来");
        assertThat(print(SILENT, "content/内部.md", "--audience", "群众").err()).startsWith("站点里没有这一页，没有打印：content/内部.md；");
        assertThat(print(SILENT, "content/内部.md", "--audience", "特定对象").status())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("prints no pages of a JBake project")
    void jbake() {
        SiteFolder project = new SiteFolder(folder.resolve("jbake"))
                .file("jbake.properties", "render.feed=false\n")
                .file("content/a.md", "title=A\ndate=2024-01-02\ntype=post\nstatus=published\n~~~~~~\n\nText.\n");

        Ran ran = SiteFolder.run(SILENT, "print", "a.html", "-s", project.root(), "-o", pdf());

        assertThat(ran).isEqualTo(new Ran(2, "", "JBake 项目的网页不能打印成 PDF，请用浏览器打开生成的网页打印。\n"));
    }

    @Test
    @DisplayName("prints nothing of a site with errors")
    void errors() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-13-01");

        Ran ran = print(SILENT, "index.html");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errors()).first().asString().startsWith("content/a.md:3:7: 错误 E123 ");
        assertThat(ran.errors()).last().isEqualTo("发现 1 个错误，改好以后才能打印；没有写文件。");
    }

    @Test
    @DisplayName("makes the pages that it prints and no others, whose mistakes do not matter")
    void onlyThePage() {
        site.file("content/错.md", "---\n标题: 错\n发布日期: 2024-05-01\n---\n\n![图](没有.png)\n");

        assertThat(print(SILENT, "content/通知/值班.md").err()).startsWith("浏览器没有打印出来");
        assertThat(print(SILENT, "content/错.md").errors()).first().asString().startsWith("content/错.md:6:");
    }

    @Test
    @DisplayName("prints no page that tells what its audience may not see")
    void leak() {
        site.entry("content/内部.md", "标题: 关于内部摸底情况的通知", "发布日期: 2024-05-01", "状态: 草稿")
                .file("templates/paper.ftl", "<h1>${content.title}</h1><p>关于内部摸底情况的通知</p>");

        Ran ran = print(SILENT, "content/通知/值班.md");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.errors()).first().asString().startsWith("content/内部.md:").contains("E305");
        assertThat(pdf()).doesNotExist();
    }

    @Test
    @DisplayName("refuses a folder as the file, a file without a folder, and one in the source")
    void wrongTarget() {
        assertThat(into(folder.toString()).err()).isEqualTo("这是一个文件夹，请写文件名：" + folder + "。\n");
        assertThat(into(folder + "/no/a.pdf").err()).isEqualTo("没有这个文件夹：" + folder + "/no。\n");
        assertThat(into(site.root() + "/content/a.pdf").err()).startsWith("不能把站点写进 content 文件夹：");
        assertThat(into(folder.toString()).status()).isEqualTo(2);
    }

    private Ran into(String target) {
        return SiteFolder.run(SILENT, "print", "index.html", "-s", site.root(), "-o", target);
    }

    private Path pdf() {
        return folder.resolve("a.pdf");
    }

    private Ran print(Map<String, String> environment, String... pages) {
        return SiteFolder.run(environment, "print", pages, "-s", site.root(), "-o", pdf());
    }
}
