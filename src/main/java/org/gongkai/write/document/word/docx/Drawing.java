package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.input.attachment.ZipParts.Relation;
import org.gongkai.input.attachment.picture.PictureInk;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.docx.DocxReader.Story;

/**
 * Pictures, shapes and embedded objects at a place of a text.
 *
 * @param pictures references to the pictures
 * @param boxes the content of text boxes
 * @param floats whether it is as small as seals and signatures, and as low as a line or before or behind text
 */
record Drawing(List<Run> pictures, List<XmlElement> boxes, boolean floats) {

    /** The unit of sizes. */
    private static final int CENTIMETRE = 360_000;

    static Drawing read(XmlElement root, Story story) throws IOException {
        XmlElement size = root.first("wp:extent");
        boolean floats = size.number("cx", 0) < 6 * CENTIMETRE
                && (root.first("wp:wrapNone").exists() || size.number("cy", CENTIMETRE * 3) < 2.5 * CENTIMETRE);
        Drawing drawing = new Drawing(new ArrayList<>(), new ArrayList<>(), floats);
        XmlElement object = root.first("o:OLEObject");
        String formula = object.attribute("ProgID");
        boolean isObject = object.exists() || root.is("w:object");
        if (isObject) {
            story.remarks()
                    .leftOut("嵌入的对象没有导入" + (formula.isEmpty() ? "" : "（" + formula + "）") + "，请另存为图片或附件"
                            + said(PlainText.all(root, story.notes())));
        }
        boolean told = isObject || drawing.walk(root, root.first("wp:docPr"), story);
        if (!told && drawing.pictures.isEmpty() && drawing.boxes.isEmpty()) {
            story.remarks().count("画的线条、图形{n}个没有导入", Weight.NOTE);
        }
        return drawing;
    }

    /** Walks through a drawing; returns true if something was reported. */
    private boolean walk(XmlElement parent, XmlElement description, Story story) throws IOException {
        boolean told = false;
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "w:txbxContent" -> told |= child.first("w:p").exists() && boxes.add(child);
                case "a:blip" -> told |= blip(child, parent, description, story);
                case "v:imagedata" -> told |= picture(child.attribute("r:id"), parent.attribute("alt"), story);
                case "a:graphicData" -> told |= graphic(child, description, story);
                case "v:textpath" -> {
                    story.remarks().leftOut("艺术字没有导入，文字是：" + RemarkCollector.quoted(child.attribute("string")));
                    told = true;
                }
                default -> told |= walk(child, description, story);
            }
        }
        return told;
    }

    private boolean graphic(XmlElement data, XmlElement description, Story story) throws IOException {
        String kind = data.attribute("uri");
        if (kind.endsWith("/chart") || kind.contains("/chartex")) {
            story.remarks().leftOut("图表没有导入，请另存为图片，并把数据写成表格");
            return true;
        }
        if (kind.endsWith("/diagram")) {
            Optional<XmlElement> diagram = story.notes().of(data.first("dgm:relIds"));
            story.remarks()
                    .leftOut("SmartArt 图示没有导入" + said(diagram.map(PlainText::of).orElse("")));
            return true;
        }
        return walk(data, description, story);
    }

    private static String said(String text) {
        return text.isEmpty() ? "" : "，文字是：" + RemarkCollector.quoted(text);
    }

    private boolean blip(XmlElement blip, XmlElement fill, XmlElement description, Story story) throws IOException {
        XmlElement crop = fill.child("a:srcRect");
        boolean cropped = List.of("l", "t", "r", "b").stream().anyMatch(side -> crop.number(side, 0) > 0);
        if (cropped) {
            story.remarks().leftOut("图片在 Word 里裁剪过，导入的是没有裁剪的整幅图，裁掉的部分也看得见，请核对");
        }
        String text = description.attribute("descr");
        return picture(blip.attribute(blip.attribute("r:embed").isEmpty() ? "r:link" : "r:embed"), text, story);
    }

    private boolean isOnPaperOnly(byte[] bytes) {
        PictureInk ink = PictureInk.of(bytes);
        return ink.isSeal() || floats && ink.isSignature();
    }

    private boolean picture(String id, String text, Story story) throws IOException {
        Optional<Relation> relation = story.file().relation(id);
        if (relation.isPresent() && relation.get().isExternal()) {
            story.remarks().leftOut("图片只是链接到别处，文件里没有，没有导入");
            return true;
        }
        Optional<byte[]> bytes =
                relation.isPresent() ? story.file().parts().bytes(relation.get().target()) : Optional.empty();
        if (bytes.isEmpty()) {
            story.remarks().missing("图片");
            return true;
        }
        if (isOnPaperOnly(bytes.get()) && !story.wants(OptionalContent.SEALS)) {
            story.remarks().leftOut(OptionalContent.SEALS, "像印章或签名的图片没有导入：网页上不放，纸上照盖、照签");
            return true;
        }
        Optional<Run> shown = story.pictures().add(relation.get().target(), bytes.get(), text, story.remarks());
        shown.ifPresent(pictures::add);
        return shown.isEmpty();
    }
}
