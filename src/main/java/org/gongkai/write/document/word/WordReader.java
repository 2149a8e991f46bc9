package org.gongkai.write.document.word;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.OleDirectory;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.io.HeapBudget;
import org.gongkai.io.TextResource;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.word.docx.DocxReader;

/**
 * Reads documents of Word and WPS, and those of other office programs that LibreOffice can store as such. What a file
 * is, its first bytes say, not the ending of its name.
 */
public final class WordReader implements FormatReader {

    private static final int HEAD = 4096;

    /** A packed OpenDocument text says so at its beginning. */
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.text";

    private final HeapBudget heap = HeapBudget.ofProcess();
    private final LibreOffice office;

    public WordReader() {
        this(LibreOffice.installed());
    }

    /** @param office stores documents of other formats as .docx */
    WordReader(LibreOffice office) {
        this.office = office;
    }

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        long size = Files.size(file);
        if (size > ReadingLimits.DEFAULT.bytes()) {
            throw new UnreadableDocument("文件有 " + (size >> 20) + " MB，超过了 " + (ReadingLimits.DEFAULT.bytes() >> 20)
                    + " MB，没有读；请先在 Word 里压缩图片，或者分成几个文件");
        }
        String start;
        ContentType type;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(HEAD);
            start = new String(bytes, StandardCharsets.ISO_8859_1);
            type = ContentType.of(bytes);
        }
        if (type == ContentType.ZIP && !start.contains(OPEN_DOCUMENT)) {
            return new DocxReader(heap.bytes(), wanted).read(file);
        }
        if (type == ContentType.OLE) {
            requireDocument(file);
            return converted(file, "旧格式的 Word 文件", "doc", wanted);
        }
        if (type == ContentType.ZIP) {
            return converted(file, " OpenDocument 文件", "odt", wanted);
        }
        if (start.startsWith("{\\rtf")) {
            return converted(file, " RTF 文件", "rtf", wanted);
        }
        throw new UnreadableDocument(OtherFormat.of(start));
    }

    private ImportedDocument converted(Path file, String what, String ending, Set<OptionalContent> wanted)
            throws IOException {
        ImportedDocument read = office.convert(file, what, ending, stored -> read(stored, wanted));
        List<Remark> remarks = new ArrayList<>(read.remarks());
        remarks.add(new Remark("", "这是" + what + "，由本机的 LibreOffice 转换以后导入，请对照原文核对", Remark.Weight.NOTE));
        return new ImportedDocument(read.header(), read.blocks(), read.footnotes(), read.pictures(), remarks);
    }

    /** Refuses what has the same container as binary documents of Word and is none. */
    private static void requireDocument(Path file) throws IOException {
        try {
            OleDirectory directory = OleDirectory.of(Files.readAllBytes(file));
            ContentType type = directory.type();
            if (type == ContentType.XLS || type == ContentType.PPT) {
                throw new UnreadableDocument(
                        type == ContentType.XLS
                                ? "这是 Excel 表格，不是 Word 文件；请把表格粘贴到条目里，或者作为附件添加"
                                : "这是演示文稿，不是 Word 文件；请作为附件添加");
            }
            if (directory.isEncrypted()) {
                throw new UnreadableDocument("文件设了打开密码，请在 Word 或 WPS 里去掉密码再导入");
            }
            if (type != ContentType.DOC) {
                throw new UnreadableDocument("这不是 Word 文件，也不是能读的 WPS 文件；" + LibreOffice.SAVE);
            }
        } catch (UnreadableDocument e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument("文件已损坏，或者是读不了的旧格式；" + LibreOffice.SAVE, e);
        }
    }

    /** Says what a file is that has the name of a Word document and is none. */
    private static final class OtherFormat {

        /** How files begin, and what is said of them. */
        private static final Map<String, String> KNOWN = TextResource.map(WordReader.class, "formats.txt");

        /** A sentence in Chinese for a file that begins with some characters. */
        static String of(String head) {
            if (head.isEmpty()) {
                return "文件是空的（0 字节），可能没有保存或没有传完整";
            }
            String start = head.stripLeading().replaceFirst("^\u00EF\u00BB\u00BF", "");
            return KNOWN.entrySet().stream()
                    .filter(known -> start.matches(known.getKey()))
                    .findFirst()
                    .map(known -> known.getValue().replace("〈另存〉", LibreOffice.SAVE))
                    .orElse(
                            head.indexOf('\0') < 0
                                    ? "这是纯文本或别的格式，不是 Word 文件；纯文本请把文件名改成 .txt 再导入"
                                    : "这不是 Word 文件，或者已经损坏；" + LibreOffice.SAVE);
        }
    }
}
