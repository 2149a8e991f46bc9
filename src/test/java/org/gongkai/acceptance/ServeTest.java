package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.ServedSite;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("The preview")
class ServeTest extends SiteFixture {

    private static final String MEETING = "content/通知/开会.md";
    private static final String MEETING_PAGE = "notices/2025/kai-hui.html";
    private static final String[] HEADER = {"标题: 关于召开党员大会的通知", "发布日期: 2025-03-03", "栏目: 通知"};

    private Path temporary;

    @BeforeEach
    void write() throws IOException {
        site.published(MEETING, HEADER)
                .published("content/通知/草稿.md", "标题: 没写完的通知", "发布日期: 2025-03-09", "栏目: 通知", "状态: 草稿")
                .published("content/通知/以后.md", "标题: 以后的事", "发布日期: 2031-12-01", "栏目: 通知");
        temporary = Files.createDirectories(folder.resolve("tmp"));
    }

    /** In the process of the tests. */
    private ServedSite serve() {
        return ServedSite.of(BuildRequest.of(site.root()));
    }

    /** As users start it. */
    private ServedSite process(String... more) {
        String[] args = Stream.concat(Stream.of("serve", "-s", site.root().toString()), Stream.of(more))
                .toArray(String[]::new);
        return ServedSite.start(temporary, args);
    }

    private void write(String body) throws IOException {
        site.published(MEETING, HEADER);
        String header = Files.readString(site.root().resolve(MEETING)).replaceFirst("正文。\n$", "");
        site.file(MEETING, header + body);
    }

    /** Waits for a text on a page that reloads by itself, which ends the scripts of the browser. */
    private static void awaitText(Browser browser, String text) throws InterruptedException {
        for (int i = 0; i < 1_500 && !text(browser).contains(text); i++) {
            Thread.sleep(20);
        }
        assertThat(text(browser)).contains(text);
    }

    private static String text(Browser browser) {
        return (String) browser.run("return document.body ? document.body.innerText : ''");
    }

    @Test
    @DisplayName("shows what is saved, without a reload by hand")
    void followsTheFile(Browser browser) throws Exception {
        try (ServedSite served = process()) {
            browser.open(served.at(MEETING_PAGE));
            assertThat(browser.find("article h1").getText()).isEqualTo("关于召开党员大会的通知");
            assertThat(browser.find(".gkp-strip").getText()).startsWith("预览 这不是已发布的站点。");

            write("定于3月10日召开。\n");
            awaitText(browser, "定于3月10日召开。");

            write("见[通知](没有.md)。\n");
            assertThat(served.printed("E201")).startsWith(MEETING + ":").contains("没有.md");
            assertThat(served.printed("现在有")).startsWith("现在有 1 个错误，");
            assertThat(browser.console()).noneMatch(line -> line.contains("Content Security Policy"));
        }
    }

    @Test
    @DisplayName("puts a problem beside its paragraph and in a list, with its explanation")
    void problems(Browser browser) throws Exception {
        write("第一段没有问题。\n\n第二段见[通知](没有.md)。\n\n第三段没有问题。\n");
        try (ServedSite served = serve()) {
            browser.open(served.at(MEETING_PAGE));

            assertThat(browser.find(".gkp-box summary").getText()).isEqualTo("本条有1个错误");
            assertThat(browser.find(".gkp-box li").getText()).contains("E201").contains("没有.md");
            assertThat((String)
                            browser.run("return document.querySelector('.gkp-note').previousElementSibling.innerText"))
                    .startsWith("第二段见");
            browser.open(served.at("_preview/problems"));
            awaitText(browser, MEETING);
            assertThat(browser.find("h2 a").getText()).isEqualTo(MEETING);
            browser.open(served.at("_preview/explain/E201"));
            assertThat(browser.find("h1").getText()).startsWith("E201 ");
        }
    }

    @Test
    @DisplayName("shows the problems of a header that cannot be read where the entry was, until it is mended")
    void brokenHeader(Browser browser) throws Exception {
        try (ServedSite served = serve()) {
            browser.open(served.at(MEETING_PAGE));

            site.file(MEETING, "---\n标题: [\n---\n\n正文。\n");
            awaitText(browser, "这一条还不能显示");
            assertThat(browser.find(".gkp-problems pre").getText()).isNotEmpty();

            write("又好了。\n");
            awaitText(browser, "又好了。");
        }
    }

    @Test
    @DisplayName("marks drafts and what is not due, on their pages and in lists, and hides them without --drafts")
    void marks(Browser browser) {
        try (ServedSite served = process("--drafts")) {
            browser.open(served.at("notices/2025/cao-gao.html"));
            assertThat(browser.find(".gkp-strip").getText()).startsWith("预览 草稿 本条是草稿，发布时不会出现。");
            browser.open(served.at("notices/2031/yi-hou.html"));
            assertThat(browser.find(".gkp-strip").getText()).startsWith("预览 未到发布日期 本条从2031年12月1日起才公开。");
            browser.open(served.at("notices/index.html"));
            assertThat(browser.findAll("main .gkp-mark"))
                    .extracting(it -> it.getText())
                    .containsExactlyInAnyOrder("草稿", "未到发布日期");
        }
        try (ServedSite served = serve()) {
            browser.open(served.at("notices/index.html"));
            assertThat(text(browser)).doesNotContain("没写完的通知").doesNotContain("以后的事");
            assertThat(served.status("notices/2025/cao-gao.html")).isEqualTo(404);
            assertThat(served.get("notices/2025/cao-gao.html")).contains("启动时加上 --drafts 就可以预览");
        }
    }

