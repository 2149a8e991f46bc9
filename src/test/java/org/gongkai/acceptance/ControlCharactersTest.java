package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.HtmlChecker;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Characters that nobody can see")
@Tag("slow")
class ControlCharactersTest {
    /** One of each kind: typed, as YAML has them between quotes, as HTML has them. */
    private static final String RAW = "\u0001\u001b\u007f\u0085\ufffe\ufdd0\ud83f\udfff";

    private static final String YAML = "\\x01\\e\\x7f\\x85\\ufffe\\ud800";
    private static final String HTML = "&#1;&#x1b;&#127;&#x85;&#xfffe;&#xd800;&#0;";

    /** AsciiDoc takes what is shorter or longer for text. */
    private static final String ASCIIDOC = "&#x1b;&#127;&#x85;&#xfffe;&#xd800;";

    @TempDir
    static Path folder;

    private static SiteFolder site;
    private static List<String> told;

    @BeforeAll
    static void build() {
        site = new SiteFolder(folder.resolve("site"))
                .file("content/_data/site.yml", "名称: \"演" + YAML + "示\"\n网址: https://a.example/\n联系: 电" + RAW + "话\n")
                .file("content/_data/organisation.yml", "支部: \"甲" + YAML + "支部\"\n党小组: [第" + RAW + "一党小组]\n")
                .file(
                        "content/a.md",
                        "---\n标题: \"甲" + YAML + "题\"\n发布日期: 2024-05-01\n栏目: \"通" + YAML + "知\"\n标签: [\"标" + YAML
                                + "签\", 签" + RAW + "二]\n发布机构: 第一" + RAW + "支部\n附件: [{文件: \"表" + YAML
                                + ".txt\", 名称: \"附" + YAML + "表\"}]\n---\n\n## 一" + HTML + "二\n\n正" + RAW + "文" + HTML
                                + "尾[链](b.adoc \"提" + HTML + "示\")。\n\n<p title=\"" + HTML + "\">网" + HTML + "页</p>\n")
                .file("content/表.txt", "表")
                .file(
                        "content/b.adoc",
                        "= 乙" + RAW + "题\n:发布日期: 2024-05-02\n:标签: 乙" + RAW + "签\n:own: 自" + RAW + "定\n\n== 节" + ASCIIDOC
                                + "节\n\n{own}正" + RAW + "文" + ASCIIDOC + "尾。\n")
                .file(
                        "content/c.html",
                        "title=丙" + RAW + "题\ndate=2024-05-03\n~~~~~~\n<h2>节" + HTML + "</h2><p title='" + HTML + "'>正"
                                + RAW + "文" + HTML + "</p>\n");
        new GitFolder(site.root()).commit("2024-06-01", "作\u0001者", "说\u0001明\u001b[2J");
        site.file("content/a.md", changing().replace("尾[", "尾，改过["))
                .file("content/d.md", "---\n标题: 丁\n发布日期: 2024-05-04\n---\n\n正文。\n");
        new GitFolder(site.root()).commit("2024-06-02", "作\u0001者", "又\u0085改");
        SiteFolder.Ran ran = site.build();
        assertThat(ran.status()).as(ran.err()).isZero();
        told = ran.problems();
    }

