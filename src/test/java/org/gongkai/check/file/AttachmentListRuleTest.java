package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;

class AttachmentListRuleTest extends SiteFixture {

    @Test
    void takesTitlesThatAgreeWithTheHeader() {
        assertThat(problems("附件: [安排表.txt, {文件: b.txt, 名称: 《征求意见表》}]", "正文。\n\n附件：1. 值班安排表\n2. 征求意见表\n"))
                .isEmpty();
    }

    @Test
    void tellsOfTitlesWithoutAFileAndFilesWithoutATitle() {
        assertThat(problems("附件: [安排表.txt, b.txt]", "正文。\n\n附件：1. 安排表\n"))
                .containsExactly("content/a.md:4:15: 警告 W262 附件“b.txt”没有列在正文的附件说明里；请在正文“附件：”后面写上它，或让两处的名称一致");
        assertThat(problems("附件: [安排表.txt]", "正文。\n\n附件：1. 安排表\n　　　2. 签到表\n"))
                .containsExactly("content/a.md:10:7: 警告 W262 正文列出的附件“签到表”没有放进“附件”；请放进“附件”，或让两处的名称一致");
    }

    @Test
    void tellsOnceOfATitleThatDiffersFromItsFile() {
        assertThat(problems("附件: [安排表.txt, b.txt]", "正文。\n\n附件：1. 安排表\n　　　2. 签到表\n"))
                .containsExactly("content/a.md:10:7: 警告 W262 正文列出的附件“签到表”和文件头的“b.txt”名称不一致；请让两处的名称一致；是两个附件的，两处都要写全");
    }

    @Test
    void takesTitlesWhoseTextFollowsInTheBody() {
        String annexes = "附件：1. 安排表\n2. 签到表\n\n附件1：\n\n表。\n\n## 附件2：\n\n表。\n";
        assertThat(problems("标签: 甲", annexes + "按附件1填，见附件2。\n")).isEmpty();
        assertThat(problems("标签: 甲", annexes + "按附件3填，见附件2。\n").toString()).contains("W323 正文里写着附件3，列出的附件只有2个");
    }

    @Test
    void tellsOfAFileThatIsListedTwice() {
        assertThat(problems("附件: [b.txt, ./b.txt]", "正文。\n"))
                .containsExactly("content/a.md:4:13: 警告 W261 附件“./b.txt”列了两次；请删去多余的一处");
    }

    private List<String> problems(String field, String body) {
        return site.file("content/a.md", "---\n标题: 甲\n发布日期: 2024-01-02\n" + field + "\n---\n\n" + body)
                .file("content/_b.md", "[安排表](安排表.txt) b.txt")
                .file("content/安排表.txt", "一")
                .file("content/b.txt", "一")
                .build()
                .problems();
    }
}
