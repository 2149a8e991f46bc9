package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.gongkai.write.document.Documents.body;
import static org.gongkai.write.document.Documents.remarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.entry.ImportedEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignEntriesTest extends FolderFixture {

    private static final Path FIXTURES = Path.of("src/test/resources/documents/md");

    @BeforeEach
    void copyTheFixtures() throws IOException {
        Documents.copy(FIXTURES, folder);
    }

    private ImportedEntry fixture(String path) throws IOException {
        return Documents.imported(folder.resolve(path));
    }

    private ImportedEntry markdown(String text) throws IOException {
        return Documents.imported(folder, "a.md", text);
    }

    @Test
    @Promise("Styles in the HTML of other generators are dropped")
    void whatAStyleHidStandsInTheDraft() throws Exception {
        ImportedEntry entry =
                Documents.imported(folder, "a.md", "# 关于学习的通知\n\n参加学习。<span style=\"display:none\">内部消息</span>\n");

        assertThat(Documents.body(entry)).contains("参加学习。", "内部消息");
    }

    @Test
    void hugo() throws Exception {
        ImportedEntry entry = fixture("hugo/content/patrol.md");

        assertThat(entry.path()).isEqualTo("content/通知/2024/关于开展泵房巡查的通知.md");
        assertThat(entry.text())
                .contains(
                        """
                        标题: 关于开展泵房巡查的通知
                        索引号: SLSW01/2024-00001
                        文种: 通知
                        发布日期: 2024-03-06
                        修订日期: 2024-04-01
                        标签: [巡查, 泵房, 安全]
                        旧址: [old/patrol/, 2019/%E5%B7%A1%E6%9F%A5.html]
                        """);
        assertThat(body(entry))
                .isEqualTo(
                        """
                        各党小组：

                        # 一、要求

                        {{< notice warning >}}
                        注意**安全**。
                        {{< /notice >}}

                        ![泵房](关于开展泵房巡查的通知-图1.png "泵房外观")
                        {{< figure src="/img/a.png" title="再看一次" >}}
                        {{< youtube id="abc" >}}

                        See 上一篇 and [外站](https://example.com) and 附件.

                        <!--more-->

                        ```go
                        {{< not a shortcode >}}
                        fmt.Println("x")
                        ```

                        ## 二、时间

                        `{{ .Site.Title }}` 与 {{ .Title }}。
                        """);
        assertThat(remarks(entry))
                .contains(
                        "第18行，{{< notice warning >}} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                        "第24行，{{< youtube id=\"abc\" >}} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                        "第26行，链接“上一篇”指向原来网站的 other.md，只留下文字；要链接请改写成本站的条目或附件",
                        "第26行，链接“附件”指向原来网站的 /files/x.xlsx，只留下文字；要链接请改写成本站的条目或附件",
                        "文件头，weight: 3 没有对应的字段，没有导入",
                        "文件头，原来的 draft: false：原来已经发布；导入以后都是草稿，审批以后再发布");
    }

    @Test
    void picturesLoseTheirMetadata() throws Exception {
        ImportedEntry entry = fixture("hugo/content/patrol.md");

        assertThat(entry.files()).containsOnlyKeys("content/通知/2024/关于开展泵房巡查的通知-图1.png");
        byte[] picture = entry.files().values().iterator().next();
        assertThat(new String(Files.readAllBytes(folder.resolve("hugo/static/img/a.png")), StandardCharsets.ISO_8859_1))
                .contains("Author");
        assertThat(new String(picture, StandardCharsets.ISO_8859_1))
                .doesNotContain("Author")
                .contains("IDAT", "IEND");
        assertThat(remarks(entry)).contains("1 张图片里的拍摄信息（地点、时间、设备、作者）已经去掉");
    }

    @Test
    void hexo() throws Exception {
        ImportedEntry entry = fixture("hexo/source/_posts/植树.md");

        assertThat(entry.fields())
                .contains(
                        entry("标题", "春季植树"),
                        entry("栏目", "活动"),
                        entry("发布日期", "2023-03-12"),
                        entry("修订日期", "2023-03-13"),
                        entry("标签", "[植树]"),
                        entry("旧址", "[2023/spring/]"));
        assertThat(body(entry))
                .isEqualTo(
                        """
                        三月十二日，支部党员到河边植树。
                        <!-- more -->
                        {% asset_img b.png 植树现场 %}

                        {% note info %}
                        每人两棵。
                        {% endnote %}

                        {% codeblock lang:js %}
                        let a = 1;
                        {% endcodeblock %}

                        {% post_link other 另一篇 %}
                        """);
    }

    @Test
    void jekyll() throws Exception {
        ImportedEntry entry = fixture("jekyll/_posts/2022-05-01-rules.md");

        assertThat(entry.fields())
                .contains(entry("标题", "党员活动室管理办法（试行）"), entry("文种", "规章制度"), entry("旧址", "[rules.html]"));
        assertThat(body(entry))
                .isEqualTo(
                        """
                        * TOC
                        {:toc}

                        ## 一、总则
                        {: .no_toc}

                        爱护设施。{% include note.html text="x" %}

                        ＿＿（待补：图片“图”）

                        {% highlight ruby %}
                        puts 1
                        {% endhighlight %}
                        """);
        assertThat(remarks(entry))
                .contains("第14行，{: .no_toc} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容", "第18行，图片 /img/none.png 没有找到，没有导入");
    }

    @Test
    void vuepress() throws Exception {
        ImportedEntry entry = fixture("vuepress/docs/guide.md");

        assertThat(entry.fields()).contains(entry("标题", "2024年工作计划"), entry("摘要", "今年要做的事"));
        assertThat(body(entry))
                .isEqualTo(
                        """
                        [[toc]]

                        ::: tip 提醒
                        先报名。
                        :::

                        <img src="2024年工作计划-图1.png" alt="流程">

                        | 月 | 事 |
                        |---|---|
                        | 1 | 换表 |
                        """);
    }

    @Test
    void aHeaderInJsonOrABrokenOneIsReadAsFarAsPossible() throws Exception {
        ImportedEntry json = markdown(
                "{\n  \"title\": \"关于学习的通知\",\n  \"tags\": [\"甲\", \"乙\"],\n  \"aliases\": [\"/old/\", \"丙 | 丁/\", \"另一个名字\"]\n}\n正文。\n");
        assertThat(json.fields()).contains(entry("标题", "关于学习的通知"), entry("标签", "[甲, 乙]"), entry("旧址", "[old/]"));
        assertThat(remarks(json))
                .anyMatch(remark -> remark.contains("文件名里有 Windows 不许用的字符"))
                .anyMatch(remark -> remark.contains("另一个名字 不能用作旧址"));
        ImportedEntry broken = markdown("---\ntitle: 关于学习的通知\ntags: [甲\n---\n正文。\n");
        assertThat(broken.fields()).contains(entry("标题", "关于学习的通知"));
        assertThat(remarks(broken)).anyMatch(remark -> remark.contains("文件头不合 YAML 的写法"));
    }

    @Test
    void ourOwnCountsAndAFileWithoutHeaderStayAsTheyAre() throws Exception {
        ImportedEntry entry = markdown("# 2024年工作总结\n\n开会{{计数: 文种=支委会}}次。\n\n1. 甲\n2. 乙\n");

        assertThat(entry.fields()).contains(entry("标题", "2024年工作总结"), entry("文种", "工作总结"));
        assertThat(body(entry)).isEqualTo("开会{{计数: 文种=支委会}}次。\n\n1. 甲\n2. 乙\n");
    }

    @Test
    void aBodyInMarkdownTellsTheSameFacts() throws Exception {
        ImportedEntry entry = markdown("---\ntitle: 关于候选人预备人选的公示\n---\n公示期为2024年3月4日至3月8日。\n\n- **受理部门**：纪检委员\n");

        assertThat(entry.fields()).contains(entry("公示", "2024-03-04 至 2024-03-08"), entry("受理部门", "纪检委员"));
    }

    @Test
    void linksWhoseAddressesStandApartLeadOutOfTheFormerSiteNowhere() throws Exception {
        ImportedEntry entry = markdown(
                """
                # 关于学习的通知

                见[办法][rules]、[Rules]、[外站][out]和<a target="_blank" href="/old.html">旧文</a>，`[rules]` 照录。

                ![图][pic]

                [rules]: /gone/ "办法"
                [out]: https://example.com/
                [pic]: https://example.com/a.png
                """);

        assertThat(body(entry))
                .isEqualTo(
                        """
                        见办法、Rules、[外站][out]和旧文，`[rules]` 照录。

                        ＿＿（待补：图片“图”）

                        [out]: https://example.com/
                        """);
        assertThat(remarks(entry)).contains("第3行，链接“旧文”指向原来网站的 /old.html，只留下文字；要链接请改写成本站的条目或附件");
    }

    @Test
    void componentsStayTextAndTheirPicturesAreFound() throws Exception {
        Files.copy(folder.resolve("hugo/static/img/a.png"), folder.resolve("a.png"));
        ImportedEntry entry = markdown(
                """
                import Tabs from '@theme/Tabs';

                # 泵房

                <Tabs values={{a: 1}}>

                <img src={require('./a.png').default} alt="图" />

                </Tabs>

                export const 甲 = 1;

                {{ 甲: 乙 }}
                """);

        assertThat(body(entry))
                .isEqualTo(
                        """
                        import Tabs from '@theme/Tabs';

                        &lt;Tabs values=\\{{a: 1}}>

                        <img src="泵房-图1.png" alt="图">

                        &lt;/Tabs>

                        export const 甲 = 1;

                        \\{{ 甲: 乙 }}
                        """);
        assertThat(remarks(entry))
                .contains(
                        "第1行，import Tabs from '@theme/Tabs'; 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                        "第5行，<Tabs values={{a: 1}}> 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                        "第11行，export const 甲 = 1; 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                        "第13行，{{ 甲: 乙 }} 是原来网站模板的写法，照原样留在正文里，请改成要写的内容");
    }

    @Test
    void asciiDocIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> Documents.imported(folder, "b.adoc", "= 关于学习的通知\n\n请参加。\n"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("AsciiDoc 文件不能导入；可以把它直接放进 content，照条目的写法改好文件头");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 泵房 {#pump}\n\n正文。\n",
                "泵房\n====\n\n正文。\n",
                "# **泵**`房`\n正文。\n",
                "<!-- 说明 -->\n# 泵房\n\n正文。\n",
                "---\ntitle: 泵房\n---\n\n# 泵房\n\n正文。\n"
            })
    void theFirstHeadingIsTheTitle(String text) throws Exception {
        ImportedEntry entry = markdown(text);

        assertThat(entry.fields()).contains(entry("标题", "泵房"));
        assertThat(entry.blanks()).isEmpty();
        assertThat(body(entry)).endsWith("正文。\n").doesNotContain("房", "#", "=");
    }

    @Test
    void aHeadingBesideOthersOfItsLevelOrBesideAnotherTitleIsNoTitle() throws Exception {
        assertThat(markdown("先看。\n\n# 一\n\n# 二\n").fields()).contains(entry("标题", "a"));
        assertThat(body(markdown("---\ntitle: 泵房\n---\n# 水泵\n\n正文。\n"))).isEqualTo("# 水泵\n\n正文。\n");
    }

    @Test
    void twoTitlesNeverHaveTheSameAddress() throws Exception {
        assertThat(markdown("# index\n\n正文。\n").path()).isEqualTo("content/文章/2024/index-2.md");
        Documents.imported(folder, "b.md", "# hugo version\n\n正文。\n").save(folder.resolve("site"));
        assertThat(markdown("# hugo.version\n\n正文。\n").path()).isEqualTo("content/文章/2024/hugo.version-2.md");
    }

    @ParameterizedTest
    @CsvSource({"公示名单, 公式名单, 公式名单-2", "主题, 主題, 主題-2", "Темы-2, テーマ-2, テーマ-2-2", "《党章》学习, 党章-学习, 党章-学习-2"})
    void twoTitlesThatSoundAlikeNeverHaveTheSameAddress(String first, String second, String name) throws Exception {
        Documents.imported(folder, "b.md", "---\ntitle: " + first + "\n文种: 文章\n---\n正文。\n")
                .save(folder.resolve("site"));

        assertThat(markdown("---\ntitle: " + second + "\n文种: 文章\n---\n正文。\n").path())
                .isEqualTo("content/文章/2024/" + name + ".md");
    }

    @ParameterizedTest
    @CsvSource({
        "_posts/2016-02-10-t1.md, 2016-02-10",
        "2016-2-1-x.markdown, 2016-02-01",
        "2016-02-10.md, 2016-02-10",
        "20160210-泵房.md, 2016-02-10",
        "2016_02_10 泵房.md, 2016-02-10",
        "2016-02-10-泵房/index.md, 2016-02-10",
        "2016/02/10/泵房.md, 2016-02-10"
    })
    void theNameOfAFileStatesTheDateThatItsHeaderDoesNot(String path, String day) throws Exception {
        Path file = folder.resolve(path);
        ImportedEntry entry =
                Documents.imported(file.getParent(), file.getFileName().toString(), "---\ntitle: 泵房\n---\n正文。\n");

        assertThat(entry.fields()).contains(entry("发布日期", day));
        assertThat(entry.path()).isEqualTo("content/文章/2016/泵房.md");
        assertThat(remarks(entry)).containsExactly("发布日期 " + day + " 取自文件名");
    }

    @Test
    void aTitleTakenFromTheNameOfAFileHasNoDateInIt() throws Exception {
        assertThat(Documents.imported(folder, "2016-02-10-泵房.md", "正文。\n").fields())
                .contains(entry("标题", "泵房"), entry("发布日期", "2016-02-10"));
        assertThat(Documents.imported(folder, "2016-02-11.md", "正文。\n").fields())
                .contains(entry("标题", "2016-02-11"), entry("发布日期", "2016-02-11"));
    }

    @Test
    void theDateOfTheHeaderPrecedesThatOfTheName() throws Exception {
        ImportedEntry entry =
                Documents.imported(folder, "2016-02-10-t1.md", "---\ntitle: 泵房\ndate: 2017-03-01\n---\n正文。\n");

        assertThat(entry.fields()).contains(entry("发布日期", "2017-03-01"));
        assertThat(remarks(entry)).isEmpty();
    }

    @Test
    void aDateThatIsNoneIsTold() throws Exception {
        assertThat(remarks(
                        Documents.imported(folder, "2016-02-10-t1.md", "---\ntitle: 泵房\ndate: 2017-13-01\n---\n正文。\n")))
                .containsExactly("文件头，date: 2017-13-01 不是有效日期，没有导入", "发布日期 2016-02-10 取自文件名");
        assertThat(remarks(Documents.imported(folder, "2016-13-40-t1.md", "---\ntitle: 泵房\n---\n正文。\n")))
                .containsExactly("原文没有写发布日期，先写上了导入的这一天 2024-06-01，请核对");
    }

    @ParameterizedTest
    @CsvSource({
        "date: 2016-02-10 12:00:00 +0800",
        "date: 2016-2-10 8:00:00 +08:00",
        "date: 2016-02-09T20:00:00.000Z",
        "date: 2016-02-09 20:00:00 UTC",
        "date: 2016-02-10 08:00 +8",
        "date: 2016/02/10 08:00:00",
        "date: 2016.2.10",
        "publishDate: 2016-02-10",
        "published: 2016-02-10",
        "created: 2016-02-10"
    })
    void datesOfOtherGeneratorsAreRead(String line) throws Exception {
        ImportedEntry entry = markdown("---\ntitle: 泵房\n" + line + "\n---\n正文。\n");

        assertThat(entry.fields()).contains(entry("发布日期", "2016-02-10"));
        assertThat(remarks(entry)).isEmpty();
    }

    @Test
    void theDateOfTheLastChangeServesIfThereIsNoOther() throws Exception {
        ImportedEntry entry = markdown("+++\ntitle = \"泵房\"\nlastmod = 2016-02-10T08:00:00+08:00\n+++\n正文。\n");

        assertThat(entry.fields()).contains(entry("发布日期", "2016-02-10")).doesNotContainKey("修订日期");
        assertThat(remarks(entry)).containsExactly("原文没有写发布日期，用了修订日期 2016-02-10，请核对");
    }

    @Test
    void theDayOfTheImportIsToldWhereNoDateIsStated() throws Exception {
        assertThat(remarks(Documents.imported(folder, "通知.txt", "关于学习的通知\n请参加。\n")))
                .containsExactly("原文没有写发布日期，先写上了导入的这一天 2024-06-01，请核对");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle:\t泵房\ncategory:\tGo\ntags:\t[甲,\t乙]\n---\n",
                "---\ntitle:\t\"泵房\"\t\ncategories:\n\t-\tGo\ntags:\n\t- 甲\n\t- 乙\n---\n",
                "---\ntitle: 泵房\ncategories:\t[\"Go\"]\ntags: [甲, 乙]\nparams:\n\tfirst:\n\t\t- second: 1\n---\n",
                "+++\ntitle\t=\t\"泵房\"\ncategories =\t[\t\"Go\"]\ntags = [\n\t\"甲\",\n\t\"乙\",\n]\n+++\n",
                "{\n\t\"title\":\t\"泵房\",\n\t\"categories\":\t[\"Go\"],\n\t\"tags\": [\"甲\", \"乙\"]\n}\n",
                "---\ntitle: 泵房\ncategory: \"Go\"\ntags: 甲, 乙\nsubtitle: 一: 二\n---\n"
            })
    void tabsAndMistakesElsewhereDoNotSpoilValues(String header) throws Exception {
        ImportedEntry entry = markdown(header + "正文。\n");

        assertThat(entry.fields()).contains(entry("标题", "泵房"), entry("栏目", "Go"), entry("标签", "[甲, 乙]"));
        assertThat(body(entry)).isEqualTo("正文。\n");
    }

    @Test
    void whatCannotBeReadInAHeaderIsTold() throws Exception {
        ImportedEntry yaml = markdown("---\ntitle: 泵房\ncategories: [\"Go\"\ntags:\n  - 甲\n - 乙\n---\n正文。\n");
        assertThat(yaml.fields()).contains(entry("标题", "泵房"), entry("栏目", "文章")).doesNotContainKey("标签");
        assertThat(remarks(yaml))
                .contains("第3行，文件头里的 categories: [\"Go\" 不合 YAML 的写法，没有导入", "第4行，文件头里的 tags: - 甲 - 乙 不合 YAML 的写法，没有导入");

        ImportedEntry toml = markdown("+++\ntitle = \"泵房\"\ncategories = [\"Go\"\n+++\n正文。\n");
        assertThat(toml.fields()).contains(entry("标题", "泵房"), entry("栏目", "Go"));
        assertThat(remarks(toml)).anyMatch(remark -> remark.contains("不合 TOML 的写法"));

        ImportedEntry json = markdown("{\n  \"title\": \"泵房\",\n  \"categories\": [\"Go\"\n}\n正文。\n");
        assertThat(body(json)).isEqualTo("正文。\n");
        assertThat(remarks(json)).contains("第1行，文件头不合 JSON 的写法，没有读出，请照原文补上");

        ImportedEntry open = markdown("---\ntitle: 泵房\ncategory: Go\n\n正文。\n");
        assertThat(remarks(open)).contains("第1行，文件头没有结束的一行 ---，没有读出，照录在正文里");
    }

    @Test
    void aPictureThatABuildWouldRefuseIsLeftOutUnderTheNameThatTheWriterKnows() throws Exception {
        Files.writeString(folder.resolve("点我.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Files.writeString(
                folder.resolve("半张.webp"),
                "RIFF\40\0\0\0WEBPVP8 \2\0\0\0abEXIF\177\0\0\0cut off here",
                StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("扫描.bmp"), "BM......");
        ImportedEntry entry = markdown(
                "---\ntitle: 泵房\ndate: 2024-01-01\n---\n![甲](点我.svg)和![乙](半张.webp \"半\")和<img src='扫描.bmp' alt='丙'>\n");

        assertThat(entry.files()).isEmpty();
        assertThat(body(entry)).isEqualTo("＿＿（待补：图片“甲”）和＿＿（待补：图片“乙”）和＿＿（待补：图片“丙”）\n");
        assertThat(remarks(entry))
                .containsExactly(
                        "图片 点我.svg 的格式浏览器不能显示，没有导入；请另存为 PNG 或 JPG",
                        "图片 半张.webp 已经损坏，里面的拍摄信息去不掉，没有导入；请另存为 PNG 或 JPG",
                        "图片 扫描.bmp 的格式浏览器不能显示，没有导入；请另存为 PNG 或 JPG");
    }
}
