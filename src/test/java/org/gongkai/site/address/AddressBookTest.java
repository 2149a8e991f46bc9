package org.gongkai.site.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBookTest extends SiteFixture {

    @ParameterizedTest
    @CsvSource({
        "content/值班.md,              栏目: 通知,          notices/2024/zhi-ban.html",
        "content/通知/2024/值班.md,    栏目: 通知,          notices/2024/zhi-ban.html",
        "content/通知/三月/值班.md,    栏目: 通知,          notices/2024/san-yue-zhi-ban.html",
        "content/值班.md,              索引号: A01/2024-00007, articles/2024/a01-2024-00007.html",
        "content/值班.md,              栏目: 防汛,          fang-xun/2024/zhi-ban.html",
        "content/值班.md,              年度: 2023,          articles/2023/zhi-ban.html",
        "content/a b #1 %.md,          栏目: 通知,          notices/2024/a-b-1.html"
    })
    void givesAnEntryItsAddress(String path, String line, String address) {
        site.entry(path, "标题: 甲", "发布日期: 2024-01-02", line).built();

        assertThat(site.files()).containsKey(address);
    }

    @Test
    void keepsAnAddressWhenTheTitleChanges() {
        site.entry("content/值班.md", "标题: 甲", "发布日期: 2024-01-02").built();
        site.entry("content/值班.md", "标题: 乙", "发布日期: 2024-01-03").built();

        assertThat(site.page("articles/2024/zhi-ban.html")).contains("乙");
    }

    @Test
    void tellsOfAColumnThatIsNotDeclared() {
        site.file("content/_data/categories.yml", "- {名称: 通知, 标识: notices}\n- {名称: 工作计划, 标识: plans}\n")
                .entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "栏目: 工作计化")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02");

        assertThat(String.join("\n", site.build().problems()))
                .isEqualTo("content/a.md:4:5: 错误 E117 没有“工作计化”这个栏目；您是不是要写“工作计划”\n"
                        + "content/b.md:1:1: 错误 E117 没有写栏目，也没有“文章”这个栏目；可以写：通知、工作计划");
    }

    @Test
    void namesBothFilesThatWouldShareAnAddress() {
        site.entry("content/公示.md", "标题: 甲", "发布日期: 2024-01-02").entry("content/公式.md", "标题: 乙", "发布日期: 2024-01-02");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/公示.md:2:5: 错误 E301 网页地址 articles/2024/gong-shi.html 已被 content/公式.md 使用；请改其中一个文件的名字，或给它写上索引号");
    }

    @Test
    void namesBothFilesOfOneNumber() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "索引号: A/2024-00001")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "索引号: A/2024-00001", "状态: 草稿");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:4:6: 错误 E141 索引号“A/2024-00001”与 content/b.md 的相同；一个索引号只用于一条，请给其中较晚的一条另编一个",
                        "content/b.md:4:6: 错误 E141 索引号“A/2024-00001”与 content/a.md 的相同；一个索引号只用于一条，请给其中较晚的一条另编一个",
                        "content/b.md:4:6: 错误 E301 网页地址 articles/2024/a-2024-00001.html 已被 content/a.md 使用；两条的索引号相同，请改其中一个");
    }

    @Test
    void namesBothColumnsThatWouldShareAFolder() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "栏目: 公式")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "栏目: 工事");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/b.md:4:5: 错误 E302 栏目“工事”与“公式”的地址相同：gong-shi/；请在 content/_data/categories.yml 里给它们各写一个标识");
    }

    @ParameterizedTest
    @CsvSource({"tags, tags", "Years, years", "assets, assets", "search, search"})
    void keepsTheFoldersOfTheSiteFromColumns(String column, String slug) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "栏目: " + column);

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E302 栏目“" + column + "”的地址 " + slug
                        + "/ 是本站自用的；请在 content/_data/categories.yml 里给它写一个别的标识");
    }

    @ParameterizedTest
    @CsvSource({"index, index", "Index, index", "page-2, page-2", "page 17, page-17"})
    void keepsTheNamesOfListsFromEntries(String name, String slug) {
        site.entry("content/通知/2024/" + name + ".md", "标题: 甲", "发布日期: 2024-01-02", "栏目: 通知");

        assertThat(site.build().problems())
                .containsExactly("content/通知/2024/" + name + ".md:2:5: 错误 E301 网页地址 notices/2024/" + slug
                        + ".html 留给栏目的列表；请改文件的名字，或给它写上索引号");
    }

    @Test
    void sendsReadersOfAFormerAddressToThePresentOne() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: [/old/2019/plan.html, gone/]")
                .built();

        assertThat(site.page("old/2019/plan.html")).contains("url=../../articles/2024/a.html", "\"../../articles/2024");
        assertThat(site.page("gone/index.html")).contains("url=../articles/2024/a.html");
    }

    @Test
    void tellsOfAFormerAddressThatTwoEntriesClaim() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: old.html")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-03", "旧址: old.html");

        assertThat(site.build().problems())
                .containsExactly("content/b.md:4:5: 错误 E303 旧址 old.html 已被 content/a.md 使用；请删去其中一个");
    }

    @Test
    void tellsOfAFormerAddressThatIsThatOfAnEntry() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                .entry("content/b.md", "标题: 乙", "发布日期: 2024-01-03", "旧址: articles/2024/a.html");

        assertThat(site.build().problems())
                .containsExactly("content/b.md:4:5: 错误 E303 旧址 articles/2024/a.html 已被 content/a.md 使用；请删去其中一个");
    }
}
