package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A site of several audiences that live at several addresses")
@Tag("slow")
class AudienceAddressTest extends SiteFixture {

    private static final String OUTSIDE = "http://dwgk.shili.example/";
    private static final String INSIDE = "http://10.0.0.8:8080/dang/";

    private SiteFolder site(String settings) {
        return site.file("content/_data/site.yml", "名称: 示例支部\n" + settings)
                .entry("content/a.md", "标题: 给大家的", "发布日期: 2024-01-02", "公开范围: 社会", "旧址: old/a.html")
                .entry("content/b.md", "标题: 给单位的", "发布日期: 2024-01-03", "公开范围: 本单位");
    }

    private SiteFolder both() {
        return site("网址: " + OUTSIDE + "\n受众:\n- {名称: 社会, 范围: [社会]}\n" + "- {名称: 单位, 范围: [社会, 本单位], 目录: nei, 网址: '"
                + INSIDE + "'}\n");
    }

    private TreeMap<String, String> other() {
        return SiteFolder.files(site.root().resolve("target/site-nei"));
    }

    private static List<String> links(String feed) {
        return Jsoup.parse(feed, Parser.xmlParser()).select("link, id").stream()
                .map(link -> link.hasAttr("href") ? link.attr("href") : link.text())
                .toList();
    }

    @Test
    @DisplayName("tells each its own address in feeds, site maps, redirects and pages, and none the other's")
    void itsOwn() {
        SiteFolder site = both().built();

        assertThat(links(site.page("feed.xml"))).isNotEmpty().allMatch(link -> link.startsWith(OUTSIDE));
        assertThat(links(other().get("feed.xml"))).hasSizeGreaterThan(4).allMatch(link -> link.startsWith(INSIDE));
        assertThat(site.page("sitemap.xml")).contains("<loc>" + OUTSIDE + "articles/2024/a.html</loc>");
        assertThat(other().get("sitemap.xml"))
                .contains("<loc>" + INSIDE + "articles/2024/b.html</loc>")
                .doesNotContain("<loc>articles");
        assertThat(site.html("old/a.html").select("link[rel=canonical]").attr("href"))
                .isEqualTo(OUTSIDE + "articles/2024/a.html");
        assertThat(other().get("old/a.html")).contains("href=\"" + INSIDE + "articles/2024/a.html\"");
        assertThat(other().get("articles/2024/b.html")).contains(INSIDE + "articles/2024/b.html");
        assertThat(other().get("404.html")).contains("href=\"/dang/");
        assertThat(site.files()).allSatisfy((file, text) -> assertThat(text).doesNotContain("10.0.0.8"));
        assertThat(other()).allSatisfy((file, text) -> assertThat(text).doesNotContain("dwgk.shili"));
    }

    @Test
    @DisplayName("counts once what several of them may see")
    void counts() {
        assertThat(both().build().out()).contains("栏目：文章 2\n", "\n完成：2 条，");
    }

    @Test
    @DisplayName("leaves addresses relative for an audience of which nobody says where it lives")
    void none() {
        site("网址: " + OUTSIDE + "\n受众:\n- {名称: 社会, 范围: [社会]}\n- {名称: 单位, 范围: [社会, 本单位], 目录: nei}\n")
                .built();

        assertThat(other()).allSatisfy((file, text) -> assertThat(text).doesNotContain("dwgk.shili"));
        assertThat(links(other().get("feed.xml")))
                .contains("articles/2024/b.html", "urn:x-gongkai:articles/2024/b.html");
        assertThat(other().get("sitemap.xml")).contains("<loc>articles/2024/b.html</loc>");
    }

    @Test
    @DisplayName("gives one of them its address when it is built alone")
    void alone() {
        both().built("--audience", "单位", "-o", folder.resolve("alone").toString());

        assertThat(SiteFolder.files(folder.resolve("alone-nei")).get("sitemap.xml"))
                .contains(INSIDE)
                .doesNotContain(OUTSIDE);
    }

    @Test
    @DisplayName("gives what is for certain people only no address at all")
    void special() {
        both().entry("content/c.md", "标题: 给几个人的", "发布日期: 2024-01-03", "公开范围: 特定对象")
                .built("--only-special", "-o", folder.resolve("special").toString());

        assertThat(SiteFolder.files(folder.resolve("special")))
                .containsKey("articles/2024/c.html")
                .allSatisfy((file, text) -> assertThat(text).doesNotContain("dwgk.shili", "10.0.0.8"));
    }

    @Test
    @DisplayName("takes links to any of its addresses for its own")
    void links() {
        SiteFolder site = both().file(
                        "content/d.md",
                        "---\n标题: 链接\n发布日期: 2024-01-02\n公开范围: 社会\n---\n\n[甲](" + OUTSIDE + "x)、[乙](" + INSIDE
                                + "y)、[丙](http://wai.example/)\n");

        assertThat(site.build().problems())
                .singleElement()
                .asString()
                .contains("content/d.md:7:", "W208 链接指向别的网站 wai.example，");
    }
}
