package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import of many documents of another site at once. */
@Tag("slow")
class ImportFolderTest {

    @TempDir
    private Path folder;

    private SiteFolder site;
    private Path old;

    @BeforeEach
    void anEmptySite() throws Exception {
        site = new SiteFolder(folder.resolve("site")).file("content/_data/site.yml", "机构代码: SLSW01\n");
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
    void linksOfABookLeadToTheEntriesOfItsChapters() throws Exception {
        document("README.md", "# 手册\n\n[目录](SUMMARY.md)\n");
        document(
                "SUMMARY.md",
                """
                # 目录

                * [第一章](ch1/README.md)
                    * [开会](./ch1/meeting.md#二、程序)
                    * [缴费](<ch1/%E7%BC%B4%E8%B4%B9.md> "党费")、[缴[费]](ch1/缴费.html)、[没有](ch1/none.md)
                """);
        document(
                "ch1/README.md",
                "# 第一章\n\n先看[开会][m]，[回到\n目录](../SUMMARY.md)，[首页](../)，[报告](a.pdf)。\n\n[m]:\n  meeting.md\n");
        document("ch1/meeting.md", "# 开会\n\n## 一、准备\n\n见[程序](#二、程序)，[结果](#三结果)。\n\n## 二、程序\n\n[缴费](缴费.md#no)\n");
        document("ch1/缴费.md", "# 缴费\n\n<a href=\"meeting.md#一准备\">怎么准备</a>，<a href='x.md'>旧文</a>，`[a](meeting.md)`。\n");

        List<String> said = aboutLinks(imports());

        assertThat(body("content/文章/2024/手册.md")).isEqualTo("[目录](目录.md)\n");
        assertThat(body("content/文章/2024/目录.md"))
                .isEqualTo(
                        """
                        * [第一章](第一章.md)
                            * [开会](开会.md#二-程序)
                            * [缴费](<缴费.md> "党费")、[缴[费]](缴费.md)、没有
                        """);
        assertThat(body("content/文章/2024/第一章.md")).isEqualTo("先看[开会](开会.md)，[回到\n目录](目录.md)，[首页](手册.md)，报告。\n");
        assertThat(body("content/文章/2024/开会.md")).isEqualTo("## 一、准备\n\n见[程序](#二-程序)，结果。\n\n## 二、程序\n\n[缴费](缴费.md)\n");
        assertThat(body("content/文章/2024/缴费.md")).isEqualTo("<a href=\"开会.md#一准备\">怎么准备</a>，旧文，`[a](meeting.md)`。\n");
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "  没有导入：第5行，链接“没有”指向原来网站的 ch1/none.md，只留下文字；要链接请改写成本站的条目或附件",
                        "  没有导入：第4行，链接“报告”指向原来网站的 a.pdf，只留下文字；要链接请改写成本站的条目或附件",
                        "  没有导入：第5行，链接“结果”指向本文没有的位置 #三结果，只留下文字",
                        "  说明：第9行，链接“缴费”指向的 缴费.md#no 里没有这个位置，改为链接整篇",
                        "  没有导入：第3行，链接“旧文”指向原来网站的 x.md，只留下文字；要链接请改写成本站的条目或附件");
    }

    @Test
    void linksOfJekyllAreFollowed() throws Exception {
        document(
                "_posts/2016-02-10-t1.md",
                """
                ---
                title: 甲
                permalink: /first/
                ---
                [乙]({% post_url 2016-03-01-t2 %})和<a href="{{ site.baseurl }}/_posts/2016-03-01-t2.markdown">又一次</a>，
                [没有]({{ site.baseurl }}/2016/01/01/none.html)、[页]({{ "/about/" | relative_url }})。
                """);
        document(
                "_posts/2016-03-01-t2.markdown",
                "---\ntitle: 乙\n---\n[甲](/first/)、[文件](ftp://example.com/a)、<ftp://example.com/b>。\n");
        document("about.html", "<title>关于本支部</title><p>第一篇是<a href=\"_posts/2016-02-10-t1.html\">甲</a>。</p>");

        List<String> said = aboutLinks(imports());

        assertThat(body("content/文章/2016/甲.md"))
                .isEqualTo(
                        """
                        [乙]({% post_url 2016-03-01-t2 %})和<a href="乙.md">又一次</a>，
                        没有、[页]({{ "/about/" | relative_url }})。
                        """);
        assertThat(body("content/文章/2016/乙.md")).isEqualTo("[甲](甲.md)、文件、<ftp://example.com/b>。\n");
        assertThat(body("content/文章/2024/关于本支部.md")).isEqualTo("第一篇是[甲](../2016/甲.md)。\n");
        assertThat(said)
                .containsExactly(
                        "  没有导入：第6行，链接“没有”指向原来网站的 /2016/01/01/none.html，只留下文字；要链接请改写成本站的条目或附件",
                        "  没有导入：第4行，链接“文件”的地址 ftp://example.com/a 在网页上打不开，只留下文字");
    }