    @Test
    @DisplayName("sees new files, deleted ones, settings, styles and templates")
    void otherFiles() throws IOException {
        try (ServedSite served = serve()) {
            site.published("content/通知/检修.md", "标题: 泵房检修", "发布日期: 2025-03-04", "栏目: 通知");
            served.await("notices/index.html", page -> page.contains("泵房检修"));
            site.delete("content/通知/检修.md");
            served.await("notices/index.html", page -> !page.contains("泵房检修"));
            site.file("content/_data/site.yml", "名称: 第三党支部\n");
            served.await("index.html", page -> page.contains("第三党支部"));
            site.file("assets/gongkai.css", "body { color: #123456; }\n");
            served.await("assets/gongkai.css", css -> css.contains("#123456"));
            site.file("templates/footer.ftl", "<footer>自己的页脚</footer>\n");
            served.await("index.html", page -> page.contains("自己的页脚"));
            site.file("templates/index.ftl", "<#if>\n");
            assertThat(served.await("index.html", page -> page.contains("模板不能使用")))
                    .contains("templates/index.ftl");
            site.delete("templates/index.ftl");
            served.await("index.html", page -> page.contains("第三党支部"));
        }
    }

    @Test
    @DisplayName("follows a branch, whatever lies in the folder")
    void branch() throws IOException {
        GitFolder git = new GitFolder(site.root());
        git.commit("2025-03-03", "张三", "第一稿");
        git.git("branch", "draft");
        try (ServedSite served = process("--rev", "draft")) {
            write("文件夹里的改动。\n");
            assertThat(served.get(MEETING_PAGE)).contains("正文。").doesNotContain("文件夹里的改动。");
            git.commit("2025-03-04", "张三", "第二稿");
            git.git("branch", "-f", "draft", "HEAD");
            served.await(MEETING_PAGE, page -> page.contains("文件夹里的改动。"));
        }
    }

    @Test
    @DisplayName("runs twice at a time, writes nothing into the site, and leaves nothing behind")
    void leavesNothing() throws IOException {
        var before = SiteFolder.files(site.root());
        try (ServedSite one = process();
                ServedSite two = process("--drafts")) {
            assertThat(one.line()).matches("预览：http://127\\.0\\.0\\.1:\\d+/ （只有本机能打开；按 Ctrl-C 结束）");
            assertThat(one.at("")).isNotEqualTo(two.at(""));
            one.await("_preview/problems", page -> !page.contains("正在检查"));
            assertThat(one.status("search.html")).isEqualTo(200);
            assertThat(two.status(MEETING_PAGE)).isEqualTo(200);
        }
        assertThat(SiteFolder.files(site.root())).isEqualTo(before);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("gongkai-")))
                    .isEmpty();
        }
    }

    @Test
    @Promise("it gives out only what the previewed site")
    @DisplayName("gives out nothing but the files of the site")
    void files() throws IOException {
        site.file("secret.txt", "不公开");
        site.file("content/通知/附件.txt", "没有条目用到");
        Files.createSymbolicLink(
                site.root().resolve("content/通知/链接.txt"), site.root().resolve("secret.txt"));
        Files.createSymbolicLink(site.root().resolve("content/通知/夹"), site.root());
        try (ServedSite served = serve()) {
            for (String path : List.of(
                    "secret.txt",
                    "../secret.txt",
                    "%2e%2e/secret.txt",
                    "assets/..%2f..%2fsecret.txt",
                    MEETING,
                    "content/通知/附件.txt",
                    "notices/2025/链接.txt",
                    "notices/2025/夹/secret.txt",
                    "_preview/../secret.txt",
                    "_preview/PreviewHandler.class")) {
                String encoded = path.replace("通知", "%E9%80%9A%E7%9F%A5")
                        .replace("开会", "%E5%BC%80%E4%BC%9A")
                        .replace("附件", "%E9%99%84%E4%BB%B6")
                        .replace("链接", "%E9%93%BE%E6%8E%A5")
                        .replace("夹", "%E5%A4%B9");
                assertThat(served.status(encoded)).as(path).isBetween(400, 404);
                assertThat(served.get(encoded)).as(path).doesNotContain("不公开");
            }
        }
    }

    @Test
    @DisplayName("says in one sentence why it does not start")
    void refusals() {
        try (ServedSite served = serve()) {
            String port = String.valueOf(served.at("").getPort());
            SiteFolder.Ran ran = SiteFolder.run("serve", "-s", site.root().toString(), "--port", port);
            assertThat(ran.status()).isEqualTo(3);
            assertThat(ran.err()).contains("端口 " + port + " 已被占用").hasLineCount(1);
            // Told before the site is read, which may take a while.
            assertThat(SiteFolder.run("serve", "-s", site.root(), "--port", port, "--audience", "没有")
                            .err())
                    .isEqualTo(ran.err());
        }
        assertThat(SiteFolder.run("serve", "-s", site.root(), "--port", "70000").err())
                .isEqualTo("端口要在 0 到 65535 之间：70000。\n");
        assertThat(SiteFolder.run("desk", "-s", site.root() + "没有", "--port", "70000")
                        .err())
                .isEqualTo("端口要在 0 到 65535 之间：70000。\n");
        assertThat(SiteFolder.run("serve", "-s", site.root(), "--rev", "没有").status())
                .isEqualTo(2);
    }
}
