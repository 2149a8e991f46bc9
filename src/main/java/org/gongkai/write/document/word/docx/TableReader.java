package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.assemble.TableAssembler;
import org.gongkai.write.document.word.opc.XmlElement;

/** Reads a table with its merged cells. */
record TableReader(Story story, ShapeReader shapes, FieldStack fields, TableAssembler assembler) {

    /** Reads a table; empty if all of its rows are deleted. */
    static Optional<Block> read(XmlElement table, Story story, ShapeReader shapes, FieldStack fields)
            throws IOException {
        story.remarks().beginTable();
        TableReader reader = new TableReader(story, shapes, fields, new TableAssembler(story.remarks()));
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
                    .leftOut(OptionalContent.HIDDEN_TEXT, "隐藏的一行没有导入：" + RemarkCollector.quoted(PlainText.of(row)));
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
        List<Block> content = BodyReader.blocks(cell, story, shapes, fields, true);
        XmlElement down = properties.child("w:vMerge");
        XmlElement across = properties.child("w:hMerge");
        assembler.cell(
                content,
                properties.child("w:gridSpan").number("w:val", 1),
                down.exists() && !down.value().equals("restart"),
                across.exists() && !across.value().equals("restart"));
    }
}
