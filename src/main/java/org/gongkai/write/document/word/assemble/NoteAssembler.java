package org.gongkai.write.document.word.assemble;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;

/** Makes the runs of a note of its blocks. */
public final class NoteAssembler {

    private NoteAssembler() {}

    /** The runs of all blocks, with a line break between them; cells of tables one after the other. */
    public static List<Run> runs(List<Block> blocks) {
        List<Run> runs = new ArrayList<>();
        for (Block block : blocks) {
            List<Run> more = runs(block);
            if (!runs.isEmpty() && !more.isEmpty()) {
                runs.add(new Run.Text("\n", Style.PLAIN, ""));
            }
            runs.addAll(more);
        }
        return Runs.joined(runs);
    }

    private static List<Run> runs(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.text();
        }
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text();
        }
        return block instanceof Block.Table table
                ? runs(table.rows().stream()
                        .flatMap(List::stream)
                        .flatMap(cell -> cell.content().stream())
                        .toList())
                : List.of();
    }
}
