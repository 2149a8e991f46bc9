package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.docx.DocxReader.NoteCollector;
import org.gongkai.write.document.word.docx.PackageFile.Relation;
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
        try (PackageFile file = PackageFile.open(path, heap)) {
            String main = file.mainPart()
                    .orElseThrow(() -> new UnreadableDocument(
                            file.has("content.xml")
                                    ? "这是 OpenDocument 文件，请打开它，另存为 .docx 再导入"
                                    : "这不是 Word 文件，只是一个压缩包，请解压后再导入里面的文件"));
            XmlElement document = file.xml(main);
            if (!document.is("w:document")) {
                throw new UnreadableDocument(other(document));
            }
            return read(file, main, document);
        }
    }

    private static String other(XmlElement root) {
        if (root.name().endsWith("workbook")) {
            return "这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加";
        }
        return root.name().endsWith("presentation")
                ? "这是演示文稿，不是 Word 文件；请作为附件添加"
                : "文件已损坏：里面没有正文，请在 Word 或 WPS 里打开后另存一份";
    }

    private ImportedDocument read(PackageFile file, String main, XmlElement document) throws IOException {
        Map<String, Relation> relations = file.relations(main);
        RemarkCollector remarks = new RemarkCollector();
        if (lacksStyles(file, relations)) {
            remarks.leftOut("文件里缺少样式，标题可能没有认出来，请对照原文");
        }
        StyleSheet styles = new StyleSheet(part(file, relations, "styles"));
        Numbering numbering = new Numbering(part(file, relations, "numbering"), styles);
        NoteCollector notes = new NoteCollector(
                part(file, relations, "footnotes"),
                part(file, relations, "endnotes"),
                part(file, relations, "comments"));
        for (String id : relations.keySet()) {
            Relation relation = relations.get(id);
            if (relation.type().endsWith("/diagramData")) {
                notes.notes.put("dgm:relIds" + id, file.xml(relation.target()));
            }
        }
        Story story = new Story(
                file,
                relations,
                styles,
                numbering,
                new ListCounters(),
                new PictureCollector(),
                remarks,
                notes,
                Revisions.movedTo(document),
                wanted);
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

    private static boolean lacksStyles(PackageFile file, Map<String, Relation> relations) {
        return relations.values().stream()
                .anyMatch(each -> each.type().endsWith("/styles") && !file.has(each.target()));
    }

    private static XmlElement part(PackageFile file, Map<String, Relation> relations, String kind) throws IOException {
        for (Relation relation : relations.values()) {
            if (relation.type().endsWith("/" + kind) && !relation.external()) {
                return file.xml(relation.target());
            }
        }
        return XmlElement.NONE;
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
        return story.relations().values().stream()
                .filter(relation -> relation.type().endsWith("/" + kind))
                .map(Relation::target)
                .findFirst()
                .orElse("word/" + kind + ".xml");
    }

    /** Reports headers and footers that say more than the number of the page. */
    private static void headers(Story story) throws IOException {
        List<Relation> parts = story.relations().values().stream()
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
    static final class NoteCollector {

        private final Map<String, XmlElement> notes = new HashMap<>();
        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<XmlElement> referred = new ArrayList<>();

        NoteCollector(XmlElement footnotes, XmlElement endnotes, XmlElement comments) {
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
     * What reading a part of a document needs: its relations, and what all parts of the document share.
     *
     * @param file the file
     * @param relations the relations of the part
     * @param styles the styles of the document
     * @param numbering the lists of the document
     * @param counters the numbers that lists have reached
     * @param pictures the pictures so far
     * @param remarks the remarks so far
     * @param notes the notes so far
     * @param movedTo the text at the places to which texts were moved
     * @param wanted content to take over that is left out otherwise
     */
    record Story(
            PackageFile file,
            Map<String, Relation> relations,
            StyleSheet styles,
            Numbering numbering,
            ListCounters counters,
            PictureCollector pictures,
            RemarkCollector remarks,
            NoteCollector notes,
            String movedTo,
            Set<OptionalContent> wanted) {

        /** The same for another part. */
        Story of(String part) throws IOException {
            return new Story(
                    file, file.relations(part), styles, numbering, counters, pictures, remarks, notes, movedTo, wanted);
        }

        boolean wants(OptionalContent content) {
            return wanted.contains(content);
        }

        Optional<Relation> relation(String id) {
            return Optional.ofNullable(relations.get(id));
        }
    }
}
