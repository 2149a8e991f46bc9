package org.gongkai.history.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message of a commit is shown to those who may see every entry and every file that it touched. */
@Tag("slow")
class CommitMessagesTest extends GitFixture {

    private static final String MESSAGE = "about the annex";

    @BeforeEach
    void anEntryForAllAndOneForMembers() {
        site.file("content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        open("第一稿");
        site.entry("content/内部/b.md", "标题: 内部的安排", "发布日期: 2024-01-03", "公开范围: 本单位");
        git.commit("2024-04-01", "测试", "开始");
    }

    private void open(String text, String... more) {
        site.file(
                "content/公开/a.md",
                "---\n标题: 公开的安排\n发布日期: 2024-01-02\n公开范围: 社会\n" + String.join("\n", more) + "\n---\n\n" + text + "。\n");
    }

    /** Whether any page of an output shows the message of the last commit. */
    private boolean isShown(String output) {
        return SiteFolder.files(site.output().resolveSibling(site.output().getFileName() + output)).values().stream()
                .anyMatch(text -> text.contains(MESSAGE));
    }

    private void committed() {
        git.commit("2024-04-02", "测试", MESSAGE);
        site.built();
    }

    @Test
    void ofWhatEverybodySeesIsShown() {
        open("第二稿", "附件: 表.txt");
        site.file("content/公开/表.txt", "公开的表。\n");
        committed();

        assertThat(isShown("")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content/内部/谈话.txt", "content/内部/附件/2024/谈话.txt", "content/公开/谈话.txt"})
    void withAFileThatNobodyAttachesIsNotShown(String file) {
        open("第二稿");
        site.file(file, "还没有列作附件的表。\n");
        committed();

        assertThat(isShown("")).isFalse();
        assertThat(isShown("-dang"))
                .as("they see the hidden entry, but not the file either")
                .isFalse();
    }

    @Test
    void withAFileBesideAHiddenEntryThatAVisibleOneAttachesIsShown() {
        open("第二稿", "附件: ../内部/表.txt");
        site.file("content/内部/表.txt", "大家用的表。\n");
        committed();

        assertThat(isShown("")).isTrue();
    }

    @Test
    void withATextThatAVisibleEntryIncludesIsShown() {
        site.file("content/公开/c.adoc", "= 另一条\n:发布日期: 2024-01-02\n:公开范围: 社会\n\ninclude::../_共用/片段.adoc[]\n");
        site.file("content/_共用/片段.adoc", "include::里面.adoc[]\n");
        site.file("content/_共用/里面.adoc", "大家用的文字。\n");
        open("第二稿");
        committed();

        assertThat(isShown("")).isTrue();
    }
}
