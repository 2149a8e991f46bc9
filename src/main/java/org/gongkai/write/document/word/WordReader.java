package org.gongkai.write.document.word;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.io.HeapBudget;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.binary.DocReader;
import org.gongkai.write.document.word.docx.DocxReader;
import org.gongkai.write.document.word.opc.DocumentLimits;

/** Reads documents of Word and WPS. What a file is, its first bytes say, not the ending of its name. */
public final class WordReader implements FormatReader {

    private static final Pattern ENDINGS =
            Pattern.compile(".*\\.(docx?|docm|dotx?|dotm|wps|wpt|rtf|odt|ott|wpd|pages|mht|mhtml)");
    private static final String ZIP = "PK\003\004";
    private static final String COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final int HEAD = 4096;

    private final DocumentLimits limits;

    public WordReader() {
        this(DocumentLimits.of(HeapBudget.ofProcess()));
    }

    public WordReader(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean reads(Path file, byte[] start) {
        String head = new String(start, StandardCharsets.ISO_8859_1);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.matcher(name).matches()
                || name.indexOf('.') < 0 && (head.startsWith(COMPOUND) || head.startsWith(ZIP));
    }

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            throw new UnreadableDocument(
                    "文件有 " + (size >> 20) + " MB，超过了 " + (limits.bytes() >> 20) + " MB，没有读；请先在 Word 里压缩图片，或者分成几个文件");
        }
        String head = head(file);
        if (head.startsWith(ZIP) || head.startsWith("PK\005\006")) {
            return new DocxReader(limits, wanted).read(file);
        }
        if (head.startsWith(COMPOUND)) {
            return new DocReader(wanted).read(file);
        }
        throw new UnreadableDocument(OtherFormat.of(head));
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }
}
