package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ConflictRuleTest extends FolderFixture {

    @Test
    void tellsOfWhatGitLeavesWhereTwoChangedTheSame() {
        String hint = "；请留下要的文字，删去 <<<<<<<、=======、>>>>>>> 这三行";
        String conflict = "<<<<<<< HEAD\n定于周一学习。\n=======\n定于周二学习。\n>>>>>>> 1a2b3c4\n";
        assertThat(new SiteFolder(folder)
                        .file("content/a.md", "---\n标题: 甲\n发布日期: 2024-05-01\n---\n\n" + conflict)
                        .file("content/b.adoc", "= 乙\n:发布日期: 2024-05-01\n\n" + conflict)
                        .build()
                        .problems())
                .filteredOn(line -> line.contains("E238"))
                .containsExactly(
                        "content/a.md:6:1: 错误 E238 这一行“<<<<<<<”是 git 合并时留下的冲突标记，两个人改的文字都在，还没有选定" + hint,
                        "content/a.md:10:1: 错误 E238 这一行“>>>>>>>”是 git 合并时留下的冲突标记，两个人改的文字都在，还没有选定" + hint,
                        "content/b.adoc:4:1: 错误 E238 这一行“<<<<<<<”是 git 合并时留下的冲突标记，两个人改的文字都在，还没有选定" + hint,
                        "content/b.adoc:8:1: 错误 E238 这一行“>>>>>>>”是 git 合并时留下的冲突标记，两个人改的文字都在，还没有选定" + hint);
    }
}
