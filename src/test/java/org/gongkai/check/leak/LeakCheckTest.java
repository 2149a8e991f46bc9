package org.gongkai.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is hidden is looked for in the finished output, whoever put it there. */
@Tag("slow")
class LeakCheckTest extends SiteFixture {

    private static final String SENTENCE = "拟由三名同志分别走访各家企业听取意见";

    private static final String INCLUDING = "= 引用\n:发布日期: 2024-05-02\n:公开范围: 社会\n\n";

    @BeforeEach
    void aDraftAndWhatMembersOnlyMaySee() {
        site.file("content/_data/site.yml", "受众: [{名称: 群众, 范围: [社会]}]\n")
                .entry("content/公开.md", "标题: 公开的", "发布日期: 2024-05-02", "公开范围: 社会");
        hidden("公开范围: 本单位");
    }

    private void hidden(String... more) {
        site.file(
                "content/走访.md",
                "---\n标题: 关于走访企业的安排\n发布日期: 2024-05-01\n索引号: ZF/2024-00007\n标签: [走访企业名单]\n附件: 走访企业分工表.txt\n发文字号: 支发〔2024〕17号\n"
                        + String.join("\n", more) + "\n---\n\n" + SENTENCE + "。\n");
        site.file("content/走访企业分工表.txt", "甲、乙、丙\n");
    }

    @Test
    void aSiteThatKeepsItToItselfIsBuilt() {
        assertThat(site.build().problems()).isEmpty();
    }

