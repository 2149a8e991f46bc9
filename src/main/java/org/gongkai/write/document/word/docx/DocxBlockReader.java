package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.docx.DocxReader.Story;
import org.gongkai.write.document.word.docx.ListCounters.ListLabel;
import org.gongkai.write.document.word.docx.PlainText.Revisions;

/** Reads the blocks of a body, a cell, a text box or a note. */
record DocxBlockReader(Story story, FieldStack fields, boolean cell, BlockAssembler blocks) {

    private DocxBlockReader(Story story, FieldStack fields, boolean cell) {
        this(story, fields, cell, new BlockAssembler(story.remarks()));
    }

    /** Reads the blocks of a body or a note. */
    static List<Block> blocks(XmlElement body, Story story) throws IOException {
        FieldStack fields = new FieldStack();
        List<Block> blocks = blocks(body, story, fields, false);
        fields.finish(story.remarks());
        return blocks;
    }

    /**
     * Reads blocks.
     *
     * @param fields the fields that are open where they begin
     * @param cell whether they are those of a cell
     */
    static List<Block> blocks(XmlElement container, Story story, FieldStack fields, boolean cell) throws IOException {
        DocxBlockReader reader = new DocxBlockReader(story, fields, cell);
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
                            + RemarkCollector.quoted(PlainText.all(control.child("w:sdtContent"), story.notes())));
            count(control);
        } else {
            children(control.child("w:sdtContent"));
        }
    }

    /** Counts the numbers of paragraphs that are left out. */
    private void count(XmlElement parent) {
        for (XmlElement child : parent.children()) {
            if (child.is("w:p")) {
                story.numbering().label(child.child("w:pPr"));
            }
            count(child);
        }
    }

    private void table(XmlElement table) throws IOException {
        blocks.finish();
        TableReader.read(table, story, fields).ifPresent(blocks::add);
    }

    private void paragraph(XmlElement paragraph) throws IOException {
        XmlElement properties = paragraph.child("w:pPr");
        story.remarks().beginParagraph(PlainText.of(paragraph));
        DocxRunReader reader = new DocxRunReader(story, fields, properties);
        boolean contents = fields.isContents();
        List<Run> runs = reader.read(paragraph);
        if (Revisions.isMarkDeleted(properties)) {
            blocks.unended(story.styles().shape(properties, ListLabel.NONE, cell), runs);
            boxes(reader.boxes());
            return;
        }
        // The next heading may stand in the paragraph in which a table of contents ends.
        boolean entry = contents && (fields.isContents() || runs.isEmpty());
        ListLabel label = entry ? ListLabel.NONE : story.numbering().label(properties);
        blocks.paragraph(story.styles().shape(properties, label, cell), runs);
        boxes(reader.boxes());
    }

    private void boxes(List<XmlElement> boxes) throws IOException {
        for (XmlElement box : boxes) {
            if (story.wants(OptionalContent.TEXT_BOXES)) {
                story.remarks().takenOver("文本框{n}个放在所在的段落后面");
                blocks(box, story, new FieldStack(), cell).forEach(blocks::add);
            } else if (!PlainText.all(box, story.notes()).isEmpty()) {
                story.remarks()
                        .leftOut(
                                OptionalContent.TEXT_BOXES,
                                "文本框没有导入，里面的文字是：" + RemarkCollector.quoted(PlainText.all(box, story.notes())));
            } else if (box.first("w:drawing").exists() || box.first("w:pict").exists()) {
                story.remarks().leftOut(OptionalContent.TEXT_BOXES, "文本框没有导入，里面有图片");
            }
        }
    }

    /** Reads a table with its merged cells. */
    record TableReader(Story story, FieldStack fields, TableAssembler assembler) {

        /** Reads a table; empty if all of its rows are deleted. */
        static Optional<Block> read(XmlElement table, Story story, FieldStack fields) throws IOException {
            story.remarks().beginTable();
            TableReader reader = new TableReader(story, fields, new TableAssembler(story.remarks()));
            reader.rows(table);
            story.remarks().endTable();
            return reader.assembler.table();
        }

        private void rows(XmlElement parent) throws IOException {
            for (XmlElement child : parent.children()) {
                switch (child.name()) {
                    case "w:tr" -> row(child);
                    case "w:tblPr", "w:tblGrid", "w:sdtPr" -> {
                        // Properties contain no text.
                    }
                    default -> rows(child);
                }
            }
        }

        private void row(XmlElement row) throws IOException {
            story.remarks().beginRow();
            if (Revisions.isDeleted(row, story)) {
                return;
            }
            XmlElement properties = row.child("w:trPr");
            if (properties.child("w:hidden").isOn() && !story.wants(OptionalContent.HIDDEN_TEXT)) {
                story.remarks()
                        .leftOut(
                                OptionalContent.HIDDEN_TEXT,
                                "隐藏的一行没有导入：" + RemarkCollector.quoted(PlainText.all(row, story.notes())));
                return;
            }
            assembler.beginRow(
                    properties.child("w:gridBefore").number("w:val", 0),
                    properties.child("w:tblHeader").isOn());
            cells(row);
        }

        private void cells(XmlElement parent) throws IOException {
            for (XmlElement child : parent.children()) {
                switch (child.name()) {
                    case "w:tc" -> cell(child);
                    case "w:trPr", "w:tblPrEx", "w:sdtPr" -> {
                        // Properties contain no text.
                    }
                    default -> cells(child);
                }
            }
        }

        private void cell(XmlElement cell) throws IOException {
            XmlElement properties = cell.child("w:tcPr");
            List<Block> content = DocxBlockReader.blocks(cell, story, fields, true);
            XmlElement down = properties.child("w:vMerge");
            XmlElement across = properties.child("w:hMerge");
            assembler.cell(
                    content,
                    properties.child("w:gridSpan").number("w:val", 1),
                    down.exists() && !down.value().equals("restart"),
                    across.exists() && !across.value().equals("restart"));
        }
    }
}
