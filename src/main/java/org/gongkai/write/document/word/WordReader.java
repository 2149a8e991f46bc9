package org.gongkai.write.document.word;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.io.HeapBudget;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.binary.DocReader;
import org.gongkai.write.document.word.docx.DocxReader;

/** Reads documents of Word and WPS. What a file is, its first bytes say, not the ending of its name. */
public final class WordReader implements FormatReader {

    private static final int HEAD = 4096;

    private final HeapBudget heap = HeapBudget.ofProcess();

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        long size = Files.size(file);
        if (size > ReadingLimits.DEFAULT.bytes()) {
            throw new UnreadableDocument("文件有 " + (size >> 20) + " MB，超过了 " + (ReadingLimits.DEFAULT.bytes() >> 20)
                    + " MB，没有读；请先在 Word 里压缩图片，或者分成几个文件");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(HEAD);
        }
        return switch (ContentType.of(start)) {
            case ZIP -> new DocxReader(heap.bytes(), wanted).read(file);
            case OLE -> new DocReader(wanted).read(file);
            default -> throw new UnreadableDocument(OtherFormat.of(new String(start, StandardCharsets.ISO_8859_1)));
        };
    }

    /** Says what a file is that has the name of a Word document and is none. */
    private static final class OtherFormat {

        private static final String SAVE = "请在 Word 或 WPS 里打开，另存为 .docx 再导入";

        /** How files begin, a character for each byte. */
        private static final List<String> PICTURES = List.of("\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "BM");

        private static final List<String> ARCHIVES = List.of("Rar!", "7z\u00BC\u00AF", "\u001F\u008B");

        /** A sentence in Chinese for a file that begins with some characters. */
        static String of(String head) {
            String start = head.stripLeading().toLowerCase(Locale.ROOT).replaceFirst("^\u00EF\u00BB\u00BF", "");
            if (head.isEmpty()) {
                return "文件是空的（0 字节），可能没有保存或没有传完整";
            }
            if (head.chars().allMatch(c -> c == 0)) {
                return "文件里全是零，没有内容，可能没有保存或没有传完整";
            }
            if (start.startsWith("{\\rtf")) {
                return "这是 RTF 文件，不是 Word 文件；" + SAVE;
            }
            if (start.startsWith("mime-version:") || start.startsWith("from:")) {
                return "这是单个文件的网页（.mht），不是 Word 文件；" + SAVE;
            }
            if (start.contains("<office:document")) {
                return "这是 OpenDocument 文件；" + SAVE;
            }
            if (PICTURES.stream().anyMatch(head::startsWith)) {
                return "这是图片，不是 Word 文件；请把它放进条目，文字请另外录入";
            }
            if (ARCHIVES.stream().anyMatch(head::startsWith)) {
                return "这是压缩包，不是 Word 文件；请解压后再导入里面的文件";
            }
            if (start.contains("<?mso-application")
                    || start.contains("<w:worddocument")
                    || start.contains("<pkg:package")) {
                return "这是 Word 的 XML 文件；" + SAVE;
            }
            if (start.startsWith("<!doctype html") || start.contains("<html")) {
                return "这是网页，不是 Word 文件，虽然名字像；请把文件名改成 .html 再导入，或者" + SAVE.substring(1);
            }
            if (start.startsWith("%pdf-")) {
                return "这是 PDF，不是 Word 文件；请导入原来的 Word 文件，PDF 可以作为附件添加";
            }
            return head.indexOf('\0') < 0 ? "这是纯文本或别的格式，不是 Word 文件；纯文本请把文件名改成 .txt 再导入" : "这不是 Word 文件，或者已经损坏；" + SAVE;
        }
    }
}
