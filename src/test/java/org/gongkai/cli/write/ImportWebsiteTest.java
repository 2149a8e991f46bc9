package org.gongkai.cli.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import of the whole source of a website of another generator. */
@Tag("slow")
class ImportWebsiteTest {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    private Path folder;

    private SiteFolder site;
    private Path old;

    @BeforeEach
    void anEmptySite() throws Exception {
        site = new SiteFolder(folder.resolve("site")).file("content/_data/site.yml", "机构代码: SLSW01\n");
        old = Files.createDirectories(folder.resolve("旧站"));
    }

    private void file(String path, String... lines) throws Exception {
        Path file = old.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private void picture(String path) throws Exception {
        Files.createDirectories(old.resolve(path).getParent());
        Files.write(old.resolve(path), PICTURE);
    }

    private Ran imports(String... more) {
        Ran ran = run("import", old, "-s", site.root(), more);
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(site.build("--drafts").status()).isZero();
        return ran;
    }

    private String entry(String path) throws Exception {
        try (Stream<Path> files = Files.walk(site.root().resolve("content"))) {
            return Files.readString(
                    files.filter(file -> file.endsWith(path)).findFirst().orElseThrow());
        }
    }

    private String body(String path) throws Exception {
        return entry(path).replaceFirst("(?s)\\A---\n.*?\n---\n\n", "");
    }

    /** The files and reasons that are listed as not read. */
    private static List<String> unread(Ran ran) {
        return ran.out()
                .lines()
                .dropWhile(line -> !line.equals("没有读的文稿："))
                .skip(1)
                .map(String::strip)
                .toList();
    }

    @Test
    void hexo() throws Exception {
        file(
                "_config.yml",
                "title: 支部的园地",
                "url: https://yuandi.example.com",
                "permalink: :year/:month/:day/:title/",
                "skip_render: demo/**");
        file("README.md", "# 怎么写稿");
        file("themes/a/README.md", "# 主题");
        file("node_modules/b/README.md", "# 程序");
        file("source/_drafts/c.md", "title: 没写完", "---", "正文。");
        file("source/demo/d.md", "# 演示");
        file("source/_posts/secret.md", "title: 只给自己看", "password: 未定", "---", "正文。");
        file("source/tags/index.md", "title: 标签", "type: tags", "---");
        file(
                "source/_posts/read.md",
                "title: 读书会",
                "date: 2023-03-05 09:00:00",
                "categories: 学习",
                "---",
                "![封面](cover.png)、![大门](https://yuandi.example.com/img/gate.png)",
                "",
                "{% note warning %}",
                "带好笔记本。",
                "{% endnote %}",
                "",
                "{% blockquote 编者, 小册子 %}",
                "开卷有益。",
                "{% endblockquote %}",
                "{% link 通知 https://example.com %}，见[计划](/2023/02/01/plan/)，{% vote 3 %}。",
                "",
                "{% codeblock lang:html %}",
                "<b>{{ 变量 }}</b>",
                "{% endcodeblock %}");
        picture("source/_posts/read/cover.png");
        picture("source/img/gate.png");
        file("source/_posts/plan.md", "---", "title: 学习计划", "date: 2023-02-01", "tags: [计划]", "---", "正文。");
        file("source/about/index.md", "---", "title: 关于园地", "date: 2023-01-01", "---", "正文。");

        Ran ran = imports();

        assertThat(ran.out()).startsWith(old + "：认出是 Hexo 网站（_config.yml），只读 source 里发布的文稿。\n");
        assertThat(entry("2023/读书会.md")).contains("旧址: [2023/03/05/read/]\n");
        assertThat(entry("2023/学习计划.md")).contains("旧址: [2023/02/01/plan/]\n");
        assertThat(entry("2023/关于园地.md")).contains("旧址: [about/]\n");
        assertThat(body("2023/读书会.md"))
                .isEqualTo(
                        """
                        ![封面](读书会-图1.png)、![大门](读书会-图2.png)

                        {% note warning %}
                        带好笔记本。
                        {% endnote %}

                        {% blockquote 编者, 小册子 %}
                        开卷有益。
                        {% endblockquote %}
                        {% link 通知 https://example.com %}，见[计划](../../学习教育/2023/学习计划.md)，{% vote 3 %}。

                        {% codeblock lang:html %}
                        <b>{{ 变量 }}</b>
                        {% endcodeblock %}
                        """);
        assertThat(unread(ran))
                .containsExactly(
                        "不在 source 里，网站不发布　2 个：README.md、themes/a/README.md",
                        "原来设了密码，或者写着不列出，没有向所有人公开　1 个：source/_posts/secret.md",
                        "在 node_modules 里，是程序带的　1 个：node_modules/b/README.md",
                        "没有正文（首页、列表、标签等页，或者空的）　1 个：source/tags/index.md",
                        "网站设置里写着不发布，或者文件、文件夹的名称以下划线开头　1 个：source/demo/d.md",
                        "草稿　1 个：source/_drafts/c.md");
        assertThat(ran.err()).startsWith("文件夹里另有").contains("导入了 3 篇草稿，7 个没有读，");
    }

    @Test
    void hugo() throws Exception {
        file("hugo.toml", "baseURL = 'https://example.com/'", "[permalinks]", "post = '/:year/:slug/'");
        file("content/post/_index.md", "+++", "title = '文章'", "+++");
        file(
                "content/post/tree/index.md",
                "+++",
                "title = '植树'",
                "date = 2022-03-12T10:00:00+08:00",
                "slug = 'plant-tree'",
                "aliases = ['/old/tree']",
                "+++",
                "![苗](seedling.png)",
                "",
                "{{< callout type=\"info\" title=\"出发\" >}}七点集合。{{< /callout >}}",
                "",
                "{{< highlight go >}}",
                "{{ .Title }}",
                "{{< /highlight >}}",
                "",
                "{{< figure src=\"/img/map.png\" caption=\"路线\" >}}",
                "",
                "[章程](/doc/rules/)");
        picture("content/post/tree/seedling.png");
        picture("static/img/map.png");
        file("content/doc/Rules.md", "{", "\"title\": \"章程\",", "\"date\": \"2021-05-01\"", "}", "正文。");
        file("content/post/later.md", "---", "title: 以后", "draft: true", "---", "正文。");
        file("layouts/list.html", "<p>{{ .Title }}</p>");

        Ran ran = imports();

        assertThat(ran.out()).startsWith(old + "：认出是 Hugo 网站（hugo.toml），只读 content 里发布的文稿。\n");
        assertThat(entry("2022/植树.md")).contains("旧址: [old/tree, 2022/plant-tree/]\n");
        assertThat(entry("2021/章程.md")).contains("旧址: [doc/rules/]\n");
        assertThat(body("2022/植树.md"))
                .isEqualTo(
                        """
                        ![苗](植树-图1.png)

                        {{< callout type="info" title="出发" >}}七点集合。{{< /callout >}}

                        {{< highlight go >}}
                        {{ .Title }}
                        {{< /highlight >}}

                        {{< figure src="/img/map.png" caption="路线" >}}

                        [章程](../../规章制度/2021/章程.md)
                        """);
        assertThat(unread(ran))
                .containsExactly(
                        "不在 content 里，网站不发布　1 个：layouts/list.html",
                        "没有正文（首页、列表、标签等页，或者空的）　1 个：content/post/_index.md",
                        "草稿　1 个：content/post/later.md");
    }

    @Test
    void jekyll() throws Exception {
        file("_config.yml", "permalink: pretty", "exclude: [vendor/]");
        file("_layouts/default.html", "{{ content }}");
        file("README.md", "# 怎么用");
        file("vendor/a.md", "---", "---", "正文。");
        file("_notes/b.md", "---", "---", "正文。");
        file("404.md", "---", "title: 没有", "---", "正文。");
        file(
                "_posts/2020-01-02-meeting.md",
                "---",
                "layout: post",
                "title: 开会",
                "categories: [Work]",
                "---",
                "<div align=\"center\">",
                "    <img src=\"/assets/hall.png\" alt=\"会场\">",
                "</div>",
                "",
                "{% include figure.html src=\"/assets/hall.png\" alt=\"再看\" %}",
                "",
                "{% raw %}写作 {{ page.title }}{% endraw %}，[制度](/leave/)，{{ site.x }}");
        picture("assets/hall.png");
        file("leave.md", "---", "title: 请假制度", "date: 2020-02-01", "---", "正文。");
        file("about.md", "---", "title: 关于", "date: 2020-03-01", "permalink: /about/us.html", "---", "正文。");

        Ran ran = imports();

        assertThat(entry("2020/开会.md")).contains("旧址: [work/2020/01/02/meeting/]\n");
        assertThat(entry("2020/请假制度.md")).contains("旧址: [leave/]\n");
        assertThat(entry("2020/关于.md")).contains("旧址: [about/us.html]\n");
        assertThat(body("2020/开会.md"))
                .isEqualTo(
                        """
                        <div align="center">
                            <img src="开会-图1.png" alt="会场">
                        </div>

                        {% include figure.html src="/assets/hall.png" alt="再看" %}

                        {% raw %}写作 {{ page.title }}{% endraw %}，[制度](../../规章制度/2020/请假制度.md)，{{ site.x }}
                        """);
        assertThat(unread(ran))
                .containsExactly(
                        "找不到网页时显示的一页，本站自己有　1 个：404.md",
                        "模板或别的格式，搬整个网站时只导入 Markdown；需要的请单独导入　1 个：_layouts/default.html",
                        "没有文件头，网站不发布　1 个：README.md",
                        "网站设置里写着不发布，或者文件、文件夹的名称以下划线开头　2 个：_notes/b.md、vendor/a.md");
    }

    @Test
    void vuePress() throws Exception {
        file("docs/.vuepress/config.js", "module.exports = {}");
        picture("docs/.vuepress/public/logo.png");
        file("README.md", "# 怎么开发");
        file("docs/README.md", "---", "home: true", "---");
        file(
                "docs/guide/README.md",
                "# 指南",
                "",
                "::: tip 先看",
                "带上证件。",
                ":::",
                "",
                "> [!WARNING]",
                "> 注意脚下。",
                "",
                "<!-- @include: @a.snippet.md -->",
                "",
                "![标志](/logo.png)，[缴费](./dues.md)");
        file("docs/guide/dues.md", "---", "date: 2022-05-06", "---", "# 缴费", "", "正文。");

        Ran ran = imports();

        assertThat(ran.out())
                .startsWith(old + "：认出是 VuePress 网站（docs/.vuepress），只读 docs 里发布的文稿。\n")
                .contains("  说明：第10行，<!-- @include: @a.snippet.md --> 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n")
                .contains("原文没有写发布日期");
        assertThat(entry("2024/指南.md")).contains("旧址: [guide/]\n");
        assertThat(entry("2022/缴费.md")).contains("旧址: [guide/dues.html]\n");
        assertThat(body("2024/指南.md"))
                .isEqualTo(
                        """
                        ::: tip 先看
                        带上证件。
                        :::

                        > [!WARNING]
                        > 注意脚下。

                        <!-- @include: @a.snippet.md -->

                        ![标志](指南-图1.png)，[缴费](../2022/缴费.md)
                        """);
        assertThat(unread(ran))
                .containsExactly("不在 docs 里，网站不发布　1 个：README.md", "没有正文（首页、列表、标签等页，或者空的）　1 个：docs/README.md");
    }

    @Test
    void mkDocs() throws Exception {
        file(
                "mkdocs.yml",
                "site_url: https://yuandi.example.com/book/",
                "plugins: [search, blog]",
                "exclude_docs: |",
                "  internal/",
                "markdown_extensions:",
                "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji}",
                "nav: [index.md, work/dues.md, work/read.md]");
        file("requirements.txt", "mkdocs==1.6");
        file("overrides/main.html", "{% extends \"base.html\" %}<p>版头</p>");
        file("README.md", "# 怎么开发");
        file("docs/requirements.txt", "mkdocs==1.6");
        file("docs/internal/a.md", "# 内部");
        file("docs/work/none.md");
        file("docs/index.md", "# 支部手册", "", "正文。");
        file(
                "docs/work/dues.md",
                "# 缴费办法",
                "",
                "[读书][r]、[手册](../index.md)、<https://yuandi.example.com/book/work/>、[全址](https://yuandi.example.com/book/work/read/)",
                "",
                "[r]: read.md");
        file("docs/work/read.md", "---", "title: 读书会", "---", "# 读书会", "", "!!! note", "    ![图](../img/a.png)");
        picture("docs/img/a.png");
        file(
                "docs/blog/posts/tree.md",
                "---",
                "date:",
                "  created: 2023-03-12",
                "  updated: 2023-04-01",
                "slug: plant",
                "---",
                "# 植树",
                "",
                "正文。");
        file("docs/blog/posts/run.md", "---", "date: 2023-05-04", "---", "# What's “跑步”?", "", "正文。");

        Ran ran = imports();

        assertThat(ran.out())
                .startsWith(old + "：认出是 MkDocs 网站（mkdocs.yml），只读 docs 里发布的文稿。\n")
                .doesNotContain("slug", "没有认出来")
                .contains("  说明：第6行，!!! note 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n");
        assertThat(entry("2024/支部手册.md")).doesNotContain("旧址");
        assertThat(entry("2024/缴费办法.md")).contains("旧址: [work/dues/]\n");
        assertThat(entry("2024/读书会.md")).contains("旧址: [work/read/]\n");
        assertThat(entry("2023/植树.md"))
                .contains("发布日期: 2023-03-12\n修订日期: 2023-04-01\n", "旧址: [blog/2023/03/12/plant/]\n");
        assertThat(entry("2023/What-s-“跑步”.md")).contains("旧址: [blog/2023/05/04/whats-%E8%B7%91%E6%AD%A5/]\n");
        assertThat(body("2024/缴费办法.md"))
                .isEqualTo(
                        "[读书](../../文章/2024/读书会.md)、[手册](../../文章/2024/支部手册.md)、<https://yuandi.example.com/book/work/>、[全址](../../文章/2024/读书会.md)\n");
        assertThat(body("2024/读书会.md")).isEqualTo("!!! note\n    ![图](读书会-图1.png)\n");
        assertThat(unread(ran))
                .containsExactly(
                        "不在 docs 里，网站不发布　3 个：README.md、overrides/main.html、requirements.txt",
                        "模板或别的格式，搬整个网站时只导入 Markdown；需要的请单独导入　1 个：docs/requirements.txt",
                        "没有正文（首页、列表、标签等页，或者空的）　1 个：docs/work/none.md",
                        "网站设置里写着不发布，或者文件、文件夹的名称以下划线开头　1 个：docs/internal/a.md");
    }

    @Test
    void gitBook() throws Exception {
        file("book.json", "{\"title\": \"手册\", \"root\": \"./book\"}");
        file(
                "book/SUMMARY.md",
                "# 目录",
                "",
                "* [开头](README.md)",
                "* [开会](ch1/meeting.md)",
                "* [没有](ch1/none.md)",
                "* [外面](../../secret.md)");
        file("book/README.md", "# 开头", "", "正文。");
        file(
                "book/ch1/meeting.md",
                "# 开会",
                "",
                "{% hint style=\"danger\" %}",
                "勿迟到。",
                "{% endhint %}",
                "",
                "![图](../a.png)");
        picture("book/a.png");
        Files.writeString(folder.resolve("secret.md"), "# 外面的\n");

        Ran ran = imports();

        assertThat(ran.out()).startsWith(old + "：认出是 GitBook 网站（book.json），只读 book 里发布的文稿。\n");
        assertThat(entry("2024/开会.md")).contains("旧址: [ch1/meeting.html]\n");
        assertThat(body("2024/开会.md"))
                .isEqualTo("{% hint style=\"danger\" %}\n勿迟到。\n{% endhint %}\n\n![图](开会-图1.png)\n");
        assertThat(body("2024/目录.md")).startsWith("* [开头](开头.md)\n* [开会](开会.md)\n* 没有\n* 外面\n");
        assertThat(ran.out())
                .contains("第5行，链接“没有”指向原来网站的 ch1/none.md，只留下文字", "第6行，链接“外面”指向原来网站的 ../../secret.md，只留下文字");
    }

    @Test
    void codeAndBareAddressesStayAsTheyAreAndComponentsStayAsText() throws Exception {
        file("_config.yml", "url: https://yuandi.example.com", "source: .");
        file("_layouts/a.html", "");
        String code =
                """
                见<https://yuandi.example.com/a/>。

                ```html
                <a href="https://yuandi.example.com/b/"><Badge text="码"/></a>
                ```

                段落。

                    <center>缩进</center> ("https://yuandi.example.com/c/")

                `<div align="center">行内</div>`、`<a
                href="https://yuandi.example.com/d/">`，他写的是"https://yuandi.example.com/e/"。

                1. 一步

                    ```html
                    <img src="https://yuandi.example.com/f.png"><Badge/>{{ 码 }}
                    ```

                > ```
                > [g](https://yuandi.example.com/g/)
                > ```
                """;
        file(
                "a.md",
                ("---\ntitle: 甲\ndate: 2024-01-01\n---\n" + code + "\n<Badge text=\"新\" type=\"tip\"/>发布").split("\n"));

        Ran ran = imports();

        assertThat(body("2024/甲.md")).isEqualTo(code + "\n&lt;Badge text=\"新\" type=\"tip\"/>发布\n");
        assertThat(ran.out()).contains("第28行，<Badge text=\"新\" type=\"tip\"/> 是原来网站模板的写法，照原样留在正文里，请改成要写的内容\n");
    }

    @Test
    void linksWithTheHostOfTheSiteLeadToDraftsWhereverTheirAddressesStand() throws Exception {
        file("_config.yml", "url: https://yuandi.example.com", "source: .");
        file("_layouts/a.html", "");
        file("b.md", "---", "title: 乙", "date: 2024-01-01", "---", "正文。");
        file(
                "a.md",
                "---",
                "title: 甲",
                "date: 2024-01-01",
                "---",
                "[一](https://yuandi.example.com/b.html)、[二][]、[三][b]、<a href=\"https://yuandi.example.com/b.html\">四</a>。",
                "",
                "[二]: https://yuandi.example.com/b.html \"看\"",
                "",
                "[b]: b.md",
                "",
                "[c]: c.md",
                "",
                "末段。");

        imports();

        assertThat(body("2024/甲.md"))
                .isEqualTo("[一](乙.md)、[二](乙.md \"看\")、[三](乙.md)、<a href=\"乙.md\">四</a>。\n\n[c]: c.md\n\n末段。\n");
    }

    @Test
    void nothingOutsideTheSourceIsRead() throws Exception {
        Files.write(folder.resolve("private.png"), PICTURE);
        file("_config.yml", "source: ../..");
        file("_layouts/a.html", "");
        file("a.md", "---", "title: 甲", "date: 2024-01-01", "---", "![私](../private.png)![私](/../private.png)");
        Files.createSymbolicLink(old.resolve("b.png"), folder.resolve("private.png"));
        Files.writeString(folder.resolve("secret.md"), "---\ntitle: 密\n---\n正文。\n");
        Files.createSymbolicLink(old.resolve("c.md"), folder.resolve("secret.md"));
        file("d.md", "---", "title: 乙", "date: 2024-01-01", "---", "![私](b.png)");

        Ran ran = imports();

        assertThat(body("2024/甲.md")).isEqualTo("＿＿（待补：图片“私”）＿＿（待补：图片“私”）\n");
        assertThat(body("2024/乙.md")).isEqualTo("＿＿（待补：图片“私”）\n");
        assertThat(unread(ran)).contains("指向网站文件夹以外的文件　1 个：c.md");
    }

    @Test
    void anAddressThatCannotBeComputedIsTold() throws Exception {
        file("_config.yml", "permalink: :abbrlink/:id.html");
        file("source/_posts/a.md", "---", "title: 甲", "abbrlink: 1f2e", "date: 2024-01-01", "---", "正文。");

        Ran ran = imports();

        assertThat(ran.out()).contains("  没有导入：原来的网址按 :abbrlink/:id.html 算不出来，没有写旧址，请照原来的网站补上\n");
    }

    @Test
    void anAddressInChineseLeadsToTheEntry() throws Exception {
        file("_config.yml", "permalink: :year/:title/");
        file("source/_posts/值班 表.md", "---", "title: 值班表", "date: 2024-01-01", "---", "正文。");

        imports();

        assertThat(entry("2024/值班表.md")).contains("旧址: [2024/%E5%80%BC%E7%8F%AD%20%E8%A1%A8/]\n");
        assertThat(site.page("2024/值班 表/index.html")).contains("值班表");
        assertThat(imports().out()).contains("以前导入过");
    }

    @Test
    void aPartOfAWebsiteIsImportedAlone() throws Exception {
        file("hugo.yaml", "title: 园地");
        file("content/a/x.md", "---", "title: 甲", "date: 2024-01-01", "---", "![图](/x.png)");
        file("content/b/y.md", "---", "title: 乙", "date: 2024-01-01", "---", "正文。");
        picture("static/x.png");

        Ran ran = run("import", old.resolve("content/a"), "-s", site.root());

        assertThat(ran.out())
                .startsWith(old.resolve("content/a") + "：认出是 Hugo 网站")
                .doesNotContain("y.md");
        assertThat(entry("2024/甲.md")).contains("旧址: [a/x/]\n").contains("![图](甲-图1.png)");
    }

    @Test
    void aReportForProgramsNamesWhatIsNotRead() throws Exception {
        file("_config.yml", "title: 园地");
        file("source/_posts/a.md", "---", "title: 甲", "date: 2024-01-01", "---", "正文。");
        file("source/_drafts/b.md", "正文。");

        assertThat(imports("--format", "json").out())
                .contains("\"sites\"")
                .contains("认出是 Hexo 网站")
                .contains("\"草稿\"")
                .contains("source/_drafts/b.md");
    }
}
