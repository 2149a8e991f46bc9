package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.input.attachment.ZipParts.Relation;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.docx.BlockAssembler.RunCollector;
import org.gongkai.write.document.word.docx.DocxReader.Story;
import org.gongkai.write.document.word.docx.PlainText.Revisions;
import org.gongkai.write.document.word.docx.RemarkCollector.UnseenText;

/** Reads the content of a paragraph. */
final class DocxRunReader {

    /** More than the width of A3 paper. */
    private static final int FARTHEST = 20_000;

    private static final int LOWEST = 40;

    private final Story story;
    private final FieldStack fields;
    private final XmlElement properties;
    private final RunCollector runs = new RunCollector();
    private final List<XmlElement> boxes = new ArrayList<>();
    private final UnseenText unseen = new UnseenText();
    private final String outOfSight;
    private String link = "";

    /**
     * @param fields the fields that are open where the paragraph begins
     * @param properties the properties of the paragraph
     */
    DocxRunReader(Story story, FieldStack fields, XmlElement properties) {
        this.story = story;
        this.fields = fields;
        this.properties = properties;
        this.outOfSight = isOutOfSight() ? "移到页面以外的字" : "";
    }

    /** Whether the paragraph is beside the page, or its lines are too low for any letter; twentieths of a point. */
    private boolean isOutOfSight() {
        XmlElement indent = story.styles().paragraph(properties, "w:ind");
        XmlElement frame = properties.child("w:framePr");
        XmlElement spacing = story.styles().paragraph(properties, "w:spacing");
        return Stream.of(
                                indent.number("w:left", indent.number("w:start", 0)),
                                indent.number("w:firstLine", 0),
                                -indent.number("w:hanging", 0),
                                frame.number("w:x", 0),
                                frame.number("w:y", 0))
                        .anyMatch(move -> Math.abs(move) > FARTHEST)
                || spacing.attribute("w:lineRule").equals("exact") && spacing.number("w:line", FARTHEST) <= LOWEST;
    }

    /** Reads a paragraph and returns its runs. */
    List<Run> read(XmlElement paragraph) throws IOException {
        children(paragraph);
        unseen.tell(story.remarks());
        return runs.runs();
    }

    /** The text boxes that are anchored in the paragraph. */
    List<XmlElement> boxes() {
        return List.copyOf(boxes);
    }

    private void children(XmlElement parent) throws IOException {
        for (XmlElement child : parent.children()) {
            inline(child);
        }
    }

    private void inline(XmlElement element) throws IOException {
        switch (element.name()) {
            case "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr" -> {
                // Properties contain no text.
            }
            case "w:r" -> run(element);
            case "w:hyperlink" -> hyperlink(element);
            case "w:ins", "w:moveTo" -> {
                story.remarks().count(Revisions.inserted(element), Weight.NOTE);
                children(element);
            }
            case "w:del", "w:moveFrom" -> Revisions.deleted(element, story);
            case "w:sdt" -> contentControl(element);
            case "w:fldSimple" -> {
                fields.begin(preset(element.child("w:ffData")));
                fields.code(element.attribute("w:instr"));
                fields.separate();
                children(element);
                endField();
            }
            case "m:oMath", "m:oMathPara" -> formula(element);
            case "w:subDoc" -> story.remarks().leftOut("这里插入的子文档没有导入");
            default -> children(element);
        }
    }

    private void hyperlink(XmlElement element) throws IOException {
        String outer = link;
        link = story.file()
                .relation(element.attribute("r:id"))
                .filter(Relation::isExternal)
                .map(relation -> story.remarks().followable(relation.target()))
                .orElse(link);
        children(element);
        link = outer;
    }

    private void contentControl(XmlElement control) throws IOException {
        XmlElement content = control.child("w:sdtContent");
        if (control.child("w:sdtPr").child("w:showingPlcHdr").isOn()) {
            story.remarks()
                    .leftOut("没有填写的内容控件，提示文字没有导入：" + RemarkCollector.quoted(PlainText.all(content, story.notes())));
        } else {
            children(content);
        }
    }

    private void formula(XmlElement element) {
        if (fields.isShown()) {
            shown("＿＿（待补：公式“" + PlainText.of(element) + "”）", Style.PLAIN);
            story.remarks().count("公式{n}个没有导入，正文里标着位置", Weight.LEFT_OUT);
        }
    }

