package org.gongkai.write.document.word.binary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.model.ComplexFileTable;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.PAPBinTable;
import org.apache.poi.hwpf.model.PAPX;
import org.apache.poi.hwpf.model.PropertyModifier;
import org.apache.poi.hwpf.model.SubdocumentType;
import org.apache.poi.hwpf.model.TextPiece;
import org.apache.poi.hwpf.model.TextPieceTable;
import org.apache.poi.hwpf.sprm.SprmBuffer;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.OleDirectory;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.word.assemble.BlockAssembler;
import org.gongkai.write.document.word.assemble.FieldStack;
import org.gongkai.write.document.word.assemble.PictureCollector;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.binary.DocStory.DocCoverage;
import org.gongkai.write.document.word.binary.DocStory.DocNotes;
import org.gongkai.write.document.word.binary.DocStory.DocNumbering;

/**
 * Reads the binary format of Word 97 to 2003, in which WPS stores its own documents too.
 *
 * @param wanted content to take over that is left out otherwise
 */
public record DocReader(Set<OptionalContent> wanted) {

    private static final String SAVE = "请在 Word 或 WPS 里打开，另存为 .docx 再导入";

    private static final String PROTECTED = "文件设了打开密码，请在 Word 或 WPS 里去掉密码再导入";
    /** Stands for a picture in a text. */
    private static final char PICTURE = 1;

    public DocReader {
        wanted = Set.copyOf(wanted);
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableDocument if it is damaged, protected or of another kind
     * @throws IOException if the file cannot be read
     */
    public ImportedDocument read(Path file) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            other(system.getRoot());
            try (HWPFDocument document = new HWPFDocument(system)) {
                return read(document);
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableDocument(PROTECTED, e);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableDocument("这是 Word 95 或更早的文件；" + SAVE, e);
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument("文件已损坏，或者是读不了的旧格式；" + SAVE, e);
        }
    }

    /** Refuses what has the same container as Word documents and is none. */
    private static void other(DirectoryNode root) throws IOException {
        ContentType type = OleDirectory.type(root);
        if ((type == ContentType.DOC || type == ContentType.OLE) && OleDirectory.isEncrypted(root, type)) {
            throw new UnreadableDocument(PROTECTED);
        }
        switch (type) {
            case DOC -> {
                // It is one.
            }
            case XLS -> throw new UnreadableDocument("这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加");
            case PPT -> throw new UnreadableDocument("这是演示文稿，不是 Word 文件；请作为附件添加");
            default -> throw new UnreadableDocument("这不是 Word 文件，也不是能读的 WPS 文件；" + SAVE);
        }
    }

    private ImportedDocument read(HWPFDocument document) throws IOException {
        ParagraphRepair.of(document);
        DocStory story = new DocStory(
                document,
                new DocNumbering(document),
                new PictureCollector(),
                new RemarkCollector(),
                new DocNotes(document),
                new DocCoverage(),
                wanted);
        FieldStack fields = new FieldStack();
        List<Block> blocks = new ArrayList<>(DocBlockReader.blocks(document.getRange(), story, fields, 0));
        fields.finish(story.remarks());
        story.remarks().story("正文");
        story.coverage().report(document.getRange(), story.remarks());
        story.remarks().story("");
        List<List<Run>> notes = new ArrayList<>();
        for (int i = 0; i < story.notes().referred().size(); i++) {
            story.remarks().story("注" + (i + 1));
            notes.add(BlockAssembler.runs(
                    DocBlockReader.blocks(story.notes().referred().get(i), story, new FieldStack(), 0)));
        }
        boxes(story, blocks);
        outside(story);
        return new ImportedDocument(
                Map.of(),
                blocks,
                notes,
                story.pictures().pictures(),
                story.remarks().remarks());
    }

    private void boxes(DocStory story, List<Block> blocks) {
        Range boxes = story.document().getMainTextboxRange();
        story.remarks().story("");
        if (wanted.contains(OptionalContent.TEXT_BOXES) && !plain(boxes.text()).isEmpty()) {
            story.remarks().story("文本框");
            story.remarks().takenOver("里面的文字放在正文最后");
            story.remarks().story("");
            blocks.addAll(DocBlockReader.blocks(boxes, story, new FieldStack(), 0));
        } else if (!plain(boxes.text()).isEmpty()) {
            story.remarks().story("文本框");
            story.remarks()
                    .leftOut(
                            OptionalContent.TEXT_BOXES,
                            "文本框没有导入，里面的文字是：" + RemarkCollector.quoted(plain(boxes.text())));
        }
    }

    private void outside(DocStory story) {
        HWPFDocument document = story.document();
        String comments = plain(document.getCommentsRange().text());
        if (!comments.isEmpty()) {
            story.remarks().story("批注");
            story.remarks().leftOut("批注的文字：" + RemarkCollector.quoted(comments));
        }
        HeaderStories stories = new HeaderStories(document);
        tell(
                story,
                "页眉",
                stories.getFirstHeaderSubrange(),
                stories.getOddHeaderSubrange(),
                stories.getEvenHeaderSubrange());
        tell(
                story,
                "页脚",
                stories.getFirstFooterSubrange(),
                stories.getOddFooterSubrange(),
                stories.getEvenFooterSubrange());
        tell(story, "页眉或页脚的文本框", headerBoxes(document));
        boolean hasPicture = document.getOfficeDrawingsHeaders().getOfficeDrawings().stream()
                .anyMatch(each -> each.getOfficeArtSpContainer() != null && each.getPictureData() != null);
        if (hasPicture) {
            story.remarks().story("页眉或页脚");
            story.remarks().leftOut("页眉或页脚里的图片没有导入");
        }
    }

