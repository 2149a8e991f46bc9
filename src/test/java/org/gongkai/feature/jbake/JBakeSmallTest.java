package org.gongkai.feature.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small project in JBake's manner; what is expected here is what JBake 2.7.0 makes of it. */
@Tag("slow")
class JBakeSmallTest {

    private static final Path SOURCE =
            Path.of("src/test/resources/sites/jbake-small").toAbsolutePath();

    @TempDir
    static Path folder;

    private static Project site;
    private static BuildResult result;

    @BeforeAll
    static void build() throws IOException {
        site = new Project(SOURCE, folder.resolve("out"));
        result = site.build(Project.DAY);
    }

    @Test
    void writesTheFilesThatJBakeWritesAndAManifest() throws IOException {
        assertThat(site.files())
                .containsExactly(
                        ".nojekyll",
                        "2/index.html",
                        "3/index.html",
                        "404.html",
                        "about.html",
                        "archive.html",
                        "books/almanac.htm",
                        "css/site.css",
                        "drafts/next-draft.html",
                        "feed.xml",
                        "img/tree.png",
                        "index.html",
                        "manifest.json",
                        "news/%E6%9D%91%E8%A7%84.html",
                        "news/2024/first.html",
                        "news/2024/later.html",
                        "news/2024/second.html",
                        "news/2024/third.html",
                        "sitemap.xml",
                        "tags/index.html",
                        "tags/village-news.html",
                        "tags/村务.html",
                        "tags/规约.html");
    }

    @Test
    void countsWhatIsPublished() {
        assertThat(result.summary().columns())
                .containsEntry("post", 5)
                .containsEntry("page", 1)
                .containsEntry("book", 1);
        assertThat(result.summary().size().pages()).isEqualTo(19);
        assertThat(result.summary().nextChange()).isEmpty();
    }

    @Test
    void warnsOfAddressesThatBrowsersCannotOpen() {
        assertThat(result.problems())
                .extracting(Problem::text)
                .containsExactly("content/news/村规.md:1:1: 警告 W610 JBake 给它的网址是“news/%E6%9D%91%E8%A7%84.html”，"
                        + "多数浏览器打不开这样的链接；请用英文字母和数字给文件起名");
    }

    @Test
    void showsMarkdownWithItsLinesAndItsAddressesAsTyped() throws IOException {
        assertThat(site.text("news/2024/first.html"))
                .contains("05 January 2024 published 修路开工")
                .contains("村务 (2) village-news (2)")
                .contains("修路。 今天开工， 请绕行。")
                .contains("newer: It’s the second issue");
        assertThat(site.page("news/2024/first.html"))
                .contains("<strong>修路。</strong>今天开工，<br />")
                .contains(">Where</h2>")
                .contains("<a href=\"../../about.html\">关于</a>")
                .contains("<a href=\"../../news/2024/second.html\">");
    }

    @Test
    void readsAttributesOfAsciiDoc() throws IOException {
        assertThat(site.text("news/2024/second.html"))
                .contains("It’s the second issue 06 February 2024 published Seeds &amp; tools by 李四")
                .contains("Note See http://news.example.cn for more.")
                .contains("种子 农具");
    }

    @Test
    void readsJsonInHeaders() throws IOException {
        assertThat(site.text("news/2024/third.html")).contains("07 March 2024 published third 大槐树 30");
    }

    @Test
    void dividesTheIndex() throws IOException {
        assertThat(site.text("index.html"))
                .contains("Later 2024-06-10 later 村规民约 2024-04-08")
                .contains("1/3 older");
        assertThat(site.page("2/index.html"))
                .contains("2/3")
                .contains("<a href=\"../\">newer</a>")
                .contains("<a href=\"../3/\">older</a>");
        assertThat(site.text("3/index.html")).contains("第一期简讯 2024-01-05 修路开工 3/3 newer");
    }

    @Test
    void listsTags() throws IOException {
        assertThat(site.text("tags/index.html")).contains("村务 2/2 规约 1/2 village-news 2/2 village-news 规约 村务");
        assertThat(site.text("tags/规约.html")).contains("规约 村规民约 村规民约 农历");
    }

    @Test
    void countsDocumentsInTemplates() throws IOException {
        assertThat(site.text("archive.html")).contains("2023-11-11 book 农历 8 6 1 1 1 6");
    }

    @Test
    void handsDataFilesToTemplates() throws IOException {
        assertThat(site.text("404.html")).endsWith("没有这一页 0571-0000000 13 周一 周五 JBake v2.7.0");
    }

    @Test
    void givesTheSameBytesInAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Project other = new Project(SOURCE, folder.resolve("other"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            other.build(Project.DAY);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(other.page("manifest.json")).isEqualTo(site.page("manifest.json"));
    }

    @Test
    void holdsBackWhatIsNotDue() throws IOException {
        Project before = new Project(SOURCE, folder.resolve("before"));
        BuildResult early = before.build(LocalDate.of(2024, 6, 9));
        assertThat(early.summary().nextChange()).contains(LocalDate.of(2024, 6, 10));
        assertThat(before.page("index.html")).doesNotContain("Later");
        assertThat(Files.exists(before.output().resolve("news/2024/later.html")))
                .isTrue();
    }
}
