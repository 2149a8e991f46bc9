package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreferencedFileRuleTest extends SiteFixture {

    @BeforeEach
    void aSiteWithAFile() {
        site.file("content/安排 表.txt", "一").entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
    }

    @Test
    void tellsOfAFileThatNoEntryNames() {
        assertThat(site.build().problems())
                .containsExactly("content/安排 表.txt:1:1: 警告 W256 没有条目用到这个文件；请在条目的“附件”里写上它，或删去；要留着就在文件名前加 _");
    }

    @Test
    void leavesFilesThatLieThereOnPurpose() {
        site.delete("content/安排 表.txt").file("content/_底稿.txt", "一").file("content/_共用/表.txt", "一");

        assertThat(site.build().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "content/通知/值班.txt, .txt, 值班.md",
        "content/通知/值班.md.txt, .md.txt, 值班.md",
        "content/通知/值班.adoc.TXT, .adoc.TXT, 值班.adoc",
        "content/值班.mkd, .mkd, 值班.md"
    })
    void tellsOfAnEntryWithAnotherEnding(String path, String ending, String name) {
        site.delete("content/安排 表.txt").file(path, "---\n标题: 值班\n发布日期: 2024-01-02\n---\n\n正文。\n");

        assertThat(site.build().problems())
                .containsExactly(path + ":1:1: 警告 W182 这个文件有文件头，但结尾是“" + ending + "”，不会成为条目；请把文件名改成“" + name
                        + "”；在 Windows 里先打开“查看—文件扩展名”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content/b.MD", "content/b.markdown", "content/b.HTML"})
    void endingsOfEntriesMayBeLongOrInCapitals(String path) {
        site.delete("content/安排 表.txt").file(path, "---\n标题: 乙\n发布日期: 2024-01-02\n---\n\n正文。\n");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.titles("index.html")).contains("甲", "乙");
    }

    @Test
    void tellsOfADocumentThatNoEntryNames() {
        site.delete("content/安排 表.txt").file("content/通知.docx", "文");

        assertThat(site.build().problems())
                .containsExactly("content/通知.docx:1:1: 警告 W256 没有条目用到这个文件，它自己也不会成为条目；"
                        + "作附件的，请写进条目的“附件”；要当条目发布的，请用 import 命令转成 .md；要留着就在文件名前加 _");
    }

    /** Names that the file manager and office programs make; an inner folder, and capitals as Windows writes them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thumbs.db",
                "通知/Thumbs.db",
                "desktop.ini",
                ".DS_Store",
                "~$值班安排.docx",
                "~WRL0003.tmp",
                "表.TMP",
                ".~lock.值班安排.docx#"
            })
    void leavesWhatOtherProgramsPutThere(String name) {
        site.delete("content/安排 表.txt").file("content/" + name, "一");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.build().status()).isZero();
    }

    @Test
    void leavesFilesOfDraftsAndOfEntriesThatAreNotDue() {
        site.entry("content/b.md", "标题: 乙", "发布日期: 2024-01-02", "状态: 草稿", "附件: 安排 表.txt");
        assertThat(site.build().problems()).isEmpty();

        site.delete("content/b.md").entry("content/c.md", "标题: 丙", "发布日期: 2030-01-02", "附件: 安排 表.txt");
        assertThat(site.build().problems()).isEmpty();

        site.delete("content/c.md")
                .file("content/d.md", "---\n标题: 丁\n发布日期: 2024-01-02\n状态: 草稿\n---\n\n[表](安排%20表.txt)\n");
        assertThat(site.build().problems()).isEmpty();
    }

    @Test
    void tellsOfNamesThatAreNearlyRight() {
        site.delete("content/安排 表.txt")
                .file("content/_data/site.yaml", "名称: 甲\n")
                .file("content/_data/privcy.yml", "允许: [甲]\n")
                .file("content/_data/register.yml", "[]\n")
                .file("content/_data/holidays/2024.yaml", "年: 2024\n")
                .file("content/_data/通讯.csv", "甲\n")
                .file("content/_data/sites.json", "{}")
                .file("content/_data/members.yml", "甲: 乙\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/holidays/2024.yaml:1:1: 警告 W409 程序不读“holidays/2024.yaml”，里面写的没有起作用；您是不是要写“holidays/2024.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/privcy.yml:1:1: 警告 W409 程序不读“privcy.yml”，里面写的没有起作用；您是不是要写“privacy.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/register.yml:1:1: 警告 W409 程序不读“register.yml”，里面写的没有起作用；您是不是要写“registers.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/site.yaml:1:1: 警告 W409 程序不读“site.yaml”，里面写的没有起作用；您是不是要写“site.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/sites.json:1:1: 警告 W409 程序不读“sites.json”，里面写的没有起作用；您是不是要写“site.yml”；另作他用的，请放到别的文件夹");
    }

    @Test
    void takesTheRightOnesAndCopiesBesideThem() {
        site.delete("content/安排 表.txt")
                .file("content/_data/site.yml", "名称: 甲\n")
                .file("content/_data/site.yaml", "名称: 乙\n")
                .file("content/_data/privacy.yml", "允许: [甲]\n")
                .file("content/_data/registers.yml", "[]\n");

        assertThat(site.build().problems()).isEmpty();
    }
}
