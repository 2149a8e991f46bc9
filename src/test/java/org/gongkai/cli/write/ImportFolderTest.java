package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import of many documents of another site at once. */
@Tag("slow")
class ImportFolderTest extends SiteFixture {

    private Path old;

    @BeforeEach
    void aSiteAndAFolder() throws Exception {
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
        old = Files.createDirectories(folder.resolve("旧站"));
    }

    private void document(String path, String text) throws Exception {
        Path file = old.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Ran imports(String... more) {
        return run("import", old, "-s", site.root(), more);
    }

    private String body(String path) throws Exception {
        return Files.readString(site.root().resolve(path)).replaceFirst("(?s)\\A---\n.*?\n---\n\n", "");
    }

    /** What is said of links and whether drafts can be built. */
    private List<String> aboutLinks(Ran ran) {
        Ran built = site.build("--drafts");
        assertThat(built.status()).as(built.err()).isZero();
        return ran.out().lines().filter(line -> line.contains("链接")).toList();
    }

    @Test
    void linksWithinTheFormerSiteKeepTheirTextsAndAreTold() throws Exception {
        document(
                "SUMMARY.md",
                """
                # 目录

                * [开会](./ch1/meeting.md#二、程序)
                    * [缴费](<ch1/%E7%BC%B4%E8%B4%B9.md> "党费")、[缴[费]](ch1/缴费.html)、[外站](https://example.com/)
                """);
        document(
                "ch1/README.md",
                "# 第一章\n\n先看[开会][m]，[回到\n目录](../SUMMARY.md)，[下面](#下面)。\n\n## 下面\n\n[m]:\n  meeting.md\n");
        document(
                "ch1/缴费.md",
                "# 缴费\n\n<a href='x.md' target=\"_blank\">旧文</a>，`[a](meeting.md)`，[文件](ftp://example.com/a)。\n");

        List<String> said = aboutLinks(imports());

        assertThat(body("content/文章/2024/目录.md"))
                .isEqualTo("* 开会\n    * [缴费](<缴费.md> \"党费\")、缴[费]、[外站](https://example.com/)\n");
        assertThat(body("content/文章/2024/第一章.md")).isEqualTo("先看开会，[回到\n目录](目录.md)，[下面](#下面)。\n\n## 下面\n");
        assertThat(body("content/文章/2024/缴费.md")).isEqualTo("旧文，`[a](meeting.md)`，文件。\n");
        assertThat(said)
                .contains(
                        "  没有导入：第3行，链接“开会”指向原来网站的 meeting.md，只留下文字；要链接请改写成本站的条目或附件",
                        "  没有导入：第3行，链接“旧文”指向原来网站的 x.md，只留下文字；要链接请改写成本站的条目或附件",
                        "  没有导入：第3行，链接“文件”的地址 ftp://example.com/a 在网页上打不开，只留下文字");
    }

    @Test
    void tagsOfTemplatesStayTextAndAreTold() throws Exception {
        document(
                "content/post/a.md",
                "+++\ntitle = \"甲\"\ndate = 2016-01-01\n+++\n[乙]({{< refs \"b.md\" >}})、{% post_link f 己文 %}、[丁]({{ site.repository\n}}/issues/2)\n");

        Ran ran = imports();

        assertThat(body("content/文章/2016/甲.md"))
                .isEqualTo("[乙]({{< refs \"b.md\" >}})、{% post_link f 己文 %}、[丁]({{ site.repository\n}}/issues/2)\n");
        assertThat(ran.out())
                .contains(
                        "第5行，{{< refs \"b.md\" >}} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n",
                        "第5行，{% post_link f 己文 %} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n",
                        "第5行，{{ site.repository }} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n");
    }

    @Test
    void referencesOfHugoLeadToWhatCameAlong() throws Exception {
        document(
                "content/post/a.md",
                "---\ntitle: 甲\n---\n[乙]({{< ref \"b.md\" >}})、[戊]({{% relref \"/post/b\" %}})、<a href=\"{{< ref `b.md` >}}\">己</a>、"
                        + "[丁]({{< ref \"gone.md#x\" >}})、[丙][c]、`{{< ref \"b.md\" >}}`、{{< ref \"b\" >}}、{{< relref \"gone\" >}}\n\n[c]: ../c.md\n");
        document("content/post/b.md", "---\ntitle: 乙\ndate: 2016-01-01\n---\n正文。\n");
        document("content/c.md", "---\ntitle: 丙\ndate: 2017-01-01\n---\n正文。\n");

        List<String> said = aboutLinks(imports());

        assertThat(body("content/文章/2024/甲.md"))
                .isEqualTo("[乙](../2016/乙.md)、[戊](../2016/乙.md)、<a href=\"../2016/乙.md\">己</a>、丁、[丙][c]、"
                        + "`{{< ref \"b.md\" >}}`、[乙](../2016/乙.md)、gone.md\n\n[c]: ../2017/丙.md\n");
        assertThat(said)
                .containsExactly(
                        "  没有导入：第4行，链接“丁”指向原来网站的 gone.md#x，只留下文字；要链接请改写成本站的条目或附件",
                        "  没有导入：第4行，链接“gone.md”指向原来网站的 gone，只留下文字；要链接请改写成本站的条目或附件");
    }

    @Test
    void aReferenceToWhatWasNotImportedLeavesItsText() throws Exception {
        document("b.md", "---\ntitle: 乙\n---\n正文。\n");
        document("a.md", "---\ntitle: 甲\n---\n见[乙](b.md)。\n");

        Ran ran = run("import", old.resolve("a.md"), "-s", site.root());

        assertThat(body("content/文章/2024/甲.md")).isEqualTo("见乙。\n");
        assertThat(ran.err()).contains("a.md：链接“乙”指向的那一篇没有一起导入，只留下文字");
    }

    /** Each with the column and the tags that become of it; “search/” is the address of a page of the site itself. */
    @ParameterizedTest
    @CsvSource({"Search, 文章, Search", "java, 文章, java", "Java, Java, ''", "Articles, 文章, Articles", "Blog, 文章, Blog"})
    void categoriesNeverHaveTheSameAddress(String category, String column, String tag) throws Exception {
        document("a.md", "---\ntitle: 甲\ncategories: Java\npermalink: /blog/\n---\n正文。\n");
        document("b.md", "---\ntitle: 乙\ncategories: " + category + "\n---\n正文。\n");

        imports();

        assertThat(site.build("--drafts").status()).isZero();
        String entry = Files.readString(site.root().resolve("content/" + column + "/2024/乙.md"));
        assertThat(entry.contains("标签: [" + category + "]")).isEqualTo(!tag.isEmpty());
    }

    @Test
    void aFormerAddressThatAnotherDocumentStatesOrTheSiteHasIsTold() throws Exception {
        document("a.md", "---\ntitle: 甲\npermalink: /first/\n---\n正文。\n");
        document(
                "b.md", "---\ntitle: 乙\naliases: [/First/index.html, /second, tags/, rules/, search.html]\n---\n正文。\n");

        Ran ran = imports();

        assertThat(site.build("--drafts").status()).isZero();
        assertThat(ran.out())
                .contains(
                        "  没有导入：文件头，旧址 First/index.html 已经是另一条的，没有导入\n",
                        "  没有导入：文件头，旧址 tags/ 是本站自用的，没有导入\n",
                        "  没有导入：文件头，旧址 rules/ 是本站自用的，没有导入\n",
                        "  没有导入：文件头，旧址 search.html 是本站自用的，没有导入\n");
        assertThat(Files.readString(site.root().resolve("content/文章/2024/乙.md")))
                .contains("旧址: [second]\n");
    }
}
