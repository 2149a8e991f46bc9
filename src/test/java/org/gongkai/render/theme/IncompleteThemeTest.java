package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.Program;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that was copied in part makes no site. */
@Tag("slow")
class IncompleteThemeTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
    }

    @ParameterizedTest
    @CsvSource({
        "assets/search.js, build",
        "assets/history.css, check",
        "templates/post.ftl, serve --port=0",
        "templates/parts/pager.ftl, publish --to=store"
    })
    void everyCommandThatMakesPagesRefuses(String part, String command) {
        Ran ran = Program.runWithout(
                part, (command.replace("store", folder.resolve("store").toString()) + " -s " + site.root()).split(" "));

        assertThat(ran.err()).contains("程序不完整，缺少 " + part + "，请重新安装；站点没有改动。").doesNotContain("\tat ");
        assertThat(ran.status()).isEqualTo(3);
        assertThat(site.root().resolve("target/site")).doesNotExist();
        assertThat(folder.resolve("store/current")).doesNotExist();
    }

    @Test
    void aSitesOwnFileTakesThePlaceOfAMissingOne() {
        site.file("assets/print.css", "body{}");

        Ran ran = Program.runWithout(
                "assets/print.css",
                "build",
                "-s",
                site.root().toString(),
                "-o",
                site.output().toString());

        assertThat(ran.err() + ran.out()).contains("完成：1 条");
        assertThat(site.page("assets/print.css")).isEqualTo("body{}");
    }
}
