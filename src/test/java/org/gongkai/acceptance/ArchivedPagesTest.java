package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.Unzipped;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of a year of the demonstration, unzipped into a folder. */
@BrowserTest
@DisplayName("The pages of an archive")
class ArchivedPagesTest {

    @TempDir
    private static Path folder;

    private static Unzipped archive;

    @BeforeAll
    static void archive() {
        Path zip = folder.resolve("2024.zip");
        Cli.Result result = Cli.run(
                "archive", "2024", "-s", DemoSite.source().toString(), "-o", zip.toString(), "--as-of", DemoSite.DAY);
        assertThat(result.status()).as(result.err()).isZero();
        archive = Unzipped.of(zip);
    }

    private static List<String> pages() {
        return archive.paths().stream()
                .filter(path -> path.endsWith("/page.html"))
                .toList();
    }

    @Test
    @DisplayName("are shown from their folder with styles and every image")
    void shown(Browser browser) {
        List<String> illustrated = pages().stream()
                .filter(path -> Jsoup.parse(archive.text(path)).selectFirst("main img") != null)
                .toList();
        assertThat(illustrated).isNotEmpty();
        for (String path : illustrated) {
            browser.open(archive.folder().resolve(path));
            browser.run("document.querySelectorAll('img').forEach(function (i) { i.loading = 'eager'; })");
            Object broken = browser.await("var done = arguments[0];"
                    + "Promise.all(Array.from(document.images).map(function (i) {"
                    + " return i.decode().then(function () { return ''; }, function () { return i.src; }); }))"
                    + ".then(function (all) { done(all.join('')); });");
            assertThat(broken).as(path).isEqualTo("");
            assertThat(browser.style(".band", "background-color")).as(path).isEqualTo("rgba(143, 29, 33, 1)");
            assertThat(browser.console()).as(path).isEmpty();
        }
    }

    @Test
    @DisplayName("lead only to files of the archive, and ask no other host for anything")
    void links() {
        assertThat(pages()).hasSizeGreaterThan(20).allSatisfy(path -> {
            Path own = archive.folder().resolve(path).getParent();
            assertThat(Jsoup.parse(archive.text(path)).select("[href], [src]")).allSatisfy(element -> {
                String reference = element.attr(element.hasAttr("src") ? "src" : "href");
                boolean elsewhere = element.normalName().equals("a") && reference.matches("(?:https?|tel):.*");
                assertThat(reference.startsWith("#")
                                || elsewhere
                                || Files.isRegularFile(own.resolve(reference.replaceFirst("#.*", ""))))
                        .as(reference)
                        .isTrue();
            });
        });
    }
}
