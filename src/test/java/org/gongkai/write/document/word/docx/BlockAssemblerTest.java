package org.gongkai.write.document.word.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.docx.BlockAssembler.ParagraphShape;
import org.gongkai.write.document.word.docx.ListCounters.ListLabel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A paragraph whose mark is deleted")
class BlockAssemblerTest {

    private static final ParagraphShape SHAPE =
            new ParagraphShape(-1, Alignment.LEFT, ListLabel.NONE, false, false, false);
    private static final Block TABLE = new Block.Table(List.of(), 0);

    private final BlockAssembler blocks = new BlockAssembler(new RemarkCollector());

    private static List<Run> runs(String text) {
        return List.of(new Run.Text(text, Style.PLAIN, ""));
    }

    private static Block paragraph(Run... runs) {
        return new Block.Paragraph(List.of(runs), Alignment.LEFT, 0);
    }

    @Test
    @DisplayName("is continued by the next one")
    void continued() {
        blocks.unended(SHAPE, runs("会议"));
        blocks.paragraph(SHAPE, runs("决定"));

        assertThat(blocks.blocks())
                .containsExactly(paragraph(runs("会议").get(0), runs("决定").get(0)));
    }

    @Test
    @DisplayName("is a paragraph of its own if a table follows")
    void beforeTable() {
        blocks.unended(SHAPE, runs("会议"));
        blocks.finish();
        blocks.add(TABLE);

        assertThat(blocks.blocks()).containsExactly(paragraph(runs("会议").get(0)), TABLE);
    }

    @Test
    @DisplayName("is a paragraph of its own if nothing follows")
    void atTheEnd() {
        blocks.unended(SHAPE, runs("会议"));

        assertThat(blocks.blocks()).containsExactly(paragraph(runs("会议").get(0)));
    }
}