    private static String changing() {
        try {
            return Files.readString(site.root().resolve("content/a.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> output(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(site.output())) {
            return files.filter(file ->
                            Stream.of(endings).anyMatch(e -> file.toString().endsWith(e)))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("that change the direction of text are refused, wherever and however they were typed")
    void directions(@TempDir Path other) {
        for (int point : new int[] {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}) {
            String raw = Character.toString(point);
            String hex = Integer.toHexString(point);
            SiteFolder one = new SiteFolder(other.resolve(hex))
                    .file("content/_data/site.yml", "名称: 演" + raw + "示\n")
                    .file(
                            "content/a.md",
                            "---\n标题: 甲" + raw + "题\n发布日期: 2024-05-01\n标签: [\"签\\u" + hex + "二\"]\n---\n\n正" + raw
                                    + "文。\n")
                    .file("content/b.md", "---\n标题: 乙\n发布日期: 2024-05-01\n---\n\n正&#x" + hex + ";文&#" + point + ";尾。\n")
                    .file(
                            "content/e.md",
                            "---\n标题: 戊\n发布日期: 2024-05-01\n---\n\n[乙](b.md \"注&#x" + hex
                                    + ";一\")\n\n[甲]\n\n[甲]: a.md \"注&#" + point + ";二\"\n")
                    .file("content/c.adoc", "= 丙\n:发布日期: 2024-05-02\n\n正" + raw + "文。\n")
                    .file("content/丁" + raw + ".md", "---\n标题: 丁\n发布日期: 2024-05-01\n---\n\n正文。\n");

            SiteFolder.Ran ran = one.build();

            assertThat(ran.status()).isEqualTo(1);
            String name = "U+" + hex.toUpperCase(Locale.ROOT);
            String rest = "，读者看到的字的先后会和写的不一样；请删去这个字符，重新输入它两边的字";
            assertThat(ran.problems())
                    .contains(
                            "content/_data/site.yml:1:6: 错误 E417 这里有改变文字方向的控制字符（" + name + "）" + rest,
                            "content/a.md:2:6: 错误 E417 这里有改变文字方向的控制字符（" + name + "），连同后面的共 2 处" + rest,
                            "content/b.md:6:2: 错误 E417 这里有改变文字方向的控制字符（&#x" + hex + ";）" + rest,
                            "content/e.md:6:12: 错误 E417 这里有改变文字方向的控制字符（&#x" + hex + ";）" + rest,
                            "content/e.md:10:13: 错误 E417 这里有改变文字方向的控制字符（&#" + point + ";）" + rest,
                            "content/c.adoc:4:2: 错误 E417 这里有改变文字方向的控制字符（" + name + "）" + rest,
                            "content/丁?.md:1:1: 错误 E408 文件名里有控制字符或反斜杠；请改名，只用汉字、字母、数字、连字符和下划线")
                    .anyMatch(line -> line.startsWith("content/a.md:4:") && line.contains("E417"));
        }
    }

    @Test
    @DisplayName("are in no file that readers or their programs get")
    void nowhere() throws IOException {
        for (Path file : output(".html", ".xml", ".json", ".txt", ".css", ".js")) {
            boolean isPacked = file.getParent().endsWith("search");
            String text = Files.readString(file, isPacked ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
            assertThat(text.codePoints()
                            .filter(c -> c < ' ' && c != '\n' && c != '\t'
                                    || c >= 0x7f && c < 0xa0
                                    || (c & 0xfffe) == 0xfffe
                                    || c >= 0xfdd0 && c <= 0xfdef)
                            .mapToObj(Integer::toHexString))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("break neither feeds nor site maps")
    void feeds() throws Exception {
        List<Path> files = output(".xml");
        assertThat(files).extracting(f -> f.getFileName().toString()).contains("feed.xml", "sitemap.xml");
        for (Path file : files) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        }
        assertThat(site.page("feed.xml")).contains("<title>甲题</title>", "<title>乙题</title>", "<title>丙题</title>");
    }

    @Test
    @DisplayName("leave pages that are as HTML has it, with all text around them")
    void pages() throws Exception {
        HtmlChecker checker = new HtmlChecker();
        for (Path file : output(".html")) {
            assertThat(checker.errors(Files.readAllBytes(file)))
                    .as(file.toString())
                    .isEmpty();
        }
        List<String> bodies = output(".html").stream()
                .map(file -> site.html(site.output().relativize(file).toString()))
                .map(page -> page.select("main").text())
                .toList();
        assertThat(bodies)
                .anyMatch(text -> text.contains("甲题") && text.contains("一二") && text.contains("正文尾，改过链"))
                .anyMatch(text -> text.contains("自定正文尾。"))
                .anyMatch(text -> text.contains("丙题") && text.contains("正文"));
    }

    @Test
    @DisplayName("are told with their places, wherever they were typed")
    void places() {
        assertThat(told.stream().map(line -> line.replaceAll("(W416) .*?（(.*?)）.*", "$1 $2")))
                .contains(
                        "content/_data/site.yml:1:5: 警告 W416 U+0001",
                        "content/_data/site.yml:3:6: 警告 W416 U+0001",
                        "content/a.md:2:5: 警告 W416 U+0001",
                        "content/a.md:4:5: 警告 W416 U+0001",
                        "content/a.md:5:6: 警告 W416 U+0001",
                        "content/a.md:10:5: 警告 W416 &#1;",
                        "content/b.adoc:1:4: 警告 W416 U+0001",
                        "content/c.html:1:8: 警告 W416 U+0001",
                        "content/c.html:4:6: 警告 W416 &#1;");
    }
}
