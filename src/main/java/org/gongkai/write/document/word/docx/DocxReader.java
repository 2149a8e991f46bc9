package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.assemble.BlockAssembler;
import org.gongkai.write.document.word.assemble.PictureCollector;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.number.ListCounters;
import org.gongkai.write.document.word.opc.PackageFile;
import org.gongkai.write.document.word.opc.PackageFile.Relation;
import org.gongkai.write.document.word.opc.XmlElement;

/**
 * Reads a .docx.
 *
 * @param heap what its parts may take of the memory, in bytes
 * @param wanted content to take over that is left out otherwise
 */
public record DocxReader(long heap, Set<OptionalContent> wanted) {

    public DocxReader {
        wanted = Set.copyOf(wanted);
    }

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
                                    ? "这是 OpenDocument 文件（.odt），请打开它，另存为 .docx 再导入"
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
        XmlElement body = document.child("w:body");
        ShapeReader shapes = new ShapeReader(styles, body.child("w:sectPr"));
        List<Block> blocks = BodyReader.blocks(document, story, shapes);
        List<List<Run>> footnotes = footnotes(story, shapes);
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
    private static List<List<Run>> footnotes(Story story, ShapeReader shapes) throws IOException {
        Map<String, Story> stories = Map.of(
                "w:footnote", story.of(target(story, "footnotes")), "w:endnote", story.of(target(story, "endnotes")));
        List<List<Run>> all = new ArrayList<>();
        for (int i = 0; i < story.notes().referred().size(); i++) {
            XmlElement note = story.notes().referred().get(i);
            story.remarks().story((note.is("w:footnote") ? "脚注" : "尾注") + (i + 1));
            all.add(BlockAssembler.runs(BodyReader.blocks(note, stories.get(note.name()), shapes)));
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
            String text = PlainText.withoutFields(part);
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
}
