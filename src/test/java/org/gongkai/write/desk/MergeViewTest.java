package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.history.git.work.merge.ConflictParagraphs.Kind;
import org.gongkai.history.git.work.merge.ConflictParagraphs.Passage;
import org.junit.jupiter.api.Test;

/** Two versions of an entry side by side. */
class MergeViewTest {

    private static final String PATH = "content/a.md";
    private static final String BASE = "---\n标题: 甲\n发布日期: 2024-05-06\n标签: [一]\n---\n\n第一段。\n\n第二段。\n";

    @Test
    void fieldsAreDecidedOneByOne() {
        String ours = BASE.replace("标题: 甲", "标题: 乙").replace("第一段", "首段");
        String theirs = BASE.replace("[一]", "[二]").replace("第一段", "头一段");

        List<Passage> passages = MergeView.of(PATH, BASE, ours, theirs);

        assertThat(passages)
                .filteredOn(passage -> passage.kind() != Kind.SAME)
                .containsExactly(
                        new Passage(Kind.OURS_ONLY, "标题: 甲\n", "标题: 乙\n", "标题: 甲\n"),
                        new Passage(Kind.THEIRS_ONLY, "标签: [一]\n", "标签: [一]\n", "标签: [二]\n"),
                        new Passage(Kind.BOTH, "\n第一段。\n", "\n首段。\n", "\n头一段。\n"));
        assertThat(passages.stream().map(Passage::ours).collect(Collectors.joining()))
                .isEqualTo(ours);
        assertThat(passages.stream().map(Passage::theirs).collect(Collectors.joining()))
                .isEqualTo(theirs);
    }

    @Test
    void headersThatCannotBeReadAreTextAsWell() {
        String ours = "---\n标题: \"甲\n---\n正文。";

        List<Passage> passages = MergeView.of(PATH, "", ours, BASE);

        assertThat(passages.stream().map(Passage::ours).collect(Collectors.joining()))
                .isEqualTo(ours);
    }
}
