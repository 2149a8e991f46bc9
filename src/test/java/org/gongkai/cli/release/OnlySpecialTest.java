package org.gongkai.cli.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is for certain people only: never in a common output, and alone where it is asked for. */
class OnlySpecialTest extends SiteFixture {

    private Path output;

    @BeforeEach
    void oneEntryForEverybodyAndOneForSomebody() {
        site.entry("content/公开.md", "标题: 大家都能看的通知", "发布日期: 2024-05-01", "公开范围: 社会")
                .entry("content/一人.md", "标题: 给本人的处理结果", "发布日期: 2024-05-02", "公开范围: 特定对象");
        output = folder.resolve("only");
    }

    @Test
    @Promise("build --only-special makes it alone")
    void isBuiltAloneAndSaysForWhomItIs() {
        SiteFolder.Ran ran = site.build("--only-special", "-o", output.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(output.resolve("index.html")).content().contains("给本人的处理结果", "仅供特定对象");
        assertThat(SiteFolder.files(output).toString()).doesNotContain("gong-kai.html");
        assertThat(output.resolve("articles/2024/yi-ren.html")).content().contains("仅供特定对象");
        assertThat(site.output()).doesNotExist();
    }

    @Test
    @Promise("特定对象 is part of no common output")
    void theCommonSiteStillRefusesIt() {
        assertThat(site.build().problems()).singleElement().asString().contains("E304");
        assertThat(site.output()).doesNotExist();
    }

    @Test
    void needsAnEmptyFolderThatWasNamed() throws Exception {
        assertThat(site.build("--only-special").errors()).containsExactly("用 --only-special 时，请用 -o 说明写到哪个空的文件夹。");

        Files.createDirectories(output);
        Files.writeString(output.resolve("index.html"), "别的站点");
        SiteFolder.Ran ran = site.build("--only-special", "-o", output.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("只能写进空的文件夹");
        assertThat(output.resolve("index.html")).hasContent("别的站点");
    }

    @Test
    @Promise("特定对象 is part of no common output")
    void isNoAudienceOfAnyOtherCommand() {
        assertThat(site.build("--audience", "特定对象").status()).isEqualTo(2);
        assertThat(site.build("--audience", "特定对象", "--only-special", "-o", output.toString())
                        .status())
                .isEqualTo(2);
        SiteFolder.Ran ran = SiteFolder.run("publish", "-s", site.root(), "--to", output, "--audience", "特定对象");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("“特定对象”不是公开对象");
        assertThat(output).doesNotExist();
    }
}