    private void run(XmlElement run) throws IOException {
        RunProperties how = RunProperties.of(run.child("w:rPr"), properties, story.styles());
        if (how.hidden() && !story.wants(OptionalContent.HIDDEN_TEXT)) {
            for (XmlElement child : run.children()) {
                field(child);
                unseen.hidden(fields.isShown() ? PlainText.all(child, story.notes()) : "");
            }
            return;
        }
        if (how.hidden() && fields.isShown()) {
            story.remarks().takenOver("隐藏文字{n}处");
        }
        for (XmlElement child : run.children()) {
            piece(child, how);
        }
    }

    private void field(XmlElement child) throws IOException {
        if (child.is("w:instrText")) {
            fields.code(child.text());
        } else if (child.is("w:fldChar")) {
            switch (child.attribute("w:fldCharType")) {
                case "begin" -> fields.begin(preset(child.child("w:ffData")));
                case "separate" -> fields.separate();
                default -> endField();
            }
        }
    }

    private void endField() {
        fields.end(story.remarks()).ifPresent(text -> shown(text, Style.PLAIN));
    }

    private void piece(XmlElement child, RunProperties how) throws IOException {
        switch (child.name()) {
            case "w:t" -> text(PlainText.characters(child), how);
            case "w:tab", "w:ptab" -> shown("\t", how.style());
            case "w:br" ->
                shown(child.attribute("w:type").equals("page") ? RunCollector.PAGE_BREAK : "\n", how.style());
            case "w:cr" -> shown("\n", how.style());
            case "w:noBreakHyphen" -> shown("-", how.style());
            case "w:sym" -> symbol(child.attribute("w:char"), child.attribute("w:font"), how);
            case "w16se:symEx" -> symbol(child.attribute("w16se:char"), child.attribute("w16se:font"), how);
            case "w:instrText", "w:fldChar" -> field(child);
            case "w:footnoteReference", "w:endnoteReference" -> note(child);
            case "w:commentReference" -> story.notes().of(child).ifPresent(this::comment);
            case "w:drawing", "w:pict", "w:object" -> drawing(child);
            case "w:ruby" -> ruby(child);
            case "w:contentPart" -> story.remarks().leftOut("墨迹（手写笔迹）没有导入");
            default -> {
                // Marks without characters of their own.
            }
        }
    }

    private void text(String stored, RunProperties how) {
        if (fields.isShown()) {
            unseen.add(how.unseen().isEmpty() ? outOfSight : how.unseen(), stored);
            shown(how.seen(stored, story.remarks()), how.style());
        }
    }

    private void symbol(String code, String font, RunProperties how) {
        if (code.matches("[0-9A-Fa-f]{1,5}")) {
            String character = Character.toString(Integer.parseInt(code, 16));
            text(character, RunProperties.glyph(how.style(), font));
        } else if (fields.isShown()) {
            story.remarks().count("符号{n}个读不出，没有导入，请对照原文补上", Weight.LEFT_OUT);
        }
    }

    private void note(XmlElement reference) {
        int index = fields.isShown() ? story.notes().refer(reference) : -1;
        if (index >= 0) {
            runs.run(new Run.Footnote(index));
        } else if (fields.isShown()) {
            story.remarks().missing("注释");
        }
    }

    private void comment(XmlElement comment) {
        story.remarks().leftOut("批注没有导入：" + RemarkCollector.quoted(PlainText.all(comment, story.notes())));
    }

    private void drawing(XmlElement drawing) throws IOException {
        if (fields.isShown()) {
            Drawing read = Drawing.read(drawing, story);
            read.pictures().forEach(runs::run);
            fields.shown(read.pictures().isEmpty() ? "" : "\uFFFC");
            boxes.addAll(read.boxes());
        }
    }

    private void ruby(XmlElement ruby) throws IOException {
        children(ruby.child("w:rubyBase"));
        shown("（" + PlainText.of(ruby.child("w:rt")) + "）", Style.PLAIN);
    }

    private void shown(String text, Style style) {
        if (!text.isEmpty() && fields.isShown()) {
            fields.shown(text);
            runs.text(text, style, link.isEmpty() ? story.remarks().followable(fields.link()) : link);
        }
    }

    /** What a field of a form shows without a result. */
    private static String preset(XmlElement data) {
        XmlElement box = data.child("w:checkBox");
        if (box.exists()) {
            XmlElement checked = box.child("w:checked");
            return (checked.exists() ? checked.isOn() : box.child("w:default").isOn()) ? "☑" : "☐";
        }
        XmlElement list = data.child("w:ddList");
        List<XmlElement> entries = list.all("w:listEntry");
        XmlElement result = list.child("w:result");
        int index = (result.exists() ? result : list.child("w:default")).number("w:val", 0);
        if (index >= 0 && index < entries.size()) {
            return entries.get(index).value();
        }
        return data.child("w:textInput").child("w:default").value();
    }
}
