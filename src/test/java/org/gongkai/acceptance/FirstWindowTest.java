package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.RunningDesk;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("The first window of the desk")
class FirstWindowTest extends FolderFixture {

    @Test
    @DisplayName("makes a site and goes on to the desk")
    void makes(Browser browser) throws IOException {
        Path site = folder.resolve("支部");
        try (RunningDesk desk = new RunningDesk(site, environment(), "--no-browser")) {
            DeskPage page = new DeskPage(browser, desk.address(), "#setup");
            page.awaitTrue("return document.getElementById('folder').value === '" + site + "'");
            page.awaitTrue("return document.getElementById('more').open = true");
            page.fill("#name", "滨江测试支部").fill("#groups", "甲组、乙组").press("新建");

            page.await(".overview", "网站今天开通");
        }
        assertThat(site.resolve("content/_data/organisation.yml")).content().contains("甲组", "乙组");
        assertThat(site.resolve(".git")).isDirectory();
        assertThat(SiteFolder.run("check", "-s", site.toString()).status()).isZero();
    }

    @Test
    @DisplayName("says what is wrong and opens a site that exists")
    void opens(Browser browser) throws IOException {
        Path existing = folder.resolve("已有");
        SiteFolder.run("init", existing.toString(), "--name", "滨江测试支部");
        try (RunningDesk desk = new RunningDesk(folder.resolve("空"), environment(), "--no-browser")) {
            DeskPage page = new DeskPage(browser, desk.address(), "#setup");
            page.fill("#name", " ").press("新建").await("#name-problem", "没有写支部的名称");

            page.press("选择文件夹…").press("已有").await(".folders", "content").press("就放在这里");
            page.press("新建").await(".overview", "网站今天开通");
        }
        assertThat(folder.resolve("空")).doesNotExist();
    }

    /** Where the desk remembers the site. */
    private Map<String, String> environment() throws IOException {
        return Map.of("HOME", Files.createDirectories(folder.resolve("home")).toString());
    }
}