    /** The texts of the text boxes in headers and footers, which follow those of the body. */
    private static Range headerBoxes(HWPFDocument document) {
        int start = document.getMainTextboxRange().getEndOffset();
        int length = document.getFileInformationBlock().getSubdocumentTextStreamLength(SubdocumentType.HEADER_TEXTBOX);
        return new Range(start, Math.min(start + length, document.getText().length()), document);
    }

    /** Reports headers or footers that say more than the number of the page; those that do not exist are null. */
    private static void tell(DocStory story, String name, Range... ranges) {
        story.remarks().story(name);
        Set<String> texts = new LinkedHashSet<>();
        Stream.of(ranges).filter(Objects::nonNull).forEach(range -> texts.add(plain(range.text())));
        boolean hasPicture = Stream.of(ranges)
                .filter(Objects::nonNull)
                .anyMatch(range -> range.text().indexOf(PICTURE) >= 0);
        if (hasPicture) {
            story.remarks().leftOut(name + "里的图片没有导入");
        }
        for (String text : texts) {
            if (!RemarkCollector.isPageNumber(text)) {
                story.remarks().leftOut(name + "没有导入，文字是：" + RemarkCollector.quoted(text));
            }
        }
    }

    /** The characters of a text without codes of fields, results of those for pages, and marks. */
    static String plain(String text) {
        return text.replaceAll("\u0013[^\u0014\u0015]*PAGE[^\u0015]*\u0015", "")
                .replaceAll("\u0013[^\u0014\u0015]*\u0014?", "")
                .replaceAll("[\u0000-\u001F]", " ")
                .strip();
    }

    /**
     * Gives paragraphs the properties that are stored for their mark, as the format demands. The library merges those
     * of all parts of a paragraph instead, and loses the style of one that begins with a page break or lies in several
     * pieces of the file.
     */
    static final class ParagraphRepair {

        /** Ends what the library takes for a paragraph. */
        private static final char PAGE_BREAK = 12;

        /** Tenths of the paragraphs whose properties end where they do, unless the tables of the file are damaged. */
        private static final int USUALLY_KNOWN = 8;

        /** Length of the number of a style, with which stored properties begin. */
        private static final int STYLE = 2;

        private final NavigableMap<Integer, TextPiece> pieces = new TreeMap<>();
        private final Map<Integer, PAPX> stored = new HashMap<>();

        private ParagraphRepair(HWPFDocument document) throws IOException {
            FileInformationBlock places = document.getFileInformationBlock();
            // The document itself has joined its pieces to one.
            TextPieceTable table = new ComplexFileTable(
                            document.getMainStream(), document.getTableStream(), places.getFcClx(), 0)
                    .getTextPieceTable();
            table.getTextPieces().forEach(piece -> pieces.put(piece.getEnd(), piece));
            PAPBinTable properties = new PAPBinTable(
                    document.getMainStream(),
                    document.getTableStream(),
                    document.getDataStream(),
                    places.getFcPlcfbtePapx(),
                    places.getLcbPlcfbtePapx(),
                    table);
            // A piece that begins with a paragraph has an empty range before it.
            properties.getParagraphs().stream()
                    .filter(each -> each.getStart() < each.getEnd())
                    .forEach(each -> stored.merge(each.getEnd(), each, ParagraphRepair::longer));
        }

        /** Repairs the paragraphs of a document that has just been read. */
        static void of(HWPFDocument document) throws IOException {
            ParagraphRepair repair = new ParagraphRepair(document);
            List<PAPX> paragraphs = document.getParagraphTable().getParagraphs();
            List<Integer> ends = paragraphs.stream()
                    .map(PAPX::getEnd)
                    .filter(end -> document.getText().charAt(end - 1) != PAGE_BREAK)
                    .toList();
            long known = ends.stream().filter(repair.stored::containsKey).count();
            if (known * 10 >= ends.size() * USUALLY_KNOWN) {
                paragraphs.replaceAll(repair::repaired);
            }
        }

        private PAPX repaired(PAPX paragraph) {
            PAPX found = stored.get(paragraph.getEnd());
            return found == null || found.getGrpprl().length < STYLE || isChangedElsewhere(paragraph)
                    ? paragraph
                    : new PAPX(paragraph.getStart(), paragraph.getEnd(), new SprmBuffer(found.getGrpprl(), STYLE));
        }

        /** Whether a fast save stored further properties with the piece that contains the mark. */
        private boolean isChangedElsewhere(PAPX paragraph) {
            Map.Entry<Integer, TextPiece> piece = pieces.ceilingEntry(paragraph.getEnd());
            PropertyModifier more =
                    piece == null ? null : piece.getValue().getPieceDescriptor().getPrm();
            return more != null && more.isComplex();
        }

        private static PAPX longer(PAPX one, PAPX other) {
            return other.getGrpprl().length > one.getGrpprl().length ? other : one;
        }
    }
}