    @ParameterizedTest
    @Promise("check.leak relies on none of that")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            关于走访企业的安排    | :2:5: 错误 E305 公开对象“群众”看不到这一条，但它的标题“关于…”
            ZF/2024-00007         | :4:6: 错误 E305 公开对象“群众”看不到这一条，但它的索引号“ZF…”
            支发〔2024〕17号      | :7:7: 错误 E305 公开对象“群众”看不到这一条，但它的发文字号“支发…”
            走访企业名单          | :5:5: 错误 E305 公开对象“群众”看不到这一条，但它的标签“走访…”
            走访企业分工表        | :6:5: 错误 E305 公开对象“群众”看不到这一条，但它的附件的名称“走访…”
            关于<wbr>走访<wbr>企业的安排 | :2:5: 错误 E305 公开对象“群众”看不到这一条，但它的标题“关于…”
            拟由三名同志分别走访各家企业听取意见 | :1:1: 错误 E305 公开对象“群众”看不到这一条，但它的文字“拟由…”
            %E8%B5%B0%E8%AE%BF%E4%BC%81%E4%B8%9A%E5%88%86%E5%B7%A5%E8%A1%A8 | 附件的名称“走访…”
            """)
    void aTemplateThatSaysItIsFoundOut(String leaked, String told) {
        site.built();
        var before = site.files();
        site.file("templates/footer.ftl", "<p>" + leaked + "</p>");

        SiteFolder.Ran ran = site.build();

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.problems()).hasSize(1).first().asString().contains("content/走访.md", told, "404.html 等 ");
        assertThat(site.files()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"关于走访企业的打算", "ZF/2024-000071", "AZF/2024-00007", "走访企业", "拟由三名同志分别走访", "支发〔2024〕17"})
    void whatOnlyLooksLikeItIsNot(String like) {
        site.file("templates/footer.ftl", "<p>" + like + "</p>");

        assertThat(site.build().problems()).isEmpty();
    }

    @ParameterizedTest
    @Promise("check.leak relies on none of that")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            公开范围: 社会 | 状态: 草稿
            公开范围: 社会 | 状态: 已撤回
            公开范围: 社会 | 失效日期: 2024-05-20
            公开范围: 全党 | 状态: 已发布
            公开范围: 特定对象 | 状态: 草稿
            """)
    void noMatterWhyItIsHidden(String scope, String why) {
        hidden(scope, why);
        site.file("assets/more.js", "// 关于走访企业的安排\n");

        assertThat(site.build().problems()).singleElement().asString().contains("E305", "标题“关于…”出现在 assets/more.js 里");
    }

    @Test
    void aCopyOfItsAttachmentUnderAnyNameIsFoundOut() {
        site.file("assets/x.bin", "甲、乙、丙\n");

        assertThat(site.build().problems())
                .containsExactly("content/走访.md:1:1: 错误 E305 公开对象“群众”看不到这一条，但它的附件进了输出：assets/x.bin；"
                        + "网站未更新；请查自己的模板和素材（templates、assets），或改这一条的公开范围");
    }

    @Test
    void aVisibleEntryWithTheSameAttachmentIsWarnedOf() {
        site.entry("content/表.md", "标题: 表", "发布日期: 2024-05-02", "公开范围: 社会", "附件: 表.txt")
                .file("content/表.txt", "甲、乙、丙\n");

        SiteFolder.Ran ran = site.build();

        assertThat(ran.status()).isZero();
        assertThat(ran.problems())
                .containsExactly(
                        "content/表.md:1:1: 警告 W306 有一个附件与 content/走访.md 的附件完全相同，而那一条不对公开对象“群众”公开；请核对这个文件能不能给他们看；能看就不必改");
    }

    @Test
    @Promise("What a visible entry, a shown version")
    void aVisibleEntryMaySayTheSameItself() {
        site.file(
                "content/公开.md",
                "---\n标题: 公开的\n发布日期: 2024-05-02\n公开范围: 社会\n标签: [走访企业名单]\n附件: 走访企业分工表.txt\n---\n\n"
                        + "按《关于走访**企业**的安排》（ZF/2024-00007，支发〔2024〕17号），拟由三名同志**分别**走访各家企业\n听取意见。\n");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    @Promise("What a visible entry, a shown version")
    void settingsAndAttachmentsOfVisibleEntriesMaySayIt() {
        site.file("content/_data/site.yml", "名称: 关于走访企业的安排\n受众: [{名称: 群众, 范围: [社会]}]\n")
                .entry("content/表.md", "标题: 表", "发布日期: 2024-05-02", "公开范围: 社会", "附件: 表.csv")
                .file("content/表.csv", SENTENCE + "\n");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    @Promise("What a visible entry, a shown version")
    void aFormerVersionThatIsShownMaySayIt() {
        GitFolder git = new GitFolder(site.root());
        site.file("content/公开.md", "---\n标题: 公开的\n发布日期: 2024-05-02\n公开范围: 社会\n---\n\n见《关于走访企业的安排》。\n");
        git.commit("公开");
        site.entry("content/公开.md", "标题: 公开的", "发布日期: 2024-05-02", "公开范围: 社会");
        git.commit("删去一句");

        assertThat(site.built().page("articles/2024/gong-kai/history/1.html")).contains("关于走访企业的安排");
    }

    @Test
    void aCommitMessageThatNamesItIsNotShown() {
        GitFolder git = new GitFolder(site.root()).commit("第一次");
        site.file("content/公开.md", "---\n标题: 公开的\n发布日期: 2024-05-02\n公开范围: 社会\n---\n\n改了一句。\n");
        git.commit("2024-06-01", "甲委员", "先改这一句，《关于走访企业的安排》下周再发");

        site.built();

        assertThat(site.page("articles/2024/gong-kai/history/index.html"))
                .contains("甲委员")
                .doesNotContain("走访", "下周");
    }

    @Test
    @Promise("DisclosedVersions and PublicHistory apply")
    void whatAnEntryWasWhenItWasNotForTheseReadersStaysHidden() {
        site.delete("content/走访.md").delete("content/走访企业分工表.txt");
        GitFolder git = new GitFolder(site.root());
        site.entry("content/谈心.md", "标题: 关于谈话对象的初步考虑", "发布日期: 2024-05-01", "公开范围: 本单位", "索引号: NB/2024-00009");
        git.commit("内部讨论谈话对象");
        site.entry("content/谈心.md", "标题: 谈心谈话", "发布日期: 2024-05-01", "公开范围: 社会", "索引号: GK/2024-00009");
        git.commit("公开谈心谈话");

        site.built();

        assertThat(site.files()).allSatisfy((address, bytes) -> assertThat(address
                        + new String(
                                bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                                java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("初步考虑", "内部讨论", "nb-2024", "NB/2024"));

        site.file("templates/footer.ftl", "关于谈话对象的初步考虑");
        assertThat(site.build().problems()).singleElement().asString().contains("E305", "标题");
    }

    /** A single short line of it would not be found in the output. */
    @Test
    void anIncludeOfAnotherEntryIsRefused() {
        List<String> parts = List.of(
                "[]", "[lines=11..99]", "[lines=11]", "[tag=短]", "[tags=**]", "[opts=optional]", "[leveloffset=+1]");
        for (int i = 0; i < parts.size(); i++) {
            site.file("content/引" + i + ".adoc", INCLUDING + "include::走访.md" + parts.get(i) + "\n");
        }

        assertThat(site.build().problems())
                .containsExactly(IntStream.range(0, parts.size())
                        .mapToObj(i ->
                                "content/引" + i + ".adoc:5:1: 错误 E165 不能包含另一篇条目：走访.md；把要共用的文字放进名字以 _ 开头的文件，两篇都从那里包含")
                        .toArray(String[]::new));
    }

    @Test
    @Promise("include:: reads files below content/ only")
    void anIncludeOfAnotherEntryIsRefusedWhereverItStands() {
        site.file(
                        "content/引.adoc",
                        INCLUDING + "include::_段.adoc[]\n\n|===\na|\ninclude::../content/公开.md[lines=5]\n|===\n")
                .file("content/_段.adoc", "共用的一段。\n\ninclude::./走访.md[lines=11]\n");

        assertThat(site.build().problems())
                .anyMatch(problem -> problem.startsWith("content/_段.adoc:3:1: 错误 E165 不能包含另一篇条目：./走访.md"))
                .anyMatch(problem -> problem.contains("错误 E165 不能包含另一篇条目：../content/公开.md"))
                .allMatch(problem -> problem.contains(" E165 "));
    }

    @Test
    @Promise("but a file that a visible entry names")
    void anIncludeOfWhatOnlyAHiddenEntryAttachesIsFoundOut() {
        site.file("content/引.adoc", INCLUDING + "include::走访企业分工表.txt[]\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/引.adoc:1:1: 错误 E305 这一条包含的文件 content/走访企业分工表.txt 是 content/走访.md 的附件，而公开对象“群众”看不到那一条；网站未更新；"
                                + "请把能公开的部分另存为名字以 _ 开头的文件，再包含它；整个文件都能公开的，请也列作这一条的附件");
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void whatIsNoEntryMayBeIncluded() {
        site.file("content/引.adoc", INCLUDING + "include::_段.md[]\n\ninclude::_共用/段.adoc[]\n\ninclude::表.csv[]\n")
                .file("content/_段.md", "甲段。\n")
                .file("content/_共用/段.adoc", "乙段。\n")
                .file("content/表.csv", "丙段。\n");

        assertThat(site.build().problems()).noneMatch(problem -> problem.contains("错误"));
        assertThat(site.page("articles/2024/yin.html")).contains("甲段。", "乙段。", "丙段。");
    }

    @Test
    void aFormerVersionThatIncludedAnotherEntryShowsNothingOfIt() {
        GitFolder git = new GitFolder(site.root());
        site.file("content/引.adoc", INCLUDING + "引用开始。\n\ninclude::走访.md[lines=11]\n\n引用结束。\n");
        git.commit("引用");
        site.file("content/引.adoc", INCLUDING + "引用开始。\n\n引用结束。\n");
        git.commit("不引用");

        assertThat(site.built().page("articles/2024/yin/history/1.html"))
                .contains("引用开始。", "引用结束。")
                .doesNotContain("走访", "include::");
    }

    @Test
    void aFormerVersionThatIncludedWhatGoesWithAHiddenEntryIsNotShown() {
        GitFolder git = new GitFolder(site.root());
        site.file("content/引.adoc", INCLUDING + "引用开始。\n\ninclude::_表.txt[]\n").file("content/_表.txt", "名单待定\n");
        git.commit("引用");
        site.file("content/引.adoc", INCLUDING + "引用开始。\n\n不再引用。\n").file("content/_表.txt", "甲、乙、丙\n");
        git.commit("不引用");
        assertThat(site.built().page("articles/2024/yin/history/1.html")).contains("甲、乙、丙");

        site.file(
                "content/走访.md",
                "---\n标题: 关于走访企业的安排\n发布日期: 2024-05-01\n公开范围: 本单位\n附件: _表.txt\n---\n\n" + SENTENCE + "。\n");
        git.commit("名单给内部的一条用");

        assertThat(site.built().page("articles/2024/yin/history/index.html")).contains("当时包含的文件现在不向本站的读者公开");
        assertThat(site.files())
                .noneSatisfy((address, bytes) -> assertThat(bytes).contains(SiteFolder.latin("甲、乙、丙")));
    }

    @Test
    void anAttachmentOfAnEntryThatIsNotDueExcusesNothing() {
        site.entry("content/走访.md", "标题: 关于走访企业的安排", "发布日期: 2024-08-01", "公开范围: 社会", "附件: 走访企业分工表.txt")
                .file("assets/x.bin", "甲、乙、丙\n");

        assertThat(site.build().problems())
                .singleElement()
                .asString()
                .startsWith("content/走访.md:1:1: 错误 E305 公开对象“群众”看不到这一条，但它的附件进了输出：assets/x.bin");
    }

    @Test
    void theVeryFileOfAnEntryForCertainPeopleIsWarnedOf() {
        hidden("公开范围: 特定对象", "状态: 草稿");
        site.file("content/公开.md", "---\n标题: 公开的\n发布日期: 2024-05-02\n公开范围: 社会\n---\n\n见[表](走访企业分工表.txt)。\n");

        SiteFolder.Ran ran = site.build();

        assertThat(ran.status()).isZero();
        assertThat(ran.problems()).singleElement().asString().startsWith("content/公开.md:1:1: 警告 W306");
    }

    @Test
    void checkFindsItToo() {
        site.file("templates/footer.ftl", "关于走访企业的安排");

        SiteFolder.Ran ran = SiteFolder.run("check", "-s", site.root().toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(List.of(ran.out(), ran.err())).anyMatch(text -> text.contains("E305"));
    }

    @Test
    void eachAudienceIsLookedAtForItself() {
        site.file("content/_data/site.yml", "受众:\n- {名称: 党员, 范围: [社会, 本单位]}\n- {名称: 群众, 范围: [社会], 目录: qunzhong}\n");
        site.file("assets/x.txt", SENTENCE);

        assertThat(site.build().problems()).singleElement().asString().contains("公开对象“群众”", "文字“拟由…”");
    }
}
