package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.List;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.assemble.BlockAssembler;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.ListLabel;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.opc.XmlElement;

/** Reads the blocks of a body, a cell, a text box or a note. */
final class BodyReader {

    private final Story story;
    private final ShapeReader shapes;
    private final FieldStack fields;
    private final boolean cell;
    private final BlockAssembler blocks;

    private BodyReader(Story story, ShapeReader shapes, FieldStack fields, boolean cell) {
        this.story = story;
        this.shapes = shapes;
        this.fields = fields;
        this.cell = cell;
        this.blocks = new BlockAssembler(story.remarks());
    }

    /** Reads the blocks of a body or a note. */
    static List<Block> blocks(XmlElement body, Story story, ShapeReader shapes) throws IOException {
        FieldStack fields = new FieldStack();
        List<Block> blocks = blocks(body, story, shapes, fields, false);
        fields.finish(story.remarks());
        return blocks;
    }

    /**
     * Reads blocks.
     *
     * @param fields the fields that are open where they begin
     * @param cell whether they are those of a cell
     */
    static List<Block> blocks(XmlElement container, Story story, ShapeReader shapes, FieldStack fields, boolean cell)
            throws IOException {
        BodyReader reader = new BodyReader(story, shapes, fields, cell);
        reader.children(container);
        return reader.blocks.blocks();
    }

    private void children(XmlElement container) throws IOException {
        for (XmlElement child : container.children()) {
            block(child);
        }
    }

    private void block(XmlElement element) throws IOException {
        switch (element.name()) {
            case "w:p" -> paragraph(element);
            case "w:tbl" -> table(element);
            case "w:sdt" -> contentControl(element);
            case "w:del", "w:moveFrom" -> Revisions.deleted(element, story);
            case "w:altChunk" -> story.remarks().leftOut("这里插入的另一个文件没有导入，请打开它另行导入");
            case "m:oMathPara", "m:oMath" -> paragraph(new XmlElement("w:p", List.of(), List.of(element), ""));
            case "w:sectPr", "w:sdtPr", "w:tcPr", "w:pPr" -> {
                // Properties contain no text.
            }
            default -> children(element);
        }
    }

    private void contentControl(XmlElement control) throws IOException {
        String gallery = control.child("w:sdtPr").first("w:docPartGallery").value();
        if (gallery.equals("Table of Contents")) {
            story.remarks().leftOut("自动生成的目录没有导入");
            count(control);
        } else if (control.child("w:sdtPr").child("w:showingPlcHdr").isOn()) {
            story.remarks()
                    .leftOut("没有填写的内容控件，提示文字没有导入："
                            + RemarkCollector.quoted(PlainText.of(control.child("w:sdtContent"))));
            count(control);
        } else {
            children(control.child("w:sdtContent"));
        }
    }

    /** Counts the numbers of paragraphs that are left out. */
    private void count(XmlElement parent) {
        for (XmlElement child : parent.children()) {
            if (child.is("w:p")) {
                label(child.child("w:pPr"));
            }
            count(child);
        }
    }

    private ListLabel label(XmlElement properties) {
        return story.numbering()
                .of(properties)
                .map(item -> ListLabel.next(story.counters(), item.list(), item.level()))
                .orElse(ListLabel.NONE);
    }

    private void table(XmlElement table) throws IOException {
        blocks.finish();
        TableReader.read(table, story, shapes, fields).ifPresent(blocks::add);
    }

    private void paragraph(XmlElement paragraph) throws IOException {
        XmlElement properties = paragraph.child("w:pPr");
        story.remarks().beginParagraph();
        ParagraphText reader = new ParagraphText(story, fields, properties);
        boolean contents = fields.isContents();
        List<Run> runs = reader.read(paragraph);
        if (Revisions.isMarkDeleted(properties, story)) {
            blocks.unended(shapes.read(properties, ListLabel.NONE, cell), runs);
            boxes(reader.boxes());
            return;
        }
        // The next heading may stand in the paragraph in which a table of contents ends.
        boolean entry = contents && (fields.isContents() || runs.isEmpty());
        ListLabel label = entry ? ListLabel.NONE : label(properties);
        blocks.paragraph(shapes.read(properties, label, cell), runs);
        boxes(reader.boxes());
    }

    private void boxes(List<XmlElement> boxes) throws IOException {
        for (XmlElement box : boxes) {
            if (story.wants(OptionalContent.TEXT_BOXES)) {
                story.remarks().takenOver("文本框{n}个放在所在的段落后面");
                blocks(box, story, shapes, new FieldStack(), cell).forEach(blocks::add);
            } else if (!PlainText.of(box).isEmpty()) {
                story.remarks()
                        .leftOut(
                                OptionalContent.TEXT_BOXES,
                                "文本框没有导入，里面的文字是：" + RemarkCollector.quoted(PlainText.of(box)));
            } else if (box.first("w:drawing").exists() || box.first("w:pict").exists()) {
                story.remarks().leftOut(OptionalContent.TEXT_BOXES, "文本框没有导入，里面有图片");
            }
        }
    }
}
