package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.docx.ListCounters.ListLabel;

/** Collects blocks, which it makes of the runs of paragraphs; makes again runs of the blocks of a note. */
final class BlockAssembler {

    private static final int LOWEST_HEADING = 6;

    private final RemarkCollector remarks;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Run> continued = new ArrayList<>();
    private ParagraphShape last;

    BlockAssembler(RemarkCollector remarks) {
        this.remarks = remarks;
    }

    /** Adds a block that is no paragraph. */
    void add(Block block) {
        blocks.add(block);
    }

    /** Adds the runs of a paragraph whose mark is deleted, so that the next one continues it if there is one. */
    void unended(ParagraphShape shape, List<Run> runs) {
        last = shape;
        continued.addAll(runs);
        remarks.forgetParagraph();
    }

    /** Adds a paragraph with what continues in it; one without content is not counted. */
    void paragraph(ParagraphShape shape, List<Run> runs) {
        continued.addAll(runs);
        List<Block> made = blocks(shape, List.copyOf(continued));
        continued.clear();
        blocks.addAll(made);
        if (made.stream().anyMatch(block -> !(block instanceof Block.Break))) {
            shape.label().report(remarks);
            return;
        }
        remarks.forgetParagraph();
        if (!shape.label().number().isEmpty()) {
            remarks.count("没有文字的编号段落{n}个没有导入，后面的编号照原样", Weight.NOTE);
        }
    }

    /** Ends what no further paragraph continues. */
    void finish() {
        if (!continued.isEmpty()) {
            blocks.addAll(blocks(last, List.copyOf(continued)));
            continued.clear();
        }
    }

    /** All blocks, with what no further paragraph has continued. */
    List<Block> blocks() {
        finish();
        return List.copyOf(blocks);
    }

    /** The blocks of a paragraph; none if it is empty. */
    private static List<Block> blocks(ParagraphShape shape, List<Run> runs) {
        List<Block> blocks = new ArrayList<>();
        List<List<Run>> pages = pages(runs);
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0 || shape.breakBefore()) {
                blocks.add(new Block.Break());
            }
            if (!Run.trimmed(pages.get(i)).isEmpty()) {
                blocks.add(block(shape, pages.get(i), i == 0));
            }
        }
        if (blocks.isEmpty() && shape.cell() && !shape.label().number().isEmpty()) {
            blocks.add(new Block.Paragraph(numbered(shape, List.of()), shape.alignment(), 0));
        } else if (blocks.isEmpty() && shape.line()) {
            blocks.add(new Block.Break());
        }
        return blocks;
    }

    private static Block block(ParagraphShape shape, List<Run> runs, boolean first) {
        List<Run> text = first ? numbered(shape, Run.trimmed(runs)) : Run.trimmed(runs);
        if (shape.heading() >= 0) {
            return new Block.Heading(Math.min(shape.heading(), LOWEST_HEADING), text);
        }
        return new Block.Paragraph(
                text, shape.alignment(), first ? shape.label().bullet() : 0);
    }

    private static List<Run> numbered(ParagraphShape shape, List<Run> runs) {
        if (shape.label().number().isEmpty()) {
            return runs;
        }
        List<Run> all = new ArrayList<>();
        String number = runs.isEmpty() ? shape.label().number() : shape.label().beforeText();
        all.add(new Run.Text(number, Style.PLAIN, ""));
        all.addAll(runs);
        return all;
    }

    private static List<List<Run>> pages(List<Run> runs) {
        List<List<Run>> pages = new ArrayList<>();
        List<Run> page = new ArrayList<>();
        for (Run run : runs) {
            if (run instanceof Run.Text text && text.text().contains(RunCollector.PAGE_BREAK)) {
                String[] pieces = text.text().split(RunCollector.PAGE_BREAK, -1);
                for (int i = 0; i < pieces.length; i++) {
                    if (i > 0) {
                        pages.add(page);
                        page = new ArrayList<>();
                    }
                    if (!pieces[i].isEmpty()) {
                        page.add(new Run.Text(pieces[i], text.style(), text.link()));
                    }
                }
            } else {
                page.add(run);
            }
        }
        pages.add(page);
        return pages;
    }

    /** The runs of a note of its blocks, with a line break between them; cells of tables one after the other. */
    static List<Run> runs(List<Block> blocks) {
        List<Run> runs = new ArrayList<>();
        for (Block block : blocks) {
            List<Run> more = runs(block);
            if (!runs.isEmpty() && !more.isEmpty()) {
                runs.add(new Run.Text("\n", Style.PLAIN, ""));
            }
            runs.addAll(more);
        }
        return runs;
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

    /**
     * How a paragraph is set.
     *
     * @param heading level of a heading, 0 for the title of the document; -1 for no heading
     * @param alignment how it is aligned by name
     * @param label its automatic number or bullet
     * @param breakBefore whether it begins on a new page
     * @param line whether it has a border above or below that makes it a line if it is empty
     * @param cell whether it is in a cell of a table, whose number may be all that the cell shows
     */
    record ParagraphShape(
            int heading, Alignment alignment, ListLabel label, boolean breakBefore, boolean line, boolean cell) {}

    /** Collects the runs of a paragraph, and joins those with the same style. */
    static final class RunCollector {

        /** Stands for a page break within the text of a paragraph. */
        static final String PAGE_BREAK = "\f";

        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Style style = Style.PLAIN;
        private String link = "";

        void text(String more, Style how, String to) {
            String clean = more.equals(PAGE_BREAK) ? more : ControlCharacters.without(more);
            if (!how.equals(style) || !to.equals(link)) {
                flush();
                style = how;
                link = to;
            }
            text.append(clean);
        }

        void run(Run run) {
            flush();
            runs.add(run);
        }

        private void flush() {
            if (text.length() > 0) {
                runs.add(new Run.Text(text.toString(), style, link));
                text.setLength(0);
            }
        }

        List<Run> runs() {
            flush();
            return List.copyOf(runs);
        }

        /** The characters of runs. */
        static String text(List<Run> runs) {
            StringBuilder text = new StringBuilder();
            for (Run run : runs) {
                text.append(run instanceof Run.Text characters ? characters.text() : "\uFFFC");
            }
            return text.toString();
        }
    }
}
