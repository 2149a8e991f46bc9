package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code site.yml} says of every entry need not be repeated in each. */
class EntryDefaultsTest extends SiteFixture {

    private static final String[] NOTICE = {
        "标题: 关于值班的通知", "文种: 通知", "发布日期: 2024-01-02", "保密审查: 宣传委员 2024-01-01", "审批: 书记 2024-01-01"
    };

    @BeforeEach
    void aSiteWithDefaults() {
        site.file("content/_data/site.yml", "默认: {公开范围: 本单位, 发布机构: 第一党支部, 责任人: 办公室}\n");
    }

    @Test
    void anEntryNeedsNoFieldThatHasADefault() {
        site.entry("content/a.md", NOTICE);

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.html("notices/2024/a.html").text()).contains("发布机构 第一党支部", "公开范围 本单位", "责任人 办公室");
    }

    @Test
    void whatAnEntrySaysDecides() {
        String[] header = Arrays.copyOf(NOTICE, NOTICE.length + 2);
        header[NOTICE.length] = "发布机构: 第二党支部";
        header[NOTICE.length + 1] = "公开范围: 社会";
        site.entry("content/a.md", header);

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.html("notices/2024/a.html").text()).contains("发布机构 第二党支部", "公开范围 社会", "责任人 办公室");
    }

    @Test
    void withoutDefaultsTheFieldsAreMissing() {
        site.delete("content/_data/site.yml").entry("content/a.md", NOTICE);

        assertThat(site.build().problems())
                .containsExactly(
                        "content/a.md:1:1: 错误 E104 缺少“公开范围”；请在文件头里写上“公开范围: ……”",
                        "content/a.md:1:1: 错误 E104 缺少“发布机构”；请在文件头里写上“发布机构: ……”");
    }

    /** An article says nothing of its publisher, and is for 本单位 unless it says otherwise. */
    @Test
    void articlesHaveNoDefaults() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");

        assertThat(site.built().html("articles/2024/a.html").text()).doesNotContain("第一党支部");
    }

    @Test
    void aDefaultForCertainPersonsKeepsAnEntryFromTheSite() {
        site.file("content/_data/site.yml", "默认: {公开范围: 特定对象, 发布机构: 第一党支部}\n").entry("content/a.md", NOTICE);

        assertThat(site.build().problems()).anyMatch(line -> line.startsWith("content/a.md:1:1: 错误 E304"));
    }
}
