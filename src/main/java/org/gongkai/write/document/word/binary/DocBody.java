package org.gongkai.write.document.word.binary;

import java.util.List;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Section;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.assemble.BlockAssembler;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.ListLabel;
import org.gongkai.write.document.word.assemble.ParagraphShape;

/** Reads the blocks of a body, a cell or a note. */
final class DocBody {

    private static final int USUAL_WIDTH = 8_306;
    private static final int USUAL_SIZE = 21;
    private static final int LAST_HEADING_STYLE = 9;
    private static final int NO_OUTLINE = 9;
    private static final int LONGEST_CHAIN = 20;

    private final DocStory story;
    private final FieldStack fields;
    private final int level;
    private final BlockAssembler blocks;

    private DocBody(DocStory story, FieldStack fields, int level) {
        this.story = story;
        this.fields = fields;
        this.level = level;
        this.blocks = new BlockAssembler(story.remarks());
    }

    /**
     * Reads blocks.
     *
     * @param fields the fields that are open where they begin
     * @param level number of tables around them
     */
    static List<Block> blocks(Range range, DocStory story, FieldStack fields, int level) {
        DocBody body = new DocBody(story, fields, level);
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                int end = body.table(range, paragraph);
                while (i + 1 < range.numParagraphs()
                        && range.getParagraph(i + 1).getStartOffset() < end) {
                    i++;
                }
            } else {
                body.paragraph(paragraph);
            }
        }
        return body.blocks.blocks();
    }

    /** Reads a table and returns its end. */
    private int table(Range range, Paragraph first) {
        org.apache.poi.hwpf.usermodel.Table table = range.getTable(first);
        blocks.finish();
        DocTable.read(table, story, fields, level + 1).ifPresent(blocks::add);
        return table.getEndOffset();
    }

    private void paragraph(Paragraph paragraph) {
        story.remarks().beginParagraph();
        DocText reader = new DocText(story, fields);
        boolean contents = fields.isContents();
        List<Run> runs = reader.read(paragraph);
        if (reader.isMarkDeleted()) {
            blocks.unended(shape(paragraph, ListLabel.NONE), runs);
            return;
        }
        // The next heading may stand in the paragraph in which a table of contents ends.
        boolean entry = contents && (fields.isContents() || runs.isEmpty());
        ListLabel label = entry ? ListLabel.NONE : story.numbering().next(paragraph);
        blocks.paragraph(shape(paragraph, label), runs);
    }

    private ParagraphShape shape(Paragraph paragraph, ListLabel label) {
        CharacterRun first = paragraph.numCharacterRuns() == 0 ? null : paragraph.getCharacterRun(0);
        int size = first == null || first.getFontSize() <= 0 ? USUAL_SIZE : first.getFontSize();
        return new ParagraphShape(
                level > 0 ? -1 : heading(paragraph),
                alignment(paragraph.getJustification()),
                label,
                paragraph.getIndentFromLeft() + paragraph.getFirstLineIndent(),
                width(),
                10 * size,
                false,
                paragraph.pageBreakBefore(),
                !paragraph.getBottomBorder().isEmpty()
                        || !paragraph.getTopBorder().isEmpty(),
                level > 0);
    }

    private int width() {
        Section section = story.document().getRange().getSection(0);
        int width = section.getPageWidth() - section.getMarginLeft() - section.getMarginRight();
        return width > 1_000 ? width : USUAL_WIDTH;
    }

    private static Alignment alignment(int code) {
        return switch (code) {
            case 1 -> Alignment.CENTER;
            case 2 -> Alignment.RIGHT;
            default -> Alignment.LEFT;
        };
    }

    /** Styles 1 to 9 are the headings in every document; others inherit from them. */
    private int heading(Paragraph paragraph) {
        int outline = paragraph.getLvl();
        if (outline >= 0 && outline < NO_OUTLINE) {
            return outline + 1;
        }
        int style = paragraph.getStyleIndex();
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            StyleDescription description =
                    style < 0 || style >= story.document().getStyleSheet().numStyles()
                            ? null
                            : story.document().getStyleSheet().getStyleDescription(style);
            if (description == null) {
                return -1;
            }
            if (style >= 1 && style <= LAST_HEADING_STYLE) {
                return style;
            }
            String name = String.valueOf(description.getName());
            if (name.equalsIgnoreCase("Title") || name.equals("标题")) {
                return 0;
            }
            style = description.getBaseStyle();
        }
        return -1;
    }
}
