package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.input.attachment.XmlElement.DeclaredType;
import org.gongkai.input.attachment.ZipParts.Relation;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.docx.DocxReader.Footnotes;
import org.gongkai.write.document.word.docx.PlainText.Revisions;

/**
 * Reads a .docx.
 *
 * @param heap what its parts may take of the memory, in bytes
 * @param wanted content to take over that is left out otherwise
 */
public record DocxReader(long heap, Set<OptionalContent> wanted) {

    /**
     * Reads a document.
     *
     * @throws UnreadableDocument if it is damaged, of another kind or beyond a limit
     * @throws IOException if the file cannot be read
     */
    public ImportedDocument read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try {
            PackageFile file = PackageFile.of(bytes, heap);
            String main = file.first("officeDocument")
                    .orElseThrow(() -> new UnreadableDocument(
                            file.has("content.xml")
                                    ? "这是 OpenDocument 文件，请打开它，另存为 .docx 再导入"
                                    : "这不是 Word 文件，只是一个压缩包，请解压后再导入里面的文件"));
            XmlElement document = file.xml(main);
            if (!document.is("w:document")) {
                throw new UnreadableDocument(other(document));
            }
            return read(file.from(main), document);
        } catch (LimitExceeded e) {
            throw new UnreadableDocument("没有读这个文件：" + beyond(e.limit()), e);
        } catch (UnreadableDocument e) {
            throw e;
        } catch (DeclaredType e) {
            throw new UnreadableDocument("没有读这个文件：里面有文档类型声明，正常的 Word 文件没有", e);
        } catch (IOException e) {
            throw new UnreadableDocument("文件已损坏或没有传完整，请在 Word 或 WPS 里打开后另存一份", e);
        }
    }

    private String beyond(Limit limit) {
        return switch (limit) {
            case HEAP -> "要用的内存超过一个文件可以用的 " + (heap >> 20) + " MB；请分成几个文件，或用 java -Xmx 给程序多一些内存";
            case PARTS -> "里面的部件过多";
            case UNPACKED -> "解压后大得不正常";
            case DEPTH -> "内容嵌套过深";
            case AMOUNT -> "内容过多，请分成几个文件";
        };
    }

    private static String other(XmlElement root) {
        if (root.name().endsWith("workbook")) {
            return "这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加";
        }
        return root.name().endsWith("presentation")
                ? "这是演示文稿，不是 Word 文件；请作为附件添加"
                : "文件已损坏：里面没有正文，请在 Word 或 WPS 里打开后另存一份";
    }

    private ImportedDocument read(PackageFile file, XmlElement document) throws IOException {
        RemarkCollector remarks = new RemarkCollector();
        if (file.first("styles").filter(styles -> !file.has(styles)).isPresent()) {
            remarks.leftOut("文件里缺少样式，标题可能没有认出来，请对照原文");
        }
        StyleSheet styles = new StyleSheet(file.xml(file.first("styles").orElse("")));
        Numbering numbering = new Numbering(file.xml(file.first("numbering").orElse("")), styles);
        Footnotes notes = new Footnotes(
                file.xml(file.first("footnotes").orElse("")),
                file.xml(file.first("endnotes").orElse("")),
                file.xml(file.first("comments").orElse("")));
        for (String id : file.relations().keySet()) {
            Relation relation = file.relations().get(id);
            if (relation.type().endsWith("/diagramData")) {
                notes.notes.put("dgm:relIds" + id, file.xml(relation.target()));
            }
        }
        Story story = new Story(
                file, styles, numbering, new PictureCollector(), remarks, notes, Revisions.movedTo(document), wanted);
        List<Block> blocks = DocxBlockReader.blocks(document, story);
        List<List<Run>> footnotes = footnotes(story);
        headers(story);
        return new ImportedDocument(
                Map.of(),
                blocks,
                footnotes,
                story.pictures().pictures(),
                story.remarks().remarks());
    }

    /** Notes may refer to further notes; those of a note are read after it. */
    private static List<List<Run>> footnotes(Story story) throws IOException {
        Map<String, Story> stories = Map.of(
                "w:footnote", story.of(target(story, "footnotes")), "w:endnote", story.of(target(story, "endnotes")));
        List<List<Run>> all = new ArrayList<>();
        for (int i = 0; i < story.notes().referred().size(); i++) {
            XmlElement note = story.notes().referred().get(i);
            story.remarks().story((note.is("w:footnote") ? "脚注" : "尾注") + (i + 1));
            all.add(BlockAssembler.runs(DocxBlockReader.blocks(note, stories.get(note.name()))));
        }
        story.remarks().story("");
        return all;
    }

    private static String target(Story story, String kind) {
        return story.file().first(kind).orElse("word/" + kind + ".xml");
    }

    /** Reports headers and footers that say more than the number of the page. */
    private static void headers(Story story) throws IOException {
        List<Relation> parts = story.file().relations().values().stream()
                .filter(relation -> relation.type().matches(".*/(header|footer)"))
                .sorted((one, other) -> one.target().compareTo(other.target()))
                .toList();
        for (Relation relation : parts) {
            boolean header = relation.type().endsWith("/header");
            XmlElement part = story.file().xml(relation.target());
            String text = PlainText.all(part, story.notes());
            story.remarks().story(header ? "页眉" : "页脚");
            if (!story.file().has(relation.target())) {
                story.remarks().missing(header ? "页眉" : "页脚");
            }
            if (part.first("a:blip").exists() || part.first("v:imagedata").exists()) {
                story.remarks().count((header ? "页眉" : "页脚") + "里的图片没有导入", Weight.LEFT_OUT);
            }
            if (!RemarkCollector.isPageNumber(text)) {
                story.remarks().leftOut((header ? "页眉" : "页脚") + "没有导入，文字是：" + RemarkCollector.quoted(text));
            }
        }
        story.remarks().story("");
    }

    /** The footnotes, endnotes, comments and diagrams that the text refers to, in the order of the references. */
    static final class Footnotes {

        private final Map<String, XmlElement> notes = new HashMap<>();
        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<XmlElement> referred = new ArrayList<>();

        Footnotes(XmlElement footnotes, XmlElement endnotes, XmlElement comments) {
            comments.all("w:comment").forEach(note -> notes.put("w:commentReference" + note.attribute("w:id"), note));
            footnotes
                    .all("w:footnote")
                    .forEach(note -> notes.put("w:footnoteReference" + note.attribute("w:id"), note));
            endnotes.all("w:endnote").forEach(note -> notes.put("w:endnoteReference" + note.attribute("w:id"), note));
        }

        /** The index of the note that a reference leads to, which may refer to itself; -1 if there is none. */
        int refer(XmlElement reference) {
            XmlElement note = notes.get(reference.name() + reference.attribute("w:id"));
            return note == null
                    ? -1
                    : indexes.computeIfAbsent(reference.name() + reference.attribute("w:id"), any -> {
                        referred.add(note);
                        return referred.size() - 1;
                    });
        }

        /** The note, the comment or the diagram that a reference leads to. */
        Optional<XmlElement> of(XmlElement reference) {
            return Optional.ofNullable(
                    notes.get(reference.name() + reference.attribute("w:id") + reference.attribute("r:dm")));
        }

        List<XmlElement> referred() {
            return List.copyOf(referred);
        }
    }

    /**
     * What reading a part of a document needs: the file, and what all parts of the document share.
     *
     * @param file the file, seen from the part
     * @param styles the styles of the document
     * @param numbering the lists of the document with the numbers that they have reached
     * @param pictures the pictures so far
     * @param remarks the remarks so far
     * @param notes the notes so far
     * @param movedTo the text at the places to which texts were moved
     * @param wanted content to take over that is left out otherwise
     */
    record Story(
            PackageFile file,
            StyleSheet styles,
            Numbering numbering,
            PictureCollector pictures,
            RemarkCollector remarks,
            Footnotes notes,
            String movedTo,
            Set<OptionalContent> wanted) {

        /** The same for another part. */
        Story of(String name) throws IOException {
            return new Story(file.from(name), styles, numbering, pictures, remarks, notes, movedTo, wanted);
        }

        boolean wants(OptionalContent content) {
            return wanted.contains(content);
        }
    }
}
