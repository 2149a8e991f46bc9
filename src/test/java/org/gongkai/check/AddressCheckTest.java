package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest extends SiteFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {"index.html", "articles/index.html", "years/2024/index.html", "404.html", "tags/index.html"})
    void tellsOfAFormerAddressThatIsAPageOfTheSite(String alias) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: /" + alias);

        assertThat(site.build().errors())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 " + alias + " 是本站现有的网页地址；请删去这个旧址", "发现 1 个错误，站点没有改动。");
    }

    @ParameterizedTest
    @CsvSource({
        "feed.xml, feed.xml/index.html",
        "articles/2024/a.html/old.html, articles/2024/a.html/old.html",
        "manifest.json/, manifest.json/index.html"
    })
    void tellsOfAFormerAddressBelowAFileOfTheSite(String alias, String address) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: " + alias);

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 " + address + " 是本站现有的网页地址；请删去这个旧址");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[old.html, old.html/b.html]", "[old.html/b.html, old.html]"})
    void tellsOfAFormerAddressBelowAnother(String aliases) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: " + aliases);

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 old.html/b.html 是本站现有的网页地址；请删去这个旧址");
    }

    @Test
    void tellsOfAFormerAddressThatIsAFileOfAnEntry() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02", "旧址: articles/2024/a/biao.txt", "附件: biao.txt")
                .file("content/biao.txt", "表");

        assertThat(site.build().problems())
                .containsExactly("content/a.md:4:5: 错误 E303 旧址 articles/2024/a/biao.txt/index.html 是本站现有的网页地址；请删去这个旧址");
    }
}
