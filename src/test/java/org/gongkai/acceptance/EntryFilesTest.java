package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever looks at a file takes the same files for entries: those of a known ending, in any case, without _ or a dot. */
@Tag("slow")
class EntryFilesTest extends SiteFixture {

    private static final String[] HEADER = {"标题: 防汛值班", "发布日期: 2024-05-01", "公开范围: 社会"};

    @ParameterizedTest
    @ValueSource(strings = {"md", "MD", "markdown", "mdown", "Adoc", "asciidoc", "ad", "html", "HTM"})
    void entriesAreReadWhateverEndingTheirLanguageHas(String ending) {
        site.entry("content/通知/值班." + ending, HEADER).built();

        assertThat(site.titles("articles/2024/index.html")).containsExactly("防汛值班");
        assertThat(site.page("articles/2024/tong-zhi-zhi-ban.html")).contains("正文。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_值班.md", "_旧/值班.MD", ".值班.md", ".旧/值班.markdown"})
    void namesThatBeginWithALowLineOrADotAreNoEntries(String name) {
        site.entry("content/通知/" + name, HEADER).entry("content/甲.md", "标题: 甲", "发布日期: 2024-05-01");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.titles("articles/2024/index.html")).containsExactly("甲");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD", "markdown", "mdown", "HTML", "htm"})
    void theSourceOfAnEntryIsNoAttachment(String ending) {
        site.entry("content/值班." + ending, HEADER)
                .entry("content/甲.md", "标题: 甲", "发布日期: 2024-05-01", "附件: 值班." + ending);

        assertThat(site.build().problems())
                .containsExactly(
                        "content/甲.md:4:5: 错误 E204 附件“值班." + ending + "”是一条条目，不能作附件；请在正文里写成链接，或在文件名前加 _ 使它不是条目");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD", "markdown", "HTM"})
    void linksLeadToTheirPagesAndNeverCopyTheirSources(String ending) {
        site.entry("content/值班." + ending, HEADER)
                .entry("content/草稿." + ending, "标题: 还没写完的草稿", "发布日期: 2024-05-01", "状态: 草稿")
                .file(
                        "content/甲.md",
                        "---\n标题: 甲\n发布日期: 2024-05-01\n---\n\n[草稿](草稿." + ending + ")和[值班](值班." + ending + ")。\n");

        assertThat(site.build().problems())
                .containsExactly("content/甲.md:6:6: 警告 W205 链接“草稿." + ending + "”指向的条目现在不公开（草稿），只显示文字；等它公开后链接会自动生效");
        assertThat(site.html("articles/2024/jia.html").select(".prose a").eachAttr("href"))
                .containsExactly("zhi-ban.html");
        assertThat(site.files().keySet()).noneMatch(path -> path.startsWith("articles/2024/jia/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "HTM"})
    void noEntryIsIncludedInAnother(String ending) {
        site.entry("content/值班." + ending, HEADER)
                .file("content/甲.adoc", "= 甲\n:发布日期: 2024-05-01\n\ninclude::值班." + ending + "[]\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/甲.adoc:4:1: 错误 E165 不能包含另一篇条目：值班." + ending + "；把要共用的文字放进名字以 _ 开头的文件，两篇都从那里包含");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "asciidoc", "MD"})
    void theirHistoryIsShown(String ending) {
        site.entry("content/值班." + ending, HEADER);
        GitFolder git = new GitFolder(site.root());
        git.commit("2024-05-01", "某委员", "发布值班安排");
        site.file("content/值班." + ending, "---\n" + String.join("\n", HEADER) + "\n---\n\n正文改了，从六月一日起分两班。\n");
        git.commit("2024-05-02", "某委员", "改为两班");
        site.built();

        assertThat(site.page("articles/2024/zhi-ban/history/2.html")).contains("改为两班");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asciidoc", "ADOC"})
    void aFileThatAnAsciiDocEntryIncludesIsUsed(String ending) {
        site.file("content/名单.txt", "名单\n")
                .file("content/甲." + ending, "= 甲\n:发布日期: 2024-05-01\n\n....\ninclude::名单.txt[]\n....\n");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void twoFilesThatDifferInTheirEndingsOnlyWouldHaveOneAddress() {
        site.entry("content/值班.md", HEADER).entry("content/值班.markdown", HEADER);

        assertThat(site.build().problems())
                .containsExactly(
                        "content/值班.md:2:5: 错误 E301 网页地址 articles/2024/zhi-ban.html 已被 content/值班.markdown 使用；请改其中一个文件的名字，或给它写上索引号");
    }

    @Test
    void twoFilesThatDifferInTheCaseOfTheirEndingsAreOneFileOnSomeMachinesToo() {
        site.entry("content/值班.md", HEADER).entry("content/值班.MD", HEADER);

        assertThat(site.build().problems())
                .containsExactly(
                        "content/值班.md:1:1: 警告 W407 与文件“content/值班.MD”只差字母大小写，在 Windows 和 macOS 上会互相覆盖；请给其中一个改名",
                        "content/值班.md:2:5: 错误 E301 网页地址 articles/2024/zhi-ban.html 已被 content/值班.MD 使用；请改其中一个文件的名字，或给它写上索引号");
    }

    @Test
    void remarksInHtmlGoOnOverLines() {
        site.file("content/甲.HTM", "---\n标题: 甲\n发布日期: 2024-05-01\n---\n<p>一<!-- 待定XXX\n还是待定XXX --></p>\n");

        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void aNewEntryDoesNotTakeTheAddressOfOneOfAnotherEnding() {
        site.entry("content/文章/2024/防汛值班.adoc", "标题: 防汛值班", "发布日期: 2024-05-01");

        Ran ran = SiteFolder.run("new", "文章", "防汛值班", "-s", site.root().toString());

        assertThat(ran.out().strip()).endsWith("防汛值班-2.md");
    }

    @Test
    void indexNumbersAreGivenToAllOfThem() {
        site.file("content/_data/site.yml", "名称: 示例支部\n机构代码: ABCD01\n")
                .published("content/通知/值班.markdown", "标题: 关于值班的通知", "文种: 通知", "发布日期: 2024-05-01");

        Ran ran = SiteFolder.run("number", "-s", site.root().toString());

        assertThat(ran.out()).startsWith("content/通知/值班.markdown：ABCD01/2024-00001");
    }
}
