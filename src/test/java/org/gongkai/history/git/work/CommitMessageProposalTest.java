package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.CommitMessageProposal.Title;
import org.gongkai.history.git.work.FileChange.Kind;
import org.junit.jupiter.api.Test;

class CommitMessageProposalTest {

    private static final Map<String, Title> TITLES = Map.of(
            "content/a.md", new Title("通知", "关于开会的通知"),
            "content/b.md", new Title("工作总结", "2025年工作总结"),
            "content/c.md", new Title("", "无文种的一篇"));

    private static String proposed(FileChange... changes) {
        return CommitMessageProposal.of(Arrays.asList(changes), TITLES);
    }

    private static FileChange change(Kind kind, String path) {
        return new FileChange(kind, path, Optional.empty());
    }

    @Test
    void oneEntryIsNamed() {
        assertThat(proposed(change(Kind.NEW, "content/a.md"))).isEqualTo("新增通知《关于开会的通知》");
        assertThat(proposed(change(Kind.MODIFIED, "content/b.md"))).isEqualTo("修改工作总结《2025年工作总结》");
        assertThat(proposed(change(Kind.DELETED, "content/c.md"))).isEqualTo("删除《无文种的一篇》");
    }

    @Test
    void attachmentsBelongToTheEntry() {
        assertThat(proposed(change(Kind.NEW, "content/a/表.xlsx"), change(Kind.RENAMED, "content/a.md")))
                .isEqualTo("移动通知《关于开会的通知》");
    }

    @Test
    void severalAreCounted() {
        assertThat(proposed(
                        change(Kind.MODIFIED, "content/c.md"),
                        change(Kind.NEW, "content/a.md"),
                        change(Kind.NEW, "content/b.md"),
                        change(Kind.NEW, "content/图.png")))
                .isEqualTo("新增2篇、修改1篇");
        assertThat(proposed(change(Kind.NEW, "content/图.png"), change(Kind.DELETED, "site.yml")))
                .isEqualTo("新增1个文件、删除1个文件");
    }

    @Test
    void oneFileIsNamed() {
        assertThat(proposed(change(Kind.MODIFIED, "content/图.png"))).isEqualTo("修改图.png");
        assertThat(CommitMessageProposal.of(List.of(), TITLES)).isEmpty();
    }
}