    @Test
    void linksAreFollowedAndTagsStayText() throws Exception {
        document(
                "content/post/a.md",
                "+++\ntitle = \"甲\"\ndate = 2016-01-01\n+++\n[乙]({{< ref \"b.md\" >}})、[丙](/other/c/#一节)、[丁](../../docs/d/)、{% post_link f 己文 %}\n");
        document("content/post/b.md", "+++\ntitle = \"乙\"\ndate = 2016-01-01\n+++\n[甲](../a/)\n");
        document("content/other/c/index.md", "+++\ntitle = \"丙\"\ndate = 2016-01-01\n+++\n## 一节\n\n[甲](/post/a/)\n");

        Ran ran = imports();
        List<String> said = aboutLinks(ran);

        assertThat(body("content/文章/2016/甲.md"))
                .isEqualTo("[乙]({{< ref \"b.md\" >}})、[丙](丙.md#一节)、丁、{% post_link f 己文 %}\n");
        assertThat(body("content/文章/2016/乙.md")).isEqualTo("[甲](甲.md)\n");
        assertThat(body("content/文章/2016/丙.md")).isEqualTo("## 一节\n\n[甲](甲.md)\n");
        assertThat(said).containsExactly("  没有导入：第5行，链接“丁”指向原来网站的 ../../docs/d/，只留下文字；要链接请改写成本站的条目或附件");
        assertThat(ran.out())
                .contains(
                        "第5行，{{< ref \"b.md\" >}} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n",
                        "第5行，{% post_link f 己文 %} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n");
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
    void anAddressThatATemplateComputesIsTold() throws Exception {
        document("a.md", "# 甲\n\n[资料][2]，[再\n问]({{ site.repository\n}}/issues/2)。\n\n[2]: {{ site.url }}/b.html\n");
        document("b.md", "# 乙\n\n正文。\n");

        Ran ran = imports();

        assertThat(body("content/文章/2024/甲.md")).isEqualTo("[资料](乙.md)，[再\n问]({{ site.repository\n}}/issues/2)。\n");
        assertThat(ran.out().lines().filter(line -> line.contains("site.repository")))
                .containsExactly("  说明：第4行，{{ site.repository }} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容");
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
        imports("--again");
        assertThat(Files.readString(site.root().resolve("content/文章/2024/甲.md")))
                .contains("旧址: [first/]\n");
    }

    @Test
    void aLinkToADocumentThatWasImportedBeforeWorksToo() throws Exception {
        document("a.md", "# 甲\n\n正文。\n");
        imports();
        document("b.md", "# 乙\n\n[甲](a.md)\n");

        imports();

        assertThat(body("content/文章/2024/乙.md")).isEqualTo("[甲](甲.md)\n");
    }

    @Test
    void aLinkedDraftThatNobodyHasChangedIsReplacedAgain() throws Exception {
        document("a.md", "# 甲\n\n[乙](b.md)\n");
        document("b.md", "# 乙\n\n正文。\n");
        imports();

        assertThat(imports("--again").out()).contains("换掉了以前导入、没有改过的草稿 content/文章/2024/甲.md");

        assertThat(body("content/文章/2024/甲.md")).isEqualTo("[乙](乙.md)\n");
    }
}
