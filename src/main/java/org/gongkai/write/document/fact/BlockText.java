package org.gongkai.write.document.fact;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Run;

/** The plain text of blocks. */
public final class BlockText {

    private BlockText() {}

    /** The text of a heading or a paragraph without surrounding blanks; empty for other blocks. */
    public static String of(Block block) {
        if (block instanceof Block.Heading heading) {
            return of(heading.text());
        }
        return block instanceof Block.Paragraph paragraph ? of(paragraph.text()) : "";
    }

    /** The lines of a block in which facts may stand; those of a body in Markdown without what begins a block. */
    static String lines(Block block) {
        return block instanceof Block.Markup markup
                ? markup.text().replaceAll("(?m)^[#>*\\s-]+|\\*\\*", "")
                : of(block);
    }

    /** The characters of runs without surrounding blanks. */
    public static String of(List<Run> runs) {
        return runs.stream()
                .map(run -> run instanceof Run.Text text ? text.text() : "")
                .collect(Collectors.joining())
                .strip();
    }

    /** The text of a cell, with blanks between its paragraphs. */
    public static String of(Block.Cell cell) {
        return cell.content().stream()
                .map(BlockText::of)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** Whether a block has neither characters nor pictures. */
    public static boolean isBlank(Block block) {
        List<Run> runs = block instanceof Block.Heading heading
                ? heading.text()
                : block instanceof Block.Paragraph paragraph ? paragraph.text() : null;
        return runs != null
                && runs.stream()
                        .allMatch(run ->
                                run instanceof Run.Text text && text.text().isBlank());
    }

    /** The place of a block for remarks, from its index. */
    public static String place(int index) {
        return "第" + (index + 1) + "段";
    }
}
